// Plain JavaScript, because `npm start` needs it before anything is installed or compiled.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { processTicket, ticketIsLive } from "./process-ticket.mjs";

const POLL_MS = 50;
const DEFAULT_TIMEOUT_MS = 120_000;

let entries = 0;

/**
 * Runs `work` while no other process, and nobody else in this one, holds the lock in `folder`.
 *
 * Lamport's bakery (A New Solution of Dijkstra's Concurrent Programming Problem, 1974) with files: everyone draws
 * a number above all they see, and the lowest number of a living process goes first. A file belongs to one
 * process alone and names it by id and start time, so what a killed process left behind is ignored without
 * anybody ever deciding to break somebody's lock.
 *
 * @template T
 * @param {string} folder made if missing; holds nothing else
 * @param {() => Promise<T>} work
 * @param {{ timeoutMs?: number, onWait?: (holder: number) => void }} [options]
 * @returns {Promise<T>}
 */
export async function withFolderLock(folder, work, options = {}) {
  mkdirSync(folder, { recursive: true });
  const id = `${entries++}.${processTicket()}`;
  const mine = draw(folder, id);
  try {
    await waitForTurn(folder, mine, options);
    return await work();
  } finally {
    rmSync(join(folder, mine), { force: true });
  }
}

/** @param {string} folder @param {string} id */
function draw(folder, id) {
  // Number 0 says: drawing now, wait for me.
  const drawing = name(0, id);
  writeFileSync(join(folder, drawing), "");
  const highest = Math.max(0, ...readdirSync(folder).map((entry) => parse(entry).number));
  const mine = name(highest + 1, id);
  writeFileSync(join(folder, mine), "");
  rmSync(join(folder, drawing));
  return mine;
}

/** @param {string} folder @param {string} mine @param {{ timeoutMs?: number, onWait?: (holder: number) => void }} options */
async function waitForTurn(folder, mine, { timeoutMs = DEFAULT_TIMEOUT_MS, onWait }) {
  const deadline = Date.now() + timeoutMs;
  let told = false;
  for (;;) {
    // A listing may miss a neighbour that changes from drawing to drawn meanwhile; the second listing has it.
    const first = aheadOf(folder, mine) ?? aheadOf(folder, mine);
    if (first === null) return;
    const holder = Number.parseInt(parse(first).ticket, 10);
    if (Date.now() > deadline) {
      const seconds = Math.round(timeoutMs / 1000);
      throw new Error(`Process ${holder} has held ${folder} for ${seconds} seconds. End it, then try again.`);
    }
    if (!told) onWait?.(holder);
    told = true;
    await new Promise((done) => setTimeout(done, POLL_MS));
  }
}

/** @param {string} folder @param {string} mine @returns {string | null} */
function aheadOf(folder, mine) {
  for (const entry of readdirSync(folder).sort()) {
    if (entry >= mine) return null;
    if (ticketIsLive(parse(entry).ticket)) return entry;
    rmSync(join(folder, entry), { force: true });
  }
  return null;
}

/** Names sort as their numbers do. @param {number} number @param {string} id */
function name(number, id) {
  return `${String(number).padStart(12, "0")}.${id}`;
}

/** @param {string} entry */
function parse(entry) {
  const [number = "", , ...ticket] = entry.split(".");
  return { number: Number(number) || 0, ticket: ticket.join(".") };
}
