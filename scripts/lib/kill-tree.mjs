import { spawnSync } from "node:child_process";
import { ticketIsLive } from "../../lib/server/process/process-ticket.mjs";

const POLL_MS = 50;

/** @typedef {{ pid: number, ticket: string }} Tree a process that leads a group of its own, and its ticket */

/**
 * Asks the leader to end, waits for it, and then ends whatever is left of its group. Only the leader is asked: a
 * server that drains still needs its helpers.
 * @param {Tree} tree
 * @param {number} patienceMs
 */
export async function killTree(tree, patienceMs) {
  if (ticketIsLive(tree.ticket)) send(tree.pid, "SIGTERM");
  const deadline = Date.now() + patienceMs;
  while (ticketIsLive(tree.ticket) && Date.now() < deadline) {
    await new Promise((done) => setTimeout(done, POLL_MS));
  }
  killGroup(tree.pid);
}

/** Ends what is left of a group, at once. @param {number} leader */
export function killGroup(leader) {
  if (process.platform === "win32") spawnSync("taskkill", ["/pid", String(leader), "/T", "/F"]);
  else send(-leader, "SIGKILL");
}

/** @param {number} target a process, or a group when negative @param {NodeJS.Signals} name */
function send(target, name) {
  try {
    process.kill(target, name);
  } catch {
    // It has ended.
  }
}
