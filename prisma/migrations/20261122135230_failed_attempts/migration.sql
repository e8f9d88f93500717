-- AlterTable
ALTER TABLE "Call" ADD COLUMN     "failedAttempts" INTEGER NOT NULL DEFAULT 0;
