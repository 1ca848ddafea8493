import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { BUILD_DIR } from "./project.mjs";

/**
 * @typedef {object} Keeper
 * @property {(tree: import("./kill-tree.mjs").Tree) => void} tree  a program to stop
 * @property {(ticket: string) => void} ended  that program has ended
 * @property {(dataDir: string) => void} database  an embedded database to stop when nobody uses it
 * @property {(folder: string) => void} folder  a temporary folder to remove
 * @property {() => void} done  all is stopped; nothing is left to do
 */

/**
 * Starts a process that stops what this one started, should this one be killed without a chance to do so.
 * @returns {Keeper}
 */
export function startKeeper() {
  const program = fileURLToPath(new URL("./keeper-process.mjs", import.meta.url));
  const child = spawn(process.execPath, [program], {
    detached: true,
    windowsHide: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  child.unref();
  child.stdin.on("error", () => undefined);
  // The pipe is what tells the keeper that this process lives; it must not keep it alive itself.
  /** @type {any} */ (child.stdin).unref?.();
  const tell = (fact) => child.stdin.write(`${JSON.stringify(fact)}\n`);
  return {
    tree: (tree) => tell({ tree }),
    ended: (ticket) => tell({ ended: ticket }),
    database: (dataDir) => tell({ database: dataDir, program: join(BUILD_DIR, "postgres.mjs") }),
    folder: (folder) => tell({ folder }),
    done: () => {
      tell({ done: true });
      child.stdin.end();
    },
  };
}
