import { readFileSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describeProcess } from "../process/describe-process.mjs";

/** A running database server and where it listens. */
export type Postmaster = { pid: number; port: number };

/**
 * The server that runs on this cluster, or null. What `postmaster.pid` says is only believed of a process that
 * lives (a zombie does not), is a Postgres and works in this very folder: ids are used again after a crash.
 */
export function livePostmaster(cluster: string): Postmaster | null {
  const noted = readPidFile(cluster);
  if (noted === null) return null;
  const found = describeProcess(noted.pid);
  if (found === null || !/^postgres/i.test(found.name)) return null;
  if (process.platform === "linux") {
    // The server runs as a user whose processes we may look into; one that hides its folder is not ours.
    if (found.workingFolder !== realpathSync(cluster)) return null;
  }
  return noted;
}

/** Removes the note of a server that is gone. Only to be called while holding the folder's lock. */
export function forgetDeadPostmaster(cluster: string): void {
  if (livePostmaster(cluster) === null) rmSync(join(cluster, "postmaster.pid"), { force: true });
}

/** Lines: process id, data folder, start time, port (Postgres: src/include/utils/pidfile.h). */
function readPidFile(cluster: string): Postmaster | null {
  try {
    const lines = readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
    const [pid, port] = [Number(lines[0]), Number(lines[3])];
    return Number.isInteger(pid) && pid > 0 ? { pid, port: Number.isInteger(port) ? port : 0 } : null;
  } catch {
    return null;
  }
}
