import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { compileEntries } from "../../../scripts/lib/compile.mjs";
import { startKeeper } from "../../../scripts/lib/keeper.mjs";
import { migrate } from "../migrate";
import { startPostgres } from "../postgres/start-postgres";
import { TEMPLATE_DATABASE } from "./template-database";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the test server's own database, from which test databases are made. */
    databaseServer: string;
  }
}

/**
 * Runs a real Postgres for the tests named `*.db.test.ts`, in a temporary folder on a free port, with one migrated
 * database to copy from. Gives up safety against power loss for speed.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await compileEntries(["postgres", "decode-child", "svg-child", "font-child", "paint-worker"]);
  const dataDir = await mkdtemp(join(tmpdir(), "nameplate-test-"));
  // A test run that is interrupted has no time to stop anything.
  const keeper = startKeeper();
  keeper.database(dataDir);
  keeper.folder(dataDir);
  const server = await startPostgres({ dataDir, durable: false });
  const stop = async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
    keeper.done();
  };
  try {
    const admin = new pg.Client({ connectionString: server.url() });
    await admin.connect();
    await admin.query(`CREATE DATABASE ${TEMPLATE_DATABASE}`);
    await admin.end();
    await migrate(server.url(TEMPLATE_DATABASE), join(project.config.root, "prisma", "migrations"));
    project.provide("databaseServer", server.url());
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}
