import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { closeUsage } from "@/lib/usage/process-usage";
import { closeDb } from "../db";
import { replaceEnv } from "../env";
import { backgroundDone } from "../in-background";
import { closeRateLimits } from "../rate-limit-pool";
import { TEMPLATE_DATABASE } from "./template-database";

export type TestDatabase = {
  /** Address of this file's own database. */
  url: string;
  /** This file's own data folder, for storage. */
  dataDir: string;
};

/**
 * Gives the test file a migrated database and a data folder of its own, for `db()`, `env()` and `storage()` alike,
 * and takes both away when the file is done. Call it at the top of a file named `*.db.test.ts`:
 *
 *     const database = withTestDatabase();
 *     test("...", async () => { await db().user.create(...) });
 *
 * The fields may be read from inside tests, not before.
 */
export function withTestDatabase(settings: Record<string, string> = {}): TestDatabase {
  const given: TestDatabase = { url: "", dataDir: "" };
  let drop: () => Promise<void> = async () => undefined;
  beforeAll(async () => {
    const database = await createTestDatabase();
    drop = database.drop;
    given.url = database.url;
    given.dataDir = await mkdtemp(join(tmpdir(), "nameplate-test-"));
    replaceEnv({ DATABASE_URL: given.url, DATA_DIR: given.dataDir, LOG_LEVEL: "silent", ...settings });
  });
  afterAll(async () => {
    await closeUsage();
    await closeRateLimits();
    await backgroundDone();
    await closeDb();
    await drop();
    if (given.dataDir) await rm(given.dataDir, { recursive: true, force: true });
  });
  return given;
}

/** One more database, a copy of the migrated one or, with `empty`, without anything. */
export async function createTestDatabase({
  empty = false,
} = {}): Promise<{ url: string; drop: () => Promise<void> }> {
  const server = inject("databaseServer");
  if (!server) throw new Error("A test that needs a database belongs in a file named *.db.test.ts.");
  const name = `test_${randomBytes(6).toString("hex")}`;
  await administer(server, `CREATE DATABASE ${name} TEMPLATE ${empty ? "template0" : TEMPLATE_DATABASE}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => administer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function administer(server: string, sql: string): Promise<void> {
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  try {
    await admin.query(sql);
  } finally {
    await admin.end();
  }
}
