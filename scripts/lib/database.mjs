import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { compiled } from "./compile.mjs";
import { BUILD_DIR, ROOT } from "./project.mjs";
import { Sentence, say, step } from "./say.mjs";

/**
 * The settings that the server and its helpers get, with a database that runs and is up to date: the one of
 * DATABASE_URL, or an embedded one in the data folder, which ends with the command. Throws a sentence about the
 * first setting that cannot be used.
 * @param {import("./lifetime.mjs").Lifetime} lifetime
 * @param {object} options
 * @param {string} options.dataDir
 * @param {"production" | "development"} options.nodeEnv
 * @param {boolean} [options.durable] false for tests only
 * @param {NodeJS.ProcessEnv} [options.env] what the operator set
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
export async function provideDatabase(lifetime, { dataDir, nodeEnv, durable = true, env = process.env }) {
  const given = env.DATABASE_URL;
  const settings = {
    ...env,
    DATA_DIR: dataDir,
    BUILD_DIR,
    // The framework is told how to run by NODE_ENV; what the operator meant by it is kept apart.
    NAMEPLATE_MODE: env.NAMEPLATE_MODE ?? (env.NODE_ENV === "production" ? "production" : "local"),
    NODE_ENV: nodeEnv,
    NEXT_TELEMETRY_DISABLED: "1",
  };
  const { readEnv } = await load("env");
  // Refuses what is wrong before anything is started for it.
  const { PUBLIC_URL } = readEnv({ ...settings, DATABASE_URL: given ?? "postgresql://embedded" });
  settings.NEXTAUTH_URL = PUBLIC_URL;
  settings.DATABASE_URL = given ?? (await startEmbedded(lifetime, dataDir, durable));
  await step("migrations", () =>
    migrateDatabase(settings.DATABASE_URL).catch((error) => {
      // Links show what was kept of them also while the database of the operator is away.
      if (given === undefined || error.code !== "unavailable") throw error;
      say(`    ${error.message}`);
      say("    Starting without it: links show what is kept of them, and everything else waits.");
      migrateLater(lifetime, given);
    }),
  );
  return settings;
}

const RETRY_MS = 5_000;

/** Brings the database up to date as soon as it can be reached. @param {import("./lifetime.mjs").Lifetime} lifetime @param {string} url */
function migrateLater(lifetime, url) {
  const timer = setTimeout(async () => {
    if (lifetime.isEnding()) return;
    try {
      await migrateDatabase(url);
      say("The database is there now.");
    } catch (error) {
      if (error.code !== "unavailable") say(`The database is there and cannot be used: ${error.message}`);
      migrateLater(lifetime, url);
    }
  }, RETRY_MS);
  timer.unref();
}

/** @param {import("./lifetime.mjs").Lifetime} lifetime @param {string} dataDir @param {boolean} durable */
async function startEmbedded(lifetime, dataDir, durable) {
  const { startPostgres } = await load("postgres");
  lifetime.keeper.database(dataDir);
  const database = await step("database", () => startPostgres({ dataDir, durable }));
  lifetime.atEnd(() => database.stop());
  return database.url();
}

/** @param {string} url */
async function migrateDatabase(url) {
  const { migrate } = await load("migrate");
  const { applied, unknown } = await migrate(url, join(ROOT, "prisma", "migrations"));
  for (const name of applied) say(`    applied ${name}`);
  if (unknown.length > 0) say(`    the database is newer than this release: ${unknown.join(", ")}`);
}

/**
 * Whether the demo workspace is wanted. Its password is public, so that only a local, embedded database gets it
 * without being asked.
 * @param {NodeJS.ProcessEnv} env as `provideDatabase` gave it
 * @param {boolean} [given] whether the operator gave a database
 */
export function wantsDemo({ SEED_DEMO, NAMEPLATE_MODE }, given = Boolean(process.env.DATABASE_URL)) {
  if (SEED_DEMO) return SEED_DEMO === "1";
  return !given && NAMEPLATE_MODE !== "production";
}

/**
 * Fills the database with the demo workspace, once.
 * @param {import("./lifetime.mjs").Lifetime} lifetime
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ email: string, password: string, samplePath: string }>}
 */
export async function seedDemo(lifetime, env) {
  const child = lifetime.fork(compiled("seed"), { env });
  return new Promise((done, fail) => {
    child.once("message", ({ demo }) => done(demo));
    child.once("exit", () => fail(new Sentence("The demo could not be made; the reason stands above.")));
  });
}

/** @param {import("./compile.mjs").ENTRIES extends Record<infer N, string> ? N : never} name */
function load(name) {
  return import(pathToFileURL(compiled(name)).href);
}
