import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { constants, setPriority } from "node:os";
import { join } from "node:path";
import { env } from "@/lib/server/env";

export type Worker = { pid: () => number; kill: () => Promise<void> };

/** Whether a process can be held to a core of this machine. */
export const canHold = spawnSync("taskset", ["--version"]).status === 0;

/**
 * Starts the program that makes batches as the server does: behind everybody else where `low`, on one `core` alone if
 * given, and again when it ends by itself.
 */
export async function startWorker(
  settings: Record<string, string> = {},
  { low = false, core = null }: { low?: boolean; core?: number | null } = {},
): Promise<Worker> {
  let killed = false;
  let child = start();

  function start(): ChildProcess {
    const program = [process.execPath, join(env().BUILD_DIR, "worker.mjs")];
    const [file = "", ...args] = core === null ? program : ["taskset", "-c", String(core), ...program];
    const fresh = spawn(file, args, {
      env: { ...process.env, ...settings },
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    if (low) setPriority(fresh.pid ?? 0, constants.priority.PRIORITY_LOW);
    fresh.once("exit", (code, signal) => {
      if (killed) return;
      console.log(`the worker ended by itself (${code ?? signal}) and is started again`);
      child = start();
    });
    return fresh;
  }

  await new Promise<void>((done) => child.once("message", () => done()));
  return {
    pid: () => child.pid ?? 0,
    async kill() {
      killed = true;
      const ended = new Promise((done) => child.once("exit", done));
      child.kill("SIGKILL");
      await ended;
    },
  };
}
