import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { compiled } from "../scripts/lib/compile.mjs";
import { provideDatabase } from "../scripts/lib/database.mjs";
import { prepare } from "../scripts/lib/prepare.mjs";
import { ROOT } from "../scripts/lib/project.mjs";
import { Sentence, say, step } from "../scripts/lib/say.mjs";
import { startServer } from "../scripts/lib/server.mjs";

const BENCH = join(ROOT, "bench");

/**
 * Below the benchmark's own packages, so that programs find those first and the project's after them; and as deep
 * as the sources lie that look for `public` from their own place.
 */
const COMPILED = join(BENCH, "node_modules", ".cache");

const PROGRAMS = {
  pictures: "bench/pictures/run.ts",
  http: "bench/http/run.ts",
  editor: "bench/editor/run.ts",
  rows: "bench/rows/run.ts",
  batches: "bench/batches/run.ts",
  soak: "bench/soak/run.ts",
  "soak-batch": "bench/soak/batch.ts",
  "bare-server": "bench/http/bare-server.ts",
  "picture-server": "lib/server/testing/picture-server.ts",
};

/** Programs that compare with nothing that is to be installed. */
const PEERLESS = ["editor", "rows", "batches", "soak-batch", "picture-server"];

/**
 * Brings the project and the benchmark's own packages to where its programs run, and compiles those named.
 * @param {import("../scripts/lib/lifetime.mjs").Lifetime} lifetime
 * @param {(keyof typeof PROGRAMS)[]} names
 */
export async function preparePrograms(lifetime, names) {
  await prepare(lifetime, { pages: false });
  if (names.some((name) => !PEERLESS.includes(name))) await installPeers(lifetime);
  const { build, stop } = await import("esbuild");
  await build({
    absWorkingDir: ROOT,
    entryPoints: names.map((name) => ({ in: PROGRAMS[name], out: name })),
    outdir: COMPILED,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    alias: { "@": ROOT, "server-only": join(ROOT, "scripts", "empty.mjs") },
    logLevel: "warning",
  });
  await stop();
}

/**
 * A database of its own in a folder that is removed at the end, whatever DATABASE_URL says; the settings for programs.
 * @param {import("../scripts/lib/lifetime.mjs").Lifetime} lifetime
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
export async function provideOwnDatabase(lifetime) {
  const dataDir = await mkdtemp(join(tmpdir(), "nameplate-bench-"));
  lifetime.keeper.folder(dataDir);
  lifetime.atEnd(() => rm(dataDir, { recursive: true, force: true }));
  const { DATABASE_URL: _, NEXTAUTH_SECRET: __, ...env } = process.env;
  const own = { ...env, NAMEPLATE_MODE: "local", LOG_LEVEL: "silent" };
  return provideDatabase(lifetime, { dataDir, nodeEnv: "production", durable: false, env: own });
}

/**
 * The whole product as `npm start` serves it, with a database and a port of its own. Answers the settings for a
 * program that opens it: BASE_URL is its address.
 * @param {import("../scripts/lib/lifetime.mjs").Lifetime} lifetime
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
export async function provideServer(lifetime) {
  await prepare(lifetime, { pages: true });
  const { freePort } = await import(pathToFileURL(compiled("free-port")).href);
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const env = await provideOwnDatabase(lifetime);
  await startServer(lifetime, { ...env, PORT: String(port), PUBLIC_URL: address });
  return { ...env, BASE_URL: address };
}

/**
 * Runs a compiled program and gives its exit code.
 * @param {import("../scripts/lib/lifetime.mjs").Lifetime} lifetime
 * @param {keyof typeof PROGRAMS} name
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
export function runProgram(lifetime, name, args, env = process.env) {
  const program = join(COMPILED, `${name}.mjs`);
  return lifetime.run(process.execPath, [program, ...args], { cwd: ROOT, env });
}

/** @param {import("../scripts/lib/lifetime.mjs").Lifetime} lifetime */
async function installPeers(lifetime) {
  if (isInstalled()) return;
  say("Installing what the benchmark compares with (about 25 MB to fetch, once):");
  const npm = process.env.npm_execpath;
  const args = ["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"];
  const [file, ...rest] = npm?.endsWith("js") ? [process.execPath, npm, ...args] : ["npm", ...args];
  const options = { cwd: BENCH, shell: file === "npm" && process.platform === "win32" };
  const code = await step("npm install", () => lifetime.run(file, rest, options));
  if (code !== 0) throw new Sentence("The peers could not be installed; npm says why above.");
}

function isInstalled() {
  const { devDependencies } = readJson(join(BENCH, "package.json"));
  return Object.entries(devDependencies).every(([name, version]) => {
    const file = join(BENCH, "node_modules", name, "package.json");
    return existsSync(file) && readJson(file).version === version;
  });
}

/** @param {string} file */
function readJson(file) {
  return JSON.parse(readFileSync(file, "utf8"));
}
