import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { describeProcess } from "../process/describe-process.mjs";
import { startPostgres } from "./start-postgres";

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "nameplate-data-"));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

test("starts", async () => {
  console.time("first");
  const s = await startPostgres({ dataDir });
  console.timeEnd("first");
  const c = new pg.Client(s.url());
  await c.connect();
  console.log((await c.query("select version()")).rows, s);
  await c.end();
  await s.stop();
  expect(describeProcess(s.pid)).toBeNull();
  console.time("second");
  const t = await startPostgres({ dataDir });
  console.timeEnd("second");
  await t.stop();
});
