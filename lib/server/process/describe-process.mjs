// Plain JavaScript, because `npm start` needs it before anything is installed or compiled.
import { execFileSync } from "node:child_process";
import { readFileSync, readlinkSync } from "node:fs";

/**
 * @typedef {{ pid: number, parent: number, name: string, startedAt: string, workingFolder: string | null }} ProcessDescription
 */

/**
 * A running process, or null when there is none of that id; a zombie has ended and counts as none. Process ids
 * are used again, so a process is only the same one when `startedAt` is equal too. `workingFolder` is null and
 * `parent` 0 where the system does not tell.
 * @param {number} pid
 * @returns {ProcessDescription | null}
 */
export function describeProcess(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  if (process.platform === "linux") return fromProc(pid);
  return process.platform === "win32" ? fromTasklist(pid) : fromPs(pid);
}

/** @param {number} pid @returns {ProcessDescription | null} */
function fromProc(pid) {
  let stat;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  } catch {
    return null;
  }
  // "pid (name) state ppid ..."; the name may itself hold spaces and brackets (proc_pid_stat(5)).
  const end = stat.lastIndexOf(")");
  const fields = stat.slice(end + 2).split(" ");
  const state = fields[0];
  if (state === "Z" || state === "X" || state === "x") return null;
  const name = stat.slice(stat.indexOf("(") + 1, end);
  const parent = Number(fields[1]);
  return { pid, parent, name, startedAt: fields[19] ?? "", workingFolder: workingFolder(pid) };
}

/** @param {number} pid */
function workingFolder(pid) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}

/** @param {number} pid @returns {ProcessDescription | null} */
function fromPs(pid) {
  try {
    const options = { encoding: /** @type {const} */ ("utf8"), env: { ...process.env, LC_ALL: "C" } };
    const line = execFileSync("ps", ["-o", "stat=,ppid=,lstart=,comm=", "-p", String(pid)], options).trim();
    const found = /^(\S+)\s+(\d+)\s+(\S+\s+\S+\s+\S+\s+\S+\s+\S+)\s+(.*)$/.exec(line);
    if (!found?.[1] || found[1].startsWith("Z")) return null;
    const name = (found[4] ?? "").split("/").at(-1) ?? "";
    return {
      pid,
      parent: Number(found[2]),
      name,
      startedAt: (found[3] ?? "").replace(/\W+/g, "-"),
      workingFolder: null,
    };
  } catch {
    return null;
  }
}

/** @param {number} pid @returns {ProcessDescription | null} */
function fromTasklist(pid) {
  try {
    const line = execFileSync("tasklist", ["/FI", `PID eq ${pid}`, "/FO", "CSV", "/NH"], {
      encoding: "utf8",
    });
    const found = /^"([^"]+?)(?:\.exe)?","(\d+)"/i.exec(line.trim());
    if (!found?.[1] || Number(found[2]) !== pid) return null;
    return { pid, parent: 0, name: found[1], startedAt: "", workingFolder: null };
  } catch {
    return null;
  }
}
