import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { migrate } from "./migrate";
import { createTestDatabase } from "./testing/database";

let folder: string;
let database: Awaited<ReturnType<typeof createTestDatabase>>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "nameplate-migrations-"));
  database = await createTestDatabase({ empty: true });
});
afterEach(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, sql: string): void {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, "migration.sql"), sql);
}

async function rows(sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test("applies what is new, once, oldest first, and notes it as Prisma does", async () => {
  write("20260102000000_second", `ALTER TABLE person ADD COLUMN age INT`);
  write(
    "20260101000000_first",
    `CREATE TABLE person (name TEXT); INSERT INTO person VALUES ('Nguyễn'), ('O''Neil')`,
  );
  expect((await migrate(database.url, folder)).applied).toEqual([
    "20260101000000_first",
    "20260102000000_second",
  ]);
  expect((await migrate(database.url, folder)).applied).toEqual([]);
  expect(await rows("SELECT name, age FROM person")).toHaveLength(2);
  const noted = await rows(
    `SELECT migration_name, checksum, finished_at IS NOT NULL AS done, applied_steps_count AS steps FROM "_prisma_migrations" ORDER BY started_at`,
  );
  const bytes = readFileSync(join(folder, "20260101000000_first", "migration.sql"));
  const checksum = createHash("sha256").update(bytes).digest("hex");
  expect(noted[0]).toEqual({ migration_name: "20260101000000_first", checksum, done: true, steps: 1 });
});

test("a failed migration leaves nothing, says which and why, and runs again once mended", async () => {
  write("20260101000000_broken", `CREATE TABLE person (name TEXT); SELECT missing_function()`);
  await expect(migrate(database.url, folder)).rejects.toThrow(
    /20260101000000_broken failed: function missing_function\(\) does not exist\. Nothing of it was kept/,
  );
  expect(await rows("SELECT to_regclass('person') AS person")).toEqual([{ person: null }]);
  write("20260101000000_broken", `CREATE TABLE person (name TEXT)`);
  expect((await migrate(database.url, folder)).applied).toHaveLength(1);
});

test("a migration changed after it was applied is refused", async () => {
  write("20260101000000_first", `CREATE TABLE person (name TEXT)`);
  await migrate(database.url, folder);
  write("20260101000000_first", `CREATE TABLE person (name TEXT, age INT)`);
  await expect(migrate(database.url, folder)).rejects.toThrow(
    /20260101000000_first was changed after it was applied/,
  );
});

test("a file that says so runs outside a transaction; a failure there is remembered until it is set right", async () => {
  write(
    "20260101000000_first",
    `CREATE TABLE person (name TEXT); INSERT INTO person VALUES ('Łódź'), ('Łódź')`,
  );
  write(
    "20260102000000_index",
    `-- nameplate: no transaction\nCREATE UNIQUE INDEX CONCURRENTLY person_name ON person (name)`,
  );
  await expect(migrate(database.url, folder)).rejects.toThrow(
    /could not create unique index.*outside a transaction/s,
  );
  await expect(migrate(database.url, folder)).rejects.toThrow(
    /was begun and did not finish \(could not create/,
  );
  await rows(`DROP INDEX person_name`);
  await rows(`DELETE FROM person WHERE ctid = (SELECT min(ctid) FROM person)`);
  await rows(`DELETE FROM "_prisma_migrations" WHERE finished_at IS NULL`);
  expect((await migrate(database.url, folder)).applied).toEqual(["20260102000000_index"]);
});

test("a migration the folder does not know is told, not refused: the former release may have to run again", async () => {
  write("20260101000000_first", `CREATE TABLE person (name TEXT)`);
  await migrate(database.url, folder);
  rmSync(join(folder, "20260101000000_first"), { recursive: true });
  expect(await migrate(database.url, folder)).toEqual({ applied: [], unknown: ["20260101000000_first"] });
});

test("starts at the same time apply each migration once", async () => {
  for (let i = 1; i <= 5; i++) {
    write(`2026010${i}000000_step`, `CREATE TABLE step_${i} (id INT); SELECT pg_sleep(0.05)`);
  }
  const results = await Promise.all([1, 2, 3].map(() => migrate(database.url, folder)));
  expect(results.flatMap((result) => result.applied).sort()).toHaveLength(5);
  expect(await rows(`SELECT 1 FROM "_prisma_migrations"`)).toHaveLength(5);
});

test("a database that is not there is told by its name, without its password", async () => {
  const failed = await migrate("postgresql://ann:hidden@127.0.0.1:1/loyalty", folder).catch(String);
  expect(failed).toMatch(/The database loyalty at 127\.0\.0\.1:1 cannot be reached: .*ECONNREFUSED/);
  expect(failed).not.toContain("hidden");
});
