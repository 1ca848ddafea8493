import { randomBytes } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { userInfo } from "node:os";
import { basename, dirname, join } from "node:path";
import { AppError } from "@/lib/errors";
import { readableFolder } from "./readable-folder";
import { canReach, type RunAs } from "./run-as";
import { runProgram, untilEnd } from "./run-program";

/** The database's one user. It owns everything; the password is random and stays on this machine. */
export const DATABASE_USER = "nameplate";

const INITDB_TIMEOUT_MS = 120_000;

export type Cluster = { folder: string; user: RunAs | null };

/**
 * Makes the cluster if there is none: UTF-8, C locale, password (scram) on every connection. It appears under its
 * name when it is complete, so an interrupted first start leaves nothing half made.
 */
export async function createCluster(
  { folder, user }: Cluster,
  initdb: string,
  password: string,
  durable: boolean,
): Promise<void> {
  if (existsSync(join(folder, "PG_VERSION"))) return;
  if (!user) refuseNameless();
  const draft = `${folder}.${randomBytes(4).toString("hex")}`;
  const passwordFolder = mkdtempSync(join(user ? readableFolder(user) : dirname(folder), "first-start-"));
  const passwordFile = join(passwordFolder, "password");
  try {
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    mkdirSync(draft, { mode: 0o700 });
    if (user) for (const path of [passwordFolder, passwordFile, draft]) chownSync(path, user.uid, user.gid);
    const child = runProgram({
      file: initdb,
      args: [
        `--pgdata=${pathFor({ folder: draft, user })}`,
        `--username=${DATABASE_USER}`,
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
        "--no-instructions",
        ...(durable ? [] : ["--no-sync"]),
      ],
      cwd: draft,
      user,
    });
    await untilEnd(child, INITDB_TIMEOUT_MS);
    renameSync(draft, folder);
  } finally {
    rmSync(passwordFolder, { recursive: true, force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Containers run as any number; Postgres wants the user to have a name. */
function refuseNameless(): void {
  try {
    userInfo();
  } catch (cause) {
    throw new AppError(
      "unavailable",
      `This runs as user ${process.getuid?.()}, who has no entry in /etc/passwd, and Postgres makes no database for such a one. ` +
        "Start as a user with a name, or give a database of your own in DATABASE_URL.",
      { cause },
    );
  }
}

/**
 * How the database's programs are told of the cluster. A user who cannot walk to it (a project in root's home)
 * is given the folder it already stands in, which Linux lets it use.
 */
export function pathFor({ folder, user }: Cluster): string {
  if (canReach(folder, user)) return folder;
  if (process.platform === "linux") return "/proc/self/cwd";
  throw new AppError(
    "unavailable",
    `The database runs as another user than root and cannot reach ${folder}. Move the project to a folder that every user may enter, or start it as a normal user.`,
  );
}

/** Refuses a cluster of somebody else, or of another version of the programs, with a sentence that says what to do. */
export function checkCluster({ folder, user }: Cluster, programsVersion: string): void {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (!found) return;
  const expected = user?.uid ?? process.getuid?.() ?? found.uid;
  if (found.uid !== expected) {
    throw new AppError(
      "unavailable",
      `The database folder ${folder} belongs to user ${found.uid}, and this start would run it as user ${expected}. ` +
        `Start as the user who made it${found.uid === 65534 ? " (root)" : ""}, or choose another folder in DATA_DIR, or remove the folder to begin anew.`,
    );
  }
  const version = readFileSync(join(folder, "PG_VERSION"), "utf8").trim();
  const programs = programsVersion.split(".")[0];
  if (version !== programs) {
    throw new AppError(
      "unavailable",
      `The database folder ${basename(folder)} was made by Postgres ${version}, and the installed one is ${programs}. ` +
        "Install the former version to dump it, or remove the folder to begin anew.",
    );
  }
}
