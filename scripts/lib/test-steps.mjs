import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { constants, tmpdir } from "node:os";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { compiled } from "./compile.mjs";
import { provideDatabase, seedDemo } from "./database.mjs";
import { findBrowser } from "./find-browser.mjs";
import { prepare } from "./prepare.mjs";
import { ROOT } from "./project.mjs";
import { say, sayFailure, step } from "./say.mjs";
import { superviseServer } from "./server.mjs";

/**
 * How many passed and failed; which failed, and which passed only when tried again, as CI does.
 * @typedef {{ passed: number, failed: number, names: string[], again: string[] }} Count
 */
/** @typedef {import("./lifetime.mjs").Lifetime} Lifetime */

const FRAMEWORK_TIMEOUT_MS = 120_000;

/** The exit code of a process that was killed outright. */
const KILLED = 128 + constants.signals.SIGKILL;

const bin = (...parts) => join(ROOT, "node_modules", ...parts);

/** The types of the whole project: one test. @param {Lifetime} lifetime @returns {Promise<Count>} */
export async function testTypes(lifetime) {
  // Writes what the framework declares: styles, pictures, routes.
  const typegen = [bin("next", "dist", "bin", "next"), "typegen"];
  const checks = [typegen, [bin("typescript", "bin", "tsc"), "--noEmit", "--pretty", "false"]];
  for (const args of checks) {
    const code = await step(args === typegen ? "route types" : "types", () => runNode(lifetime, args));
    if (code !== 0) return one("types", false);
  }
  return one("types", true);
}

/** Lint and format of the whole project: one test. @param {Lifetime} lifetime @returns {Promise<Count>} */
export async function testLint(lifetime) {
  const code = await step("lint", () =>
    runNode(lifetime, [bin("@biomejs", "biome", "bin", "biome"), "check", "."]),
  );
  return one("lint", code === 0);
}

/** Unit tests, and those against a real database. @param {Lifetime} lifetime @param {string[]} args @returns {Promise<Count>} */
export async function testUnits(lifetime, args) {
  const report = temporary(lifetime, "report.json");
  const vitest = [bin("vitest", "vitest.mjs"), "run", ...args];
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const env = { ...process.env, CHROMIUM_PATH: await findBrowser() };
  const code = await step("unit and database tests", () => runNode(lifetime, [...vitest, ...reporters], env));
  return count("unit and database tests", code, report, ({ numPassedTests, testResults }) => {
    const names = testResults.flatMap(({ name, status, assertionResults }) => {
      const file = relative(ROOT, name);
      const failed = assertionResults.filter((result) => result.status === "failed");
      if (status === "failed" && failed.length === 0) return [`${file} (could not be read)`];
      return failed.map(({ fullName }) => `${file} › ${fullName}`);
    });
    const again = testResults.flatMap(({ name, assertionResults }) =>
      assertionResults
        .filter((result) => result.status === "passed" && result.failureMessages.length > 0)
        .map(({ fullName, failureMessages }) =>
          told(`${relative(ROOT, name)} › ${fullName}`, failureMessages),
        ),
    );
    return { passed: numPassedTests, failed: names.length, names, again };
  });
}

/**
 * Browser tests against the built server with a database, data folder and port of its own.
 * @param {Lifetime} lifetime @param {string[]} args @returns {Promise<Count>}
 */
export async function testBrowser(lifetime, args) {
  const browser = await findBrowser();
  await prepare(lifetime, { pages: true });
  const { address, second, receiver, source, settings, falls } = await startTestServers(lifetime);
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
    RECEIVER_PORT: String(receiver),
    SOURCE_PORT: String(source),
    // For tests that start one more server, or look at the rows.
    SERVER_SETTINGS: JSON.stringify(settings),
    CHROMIUM_PATH: browser,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    PLAYWRIGHT_FORCE_TTY: "0",
  };
  const code = await step("browser tests", () =>
    runNode(lifetime, [...playwright, "--reporter=list,json", ...args], env),
  );
  return count("browser tests", code, report, ({ stats, errors, suites }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length + falls.own.length,
    names: [...suites.flatMap(failedSpecs), ...errors.map(({ message }) => firstLine(message)), ...falls.own],
    again: [...suites.flatMap(flakySpecs), ...falls.killed],
  }));
}

/**
 * The server under test, and a second process on the same database that runs the framework alone.
 * @param {Lifetime} lifetime
 */
