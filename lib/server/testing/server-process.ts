import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { build } from "esbuild";
import { env, systemVariables } from "../env";

const ROOT = join(import.meta.dirname, "../../..");

export type Server = {
  child: ChildProcess;
  origin: string;
  /** What it wrote until now, where it was asked to write everything down. */
  written: () => string;
};

/** Compiles a server of this folder to a program of its own, and says where it is; whoever asks removes it. */
export async function buildServer(entry: "picture-server" | "api-server"): Promise<string> {
  const program = join(env().BUILD_DIR, `${entry}-${process.pid}.mjs`);
  await build({
    entryPoints: [join(ROOT, "lib/server/testing", `${entry}.ts`)],
    outfile: program,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    alias: { "@": ROOT, "server-only": join(ROOT, "scripts/empty.mjs") },
    logLevel: "error",
  });
  return program;
}

/** Starts a compiled server on the database of this test, with a data folder of its own, on a free port. */
export async function startServer(
  program: string,
  dataDir: string,
  { writesAll = false, settings = {} }: { writesAll?: boolean; settings?: Record<string, string> } = {},
): Promise<Server> {
  const child = fork(program, {
    env: {
      ...systemVariables(),
      DATABASE_URL: env().DATABASE_URL,
      DATA_DIR: dataDir,
      BUILD_DIR: env().BUILD_DIR,
      NEXTAUTH_SECRET: env().NEXTAUTH_SECRET,
      LOG_LEVEL: writesAll ? "trace" : "silent",
      ...settings,
    },
    cwd: ROOT,
    silent: writesAll,
  });
  let written = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (part: Buffer) => {
      written += part.toString("utf8");
    });
  }
  const { port } = await new Promise<{ port: number }>((done, fail) => {
    child.once("message", (message: { port: number }) => done(message));
    child.once("exit", (code) => fail(new Error(`the server ended with ${code}`)));
  });
  return { child, origin: `http://127.0.0.1:${port}`, written: () => written };
}

/** Has a server carry what it has counted to the database, as far as it can. */
export async function flushServer({ child }: Server): Promise<void> {
  const flushed = new Promise<void>((done) => {
    const hear = (message: unknown) => {
      if (message !== "flushed") return;
      child.off("message", hear);
      done();
    };
    child.on("message", hear);
  });
  child.send("flush");
  await flushed;
}

/** Ends a server, and waits until it is gone. */
export async function stopServer({ child }: Server, signal: NodeJS.Signals = "SIGKILL"): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once("exit", done));
  child.kill(signal);
  await ended;
}
