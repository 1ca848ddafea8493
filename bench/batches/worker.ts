import { fork } from "node:child_process";
import { constants, setPriority } from "node:os";
import { join } from "node:path";
import { env } from "@/lib/server/env";

export type Worker = { pid: number; kill: () => Promise<void> };

/** Starts the program that makes batches as the server does: behind everybody else where `low`. */
export async function startWorker(
  settings: Record<string, string> = {},
  { low = false } = {},
): Promise<Worker> {
  const child = fork(join(env().BUILD_DIR, "worker.mjs"), { env: { ...process.env, ...settings } });
  const pid = child.pid ?? 0;
  if (low) setPriority(pid, constants.priority.PRIORITY_LOW);
  await new Promise<void>((done, fail) => {
    child.once("message", () => done());
    child.once("exit", (code) => fail(new Error(`the worker ended with ${code}`)));
  });
  return {
    pid,
    async kill() {
      const ended = new Promise((done) => child.once("exit", done));
      child.kill("SIGKILL");
      await ended;
    },
  };
}
