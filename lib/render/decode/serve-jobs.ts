import { rmdirSync } from "node:fs";
import { Worker } from "node:worker_threads";
import type { z } from "zod";
import { CHILD_READY } from "./child-ready";

/**
 * The child's side: answers jobs one after another until the server that started it is gone. A child holds no
 * secrets, no files and no connections, and is killed when it hangs or, from within, when it grows past
 * `lastResortRss` bytes.
 */
export function serveJobs<Job>(
  jobs: z.ZodType<Job>,
  work: (job: Job) => Promise<object>,
  lastResortRss: number,
): void {
  process.on("message", async (message) => {
    const outcome = await work(jobs.parse(message));
    process.send?.({ outcome, rss: process.memoryUsage.rss() });
  });
  // Ctrl-C reaches the whole group; the server still needs its children while it finishes its answers.
  process.on("SIGINT", () => {});
  process.on("disconnect", () => process.exit(0));
  process.on("exit", removeOwnFolder);
  // From a thread of its own, since a bomb may hold the main one.
  new Worker(WATCH_MEMORY, { eval: true, workerData: lastResortRss }).unref();
  process.send?.(CHILD_READY);
}

/** The server that would remove it may be gone already. */
function removeOwnFolder(): void {
  try {
    rmdirSync(process.cwd());
  } catch {
    // It is removed, or something lies in it.
  }
}

const WATCH_MEMORY = `
const { workerData } = require("node:worker_threads");
setInterval(() => {
  if (process.memoryUsage.rss() > workerData) process.kill(process.pid, "SIGKILL");
}, 20);`;
