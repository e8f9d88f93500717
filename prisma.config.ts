import { defineConfig } from "prisma/config";

// For Prisma's own command line, where it can be had. `npm start` and scripts/migrate.mjs apply the same migrations without it.
export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "" },
});
