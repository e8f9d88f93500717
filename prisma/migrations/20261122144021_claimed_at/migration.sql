-- AlterTable
ALTER TABLE "Call" ADD COLUMN     "claimedAt" TIMESTAMPTZ(3);
