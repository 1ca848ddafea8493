import { lstatSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AppError } from "@/lib/errors";
import { canReach, type RunAs } from "./run-as";

/**
 * A folder of ours that the database's user can walk to, for when the project is closed to it (a home folder,
 * a private temporary folder). It lies in a place where anybody may make folders, so one that is not ours, or
 * that others may write to, is refused.
 */
export function readableFolder(user: RunAs | null): string {
  const place = [tmpdir(), "/var/tmp", "/tmp"].find((candidate) => isOpen(candidate, user));
  if (!place) {
    throw new AppError(
      "unavailable",
      "The database runs as another user than root and can reach neither this project nor a temporary folder. " +
        "Move the project to a folder that every user may enter, or start it as a normal user.",
    );
  }
  const folder = join(place, `nameplate-postgres-${process.getuid?.() ?? 0}`);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const found = lstatSync(folder);
  const ours = found.isDirectory() && found.uid === (process.getuid?.() ?? found.uid);
  if (!ours || (found.mode & 0o022) !== 0) {
    throw new AppError(
      "unavailable",
      `${folder} belongs to somebody else or is open to all. Remove it, then try again.`,
    );
  }
  return folder;
}

function isOpen(folder: string, user: RunAs | null): boolean {
  try {
    return canReach(folder, user);
  } catch {
    return false;
  }
}
