import { type ChildProcess, fork } from "node:child_process";
import { constants, setPriority } from "node:os";
import { join } from "node:path";
import { env } from "@/lib/server/env";

export type Worker = { pid: () => number; kill: () => Promise<void> };

/**
 * Starts the program that makes batches as the server does: behind everybody else where `low`, and again when it ends by
 * itself.
 */
export async function startWorker(
  settings: Record<string, string> = {},
  { low = false } = {},
): Promise<Worker> {
  let killed = false;
  let child = start();

  function start(): ChildProcess {
    const fresh = fork(join(env().BUILD_DIR, "worker.mjs"), { env: { ...process.env, ...settings } });
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
