import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import type { StartPostgresOptions } from "../start-postgres";

export type Started = { pid: number; port: number; adopted: boolean; url: string };
export type OtherProcess = {
  child: ChildProcess;
  /** What its `startPostgres` gave; rejects with what it threw. */
  started: Promise<Started>;
  /** Lets it stop its use of the database and end. */
  stop: () => Promise<void>;
  /** Kills it without a chance to stop anything. */
  kill: () => Promise<void>;
};

const PROGRAM = `
import { startPostgres } from "./start.mjs";
process.on("message", async (options) => {
  try {
    const database = await startPostgres(options);
    process.send({ started: { ...database, url: database.url() } });
    process.once("message", async () => {
      await database.stop();
      process.exit(0);
    });
  } catch (error) {
    process.send({ failed: error.message });
  }
});
`;

/** A compiled copy of the launcher, in a folder everybody may read, for other processes and other users to run. */
export async function compileLauncher(): Promise<{ folder: string; remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), "nameplate-launcher-"));
  chmodSync(folder, 0o755);
  await build({
    entryPoints: { start: join(import.meta.dirname, "..", "start-postgres.ts") },
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    alias: { "@": join(import.meta.dirname, "..", "..", "..", "..") },
    // CommonJS packages inside an ES module ask for these.
    banner: { js: `import { createRequire as r } from "node:module"; const require = r(import.meta.url);` },
    external: ["pg-native", "pg-cloudflare"],
    logLevel: "error",
  });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Starts the database from another process, as another user if told. */
export function startElsewhere(
  launcher: string,
  options: StartPostgresOptions,
  user: { uid: number; gid: number } | null = null,
): OtherProcess {
  const child = spawn(process.execPath, ["--input-type=module", "-e", PROGRAM], {
    cwd: launcher,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    ...(user ?? {}),
  });
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  const started = new Promise<Started>((done, fail) => {
    child.once("message", (said: { started?: Started; failed?: string }) => {
      if (said.started) done(said.started);
      else fail(new Error(said.failed));
    });
    child.once("exit", (code) => fail(new Error(`the process ended with ${code}`)));
  });
  started.catch(() => undefined);
  child.send(options);
  return {
    child,
    started,
    stop: async () => {
      child.send("stop");
      await ended;
    },
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
