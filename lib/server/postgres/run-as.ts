import { realpathSync, statSync } from "node:fs";
import { dirname } from "node:path";

/** Whom the database runs as when it cannot run as this process's own user. */
export type RunAs = { uid: number; gid: number };

/** The user without rights that every Unix knows as nobody. */
const NOBODY: RunAs = { uid: 65534, gid: 65534 };

/** Postgres refuses to run as root; null means as whoever this process runs as. */
export function runAs(): RunAs | null {
  return process.getuid?.() === 0 ? NOBODY : null;
}

/** Whether the user may walk to an existing path and read it, as its permission bits say. */
export function canReach(path: string, user: RunAs | null): boolean {
  if (user === null) return true;
  const full = realpathSync(path);
  return mayRead(full, user) && parents(full).every((folder) => mayEnter(folder, user));
}

function parents(path: string): string[] {
  const parent = dirname(path);
  return parent === path ? [] : [parent, ...parents(parent)];
}

function mayEnter(folder: string, user: RunAs): boolean {
  return (permissionsOf(folder, user) & 1) === 1;
}

function mayRead(path: string, user: RunAs): boolean {
  const needed = statSync(path).isDirectory() ? 5 : 4;
  return (permissionsOf(path, user) & needed) === needed;
}

/** The three bits (read 4, write 2, enter 1) that count for the user: owner's, group's or everybody's. */
function permissionsOf(path: string, user: RunAs): number {
  const { mode, uid, gid } = statSync(path);
  if (uid === user.uid) return (mode >> 6) & 7;
  return gid === user.gid ? (mode >> 3) & 7 : mode & 7;
}
