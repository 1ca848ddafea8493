import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { compiled } from "./compile.mjs";
import { provideDatabase, seedDemo } from "./database.mjs";
import { findBrowser } from "./find-browser.mjs";
import { prepare } from "./prepare.mjs";
import { ROOT } from "./project.mjs";
import { say, sayFailure, step } from "./say.mjs";
import { startServer } from "./server.mjs";

/** @typedef {{ passed: number, failed: number }} Count */
/** @typedef {import("./lifetime.mjs").Lifetime} Lifetime */

const FRAMEWORK_TIMEOUT_MS = 120_000;

const bin = (...parts) => join(ROOT, "node_modules", ...parts);

/** The types of the whole project: one test. @param {Lifetime} lifetime @returns {Promise<Count>} */
export async function testTypes(lifetime) {
  // Writes what the framework declares: styles, pictures, routes.
  const typegen = [bin("next", "dist", "bin", "next"), "typegen"];
  const checks = [typegen, [bin("typescript", "bin", "tsc"), "--noEmit", "--pretty", "false"]];
  for (const args of checks) {
    const code = await step(args === typegen ? "route types" : "types", () => runNode(lifetime, args));
    if (code !== 0) return { passed: 0, failed: 1 };
  }
  return { passed: 1, failed: 0 };
}

/** Lint and format of the whole project: one test. @param {Lifetime} lifetime @returns {Promise<Count>} */
export async function testLint(lifetime) {
  const code = await step("lint", () =>
    runNode(lifetime, [bin("@biomejs", "biome", "bin", "biome"), "check", "."]),
  );
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Unit tests, and those against a real database. @param {Lifetime} lifetime @param {string[]} args @returns {Promise<Count>} */
export async function testUnits(lifetime, args) {
  const report = temporary(lifetime, "report.json");
  const vitest = [bin("vitest", "vitest.mjs"), "run", ...args];
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const env = { ...process.env, CHROMIUM_PATH: await findBrowser() };
  const code = await step("unit and database tests", () => runNode(lifetime, [...vitest, ...reporters], env));
  return count(code, report, ({ numPassedTests, numFailedTests, testResults }) => {
    const unread = testResults.filter(({ status, assertionResults }) => {
      return status === "failed" && !assertionResults.some((result) => result.status === "failed");
    });
    return { passed: numPassedTests, failed: numFailedTests + unread.length };
  });
}

/**
 * Browser tests against the built server with a database, data folder and port of its own.
 * @param {Lifetime} lifetime @param {string[]} args @returns {Promise<Count>}
 */
export async function testBrowser(lifetime, args) {
  const browser = await findBrowser();
  await prepare(lifetime, { pages: true });
  const { address, second } = await startTestServers(lifetime);
  const report = temporary(lifetime, "report.json");
  const playwright = [
    bin("@playwright", "test", "cli.js"),
    "test",
    "-c",
    join("e2e", "playwright.config.ts"),
  ];
  const env = {
    ...process.env,
    BASE_URL: address,
    SECOND_URL: second,
    CHROMIUM_PATH: browser,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    PLAYWRIGHT_FORCE_TTY: "0",
  };
  const code = await step("browser tests", () =>
    runNode(lifetime, [...playwright, "--reporter=list,json", ...args], env),
  );
  return count(code, report, ({ stats, errors }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
  }));
}

/**
 * The server under test, and a second process on the same database that runs the framework alone.
 * @param {Lifetime} lifetime
 */
async function startTestServers(lifetime) {
  const { freePort } = await import(pathToFileURL(compiled("free-port")).href);
  const port = await freePort();
  const { DATABASE_URL, HOST, NEXTAUTH_SECRET, NODE_ENV, ...rest } = process.env;
  const address = `http://localhost:${port}`;
  const asked = {
    ...rest,
    PORT: String(port),
    PUBLIC_URL: address,
    NAMEPLATE_MODE: "local",
    LOG_LEVEL: "warn",
  };
  const dataDir = temporary(lifetime, "data");
  const env = await provideDatabase(lifetime, { dataDir, nodeEnv: "production", durable: false, env: asked });
  await step("demo", () => seedDemo(lifetime, env));
  await step("server", () => startServer(lifetime, env));
  const secondPort = await freePort();
  await step("second server", () => startFramework(lifetime, { ...env, PORT: String(secondPort) }));
  return { address, second: `http://localhost:${secondPort}` };
}

/**
 * Starts the framework without the custom server, as a host would that runs only that, and waits for an answer.
 * @param {Lifetime} lifetime @param {NodeJS.ProcessEnv} env
 */
async function startFramework(lifetime, env) {
  const next = bin("next", "dist", "bin", "next");
  const args = [next, "start", "--port", String(env.PORT), "--hostname", "localhost"];
  const ended = runNode(lifetime, args, env);
  const deadline = performance.now() + FRAMEWORK_TIMEOUT_MS;
  while (performance.now() < deadline) {
    const answered = await fetch(`http://localhost:${env.PORT}/sign-in`).then(
      () => true,
      () => false,
    );
    if (answered) return;
    const code = await Promise.race([ended, new Promise((done) => setTimeout(done, 250))]);
    if (code !== undefined) throw new Error(`The second server ended with code ${code} before it answered.`);
  }
  throw new Error(`The second server did not answer within ${FRAMEWORK_TIMEOUT_MS / 1000} seconds.`);
}

/** @param {Lifetime} lifetime @param {string[]} args @param {NodeJS.ProcessEnv} [env] */
function runNode(lifetime, args, env = process.env) {
  const stdio = /** @type {const} */ (["ignore", "inherit", "inherit"]);
  const quiet = { ...env, NEXT_TELEMETRY_DISABLED: "1" };
  return lifetime.run(process.execPath, args, { cwd: ROOT, env: quiet, stdio });
}

/** A path in a temporary folder that goes with the command. @param {Lifetime} lifetime @param {string} name */
function temporary(lifetime, name) {
  const folder = mkdtempSync(join(tmpdir(), "nameplate-test-"));
  lifetime.keeper.folder(folder);
  lifetime.atEnd(async () => rmSync(folder, { recursive: true, force: true }));
  return join(folder, name);
}

/**
 * What a runner's report says, at least one failure when the runner failed, and when it ran nothing.
 * @param {number} code @param {string} report @param {(report: any) => Count} read
 * @returns {Count}
 */
function count(code, report, read) {
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const found = read(JSON.parse(readFileSync(report, "utf8")));
  const nothing = found.passed + found.failed === 0;
  return code !== 0 || nothing ? { ...found, failed: Math.max(1, found.failed) } : found;
}

/**
 * Runs the steps one after another, a failed one no hindrance to the next, and adds them up.
 * @param {(() => Promise<Count>)[]} steps
 * @returns {Promise<Count>}
 */
export async function addUp(steps) {
  const sum = { passed: 0, failed: 0 };
  for (const run of steps) {
    const { passed, failed } = await run().catch((error) => {
      sayFailure(error);
      return { passed: 0, failed: 1 };
    });
    sum.passed += passed;
    sum.failed += failed;
    say();
  }
  return sum;
}
