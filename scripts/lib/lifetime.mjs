import { fork, spawn } from "node:child_process";
import { constants } from "node:os";
import { describeProcess } from "../../lib/server/process/describe-process.mjs";
import { processTicket } from "../../lib/server/process/process-ticket.mjs";
import { startKeeper } from "./keeper.mjs";
import { killGroup, killTree } from "./kill-tree.mjs";
import { sayFailure } from "./say.mjs";

/** Longer than the server's own drain. */
const PATIENCE_MS = 27_000;
const PARENT_CHECK_MS = 1_000;
const AWAKE_MS = 60_000;
const SIGNALS = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);

/**
 * @typedef {object} Lifetime
 * @property {import("./keeper.mjs").Keeper} keeper
 * @property {(file: string, args: string[], options?: import("node:child_process").SpawnOptions) => Promise<number>} run
 *   starts a program in its own group and gives its exit code
 * @property {(file: string, options?: import("node:child_process").ForkOptions & { args?: string[] }) => import("node:child_process").ChildProcess} fork
 *   starts a Node program with a channel to it
 * @property {() => boolean} isEnding  whether everything is being stopped
 * @property {(cleanup: () => Promise<void>) => void} atEnd  to be done at the end, last given first, programs before
 */

/**
 * Runs a command whose end, whatever its cause, ends everything it started: programs first, then what `atEnd` was
 * told. Causes: the work is done or fails, a signal, the loss of the process that started this one. Should this
 * one be killed outright, the keeper does the same.
 * @param {(lifetime: Lifetime) => Promise<number>} work gives the exit code
 * @param {object} [options]
 * @param {(signal: string) => number} [options.signalCode] the exit code of an end by signal
 * @param {() => void} [options.atLast] what is to be said when all is stopped
 */
export async function withLifetime(work, { signalCode = failedBySignal, atLast } = {}) {
  const keeper = startKeeper();
  /** @type {Map<string, import("./kill-tree.mjs").Tree>} */
  const trees = new Map();
  /** @type {(() => Promise<void>)[]} */
  const cleanups = [];
  let ending = false;
  // Work that waits for something lost must not let the process slip away with everything still running.
  const awake = setInterval(() => undefined, AWAKE_MS);

  /** @param {number} code */
  async function end(code) {
    if (ending) return;
    ending = true;
    await Promise.all([...trees.values()].map((tree) => killTree(tree, PATIENCE_MS)));
    for (const cleanup of cleanups.reverse()) await cleanup().catch(sayFailure);
    keeper.done();
    clearInterval(awake);
    atLast?.();
    process.exit(code);
  }

  /** @param {import("node:child_process").ChildProcess} child */
  function watch(child) {
    if (child.pid === undefined) return;
    const tree = { pid: child.pid, ticket: processTicket(child.pid) };
    trees.set(tree.ticket, tree);
    keeper.tree(tree);
    child.once("exit", () => {
      killGroup(tree.pid);
      trees.delete(tree.ticket);
      keeper.ended(tree.ticket);
    });
  }

  for (const signal of SIGNALS) process.on(signal, () => void end(signalCode(signal)));
  process.on("disconnect", () => void end(signalCode("SIGTERM")));
  endWithNpm(() => void end(signalCode("SIGTERM")));

  /** @type {Lifetime} */
  const lifetime = {
    keeper,
    isEnding: () => ending,
    run: (file, args, options) =>
      new Promise((done, fail) => {
        const child = spawn(file, args, {
          stdio: "inherit",
          ...options,
          detached: process.platform !== "win32",
        });
        watch(child);
        child.once("error", fail);
        // After an end has begun nothing more is to be started on this one's success.
        child.once("close", (code) => ending || done(code ?? 1));
      }),
    fork: (file, { args = [], ...options } = {}) => {
      const child = fork(file, args, { ...options, detached: process.platform !== "win32" });
      watch(child);
      return child;
    },
    atEnd: (cleanup) => cleanups.push(cleanup),
  };
  try {
    await end(await work(lifetime));
  } catch (error) {
    if (!ending) sayFailure(error);
    await end(1);
  }
}

/** As shells do: 128 and the signal's number. @param {string} signal */
function failedBySignal(signal) {
  return 128 + (constants.signals[signal] ?? 0);
}

/**
 * npm, killed outright, leaves its script running, sometimes with a shell between the two: notice when either has
 * another parent.
 * @param {() => void} onLost
 */
function endWithNpm(onLost) {
  if (process.env.npm_lifecycle_event === undefined || process.platform === "win32") return;
  const ancestors = () => `${process.ppid} ${describeProcess(process.ppid)?.parent}`;
  const first = ancestors();
  setInterval(() => {
    if (ancestors() !== first) onLost();
  }, PARENT_CHECK_MS).unref();
}
