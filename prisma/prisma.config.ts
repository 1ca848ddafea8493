import { defineConfig } from "prisma/config";

// The address is only used by Prisma's own tools; the application connects through lib/server/db.
export default defineConfig({
  schema: "schema.prisma",
  migrations: { path: "migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "postgresql://localhost:5432/nameplate" },
});