async function startTestServers(lifetime) {
  const { freePort } = await import(pathToFileURL(compiled("free-port")).href);
  const port = await freePort();
  // Where a test receives webhooks, which go to no address inside unless the operator says so.
  const receiver = await freePort();
  // Where a test answers as a live source, likewise.
  const source = await freePort();
  const { DATABASE_URL, HOST, NEXTAUTH_SECRET, NODE_ENV, ...rest } = process.env;
  const address = `http://localhost:${port}`;
  const asked = {
    ...rest,
    PORT: String(port),
    PUBLIC_URL: address,
    NAMEPLATE_MODE: "local",
    LOG_LEVEL: "warn",
    ALLOW_PRIVATE_SOURCES: "127.0.0.1/32",
    WEBHOOK_PORTS: String(receiver),
    SOURCE_PORTS: String(source),
  };
  const dataDir = temporary(lifetime, "data");
  const env = await provideDatabase(lifetime, { dataDir, nodeEnv: "production", durable: false, env: asked });
  await step("demo", () => seedDemo(lifetime, env));
  // Tests go on with the next one. That it fell over is a failure of its own, whatever it was doing, unless it was killed
  // from outside, as a machine does that has no memory left.
  const falls = { own: /** @type {string[]} */ ([]), killed: /** @type {string[]} */ ([]) };
  const onFall = (/** @type {string} */ sentence, /** @type {number} */ code) =>
    falls[code === KILLED ? "killed" : "own"].push(sentence);
  await step("server", () => superviseServer(lifetime, env, { onFall }));
  const secondPort = await freePort();
  await step("second server", () => startFramework(lifetime, { ...env, PORT: String(secondPort) }));
  const { DATABASE_URL: url, DATA_DIR, BUILD_DIR, PUBLIC_URL, NEXTAUTH_URL, NAMEPLATE_MODE } = env;
  const settings = { DATABASE_URL: url, DATA_DIR, BUILD_DIR, PUBLIC_URL, NEXTAUTH_URL, NAMEPLATE_MODE };
  return { address, second: `http://localhost:${secondPort}`, receiver, source, settings, falls };
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

/** Names of the failed tests of a suite of the browser runner's report. @param {any} suite @returns {string[]} */
function failedSpecs({ specs = [], suites = [] }) {
  const here = specs.filter((spec) => !spec.ok).map(({ file, title }) => `e2e/${file} › ${title}`);
  return [...here, ...suites.flatMap(failedSpecs)];
}

/** Names of those that passed only the second time. @param {any} suite @returns {string[]} */
function flakySpecs({ specs = [], suites = [] }) {
  const here = specs
    .filter((spec) => spec.tests.some((test) => test.status === "flaky"))
    .map(({ file, title, tests }) => {
      const errors = tests.flatMap(({ results }) => results.flatMap((result) => result.errors));
      return told(
        `e2e/${file} › ${title}`,
        errors.map(({ message }) => message),
      );
    });
  return [...here, ...suites.flatMap(flakySpecs)];
}

/** A test's name and what it said first. @param {string} name @param {unknown[]} messages */
function told(name, messages) {
  return `${name}: ${firstLine(messages[0])}`;
}

/** @param {unknown} message */
function firstLine(message) {
  return stripVTControlCharacters(String(message)).split("\n")[0];
}

/** @param {string} name @param {boolean} passed @returns {Count} */
function one(name, passed) {
  return passed
    ? { passed: 1, failed: 0, names: [], again: [] }
    : { passed: 0, failed: 1, names: [name], again: [] };
}

/**
 * What a runner's report says, at least one failure when the runner failed, and when it ran nothing.
 * @param {string} name @param {number} code @param {string} report @param {(report: any) => Count} read
 * @returns {Count}
 */
function count(name, code, report, read) {
  if (!existsSync(report)) return one(name, false);
  const found = read(JSON.parse(readFileSync(report, "utf8")));
  const nothing = found.passed + found.failed === 0;
  if (found.failed > 0 || (code === 0 && !nothing)) return found;
  return {
    ...found,
    failed: 1,
    names: [nothing ? `${name} (none ran)` : `${name} (ended with code ${code})`],
  };
}

/**
 * Runs the steps one after another, a failed one no hindrance to the next, and adds them up.
 * @param {(() => Promise<Count>)[]} steps
 * @returns {Promise<Count>}
 */
export async function addUp(steps) {
  /** @type {Count} */
  const sum = { passed: 0, failed: 0, names: [], again: [] };
  for (const run of steps) {
    const { passed, failed, names, again } = await run().catch((error) => {
      sayFailure(error);
      return one(error instanceof Error ? error.message : String(error), false);
    });
    sum.passed += passed;
    sum.failed += failed;
    sum.names.push(...names);
    sum.again.push(...again);
    say();
  }
  return sum;
}
