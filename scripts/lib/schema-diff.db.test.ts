import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createTestDatabase } from "@/lib/server/testing/database";
import { schemaDiff } from "./schema-diff.mjs";

const SCHEMA = join("prisma", "schema.prisma");

test("the migrations make exactly the database that the schema describes", async () => {
  const { url, drop } = await createTestDatabase();
  try {
    expect(await schemaDiff(url, SCHEMA)).toBe("");
  } finally {
    await drop();
  }
});

test("a schema that says more than the migrations is told as SQL", async () => {
  const { url, drop } = await createTestDatabase();
  const folder = mkdtempSync(join(tmpdir(), "nameplate-schema-"));
  try {
    const changed = join(folder, "schema.prisma");
    copyFileSync(SCHEMA, changed);
    writeFileSync(
      changed,
      readFileSync(SCHEMA, "utf8").replace("model User {", "model User {\n  nickname String?"),
    );
    expect(await schemaDiff(url, changed)).toMatch(/ALTER TABLE "User" ADD COLUMN\s+"nickname" TEXT/);
  } finally {
    rmSync(folder, { recursive: true });
    await drop();
  }
});
