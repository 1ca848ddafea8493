import { randomUUID } from "node:crypto";
import {
  access,
  constants,
  mkdir,
  open,
  opendir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
} from "node:fs/promises";
import { dirname, join } from "node:path";
import { AppError } from "@/lib/errors";
import { env } from "./env";
import { processWide } from "./process-registry";

/**
 * Where files are kept by key. Keys are made by the server, never from a name somebody typed: lower case
 * segments of `a-z 0-9 . _ -` with slashes between, up to 512 characters.
 */
export type Storage = {
  /**
   * Stores bytes whole or not at all, also when the machine stops half-way. Replaces what was there.
   * @throws AppError storage_full; unavailable when the system lets nothing be written
   */
  put: (key: string, bytes: Uint8Array) => Promise<void>;
  /** @throws AppError not_found */
  get: (key: string) => Promise<Buffer>;
  /** Whether there is something under the key that can be read. */
  has: (key: string) => Promise<boolean>;
  /** Removing what is not there is done already. */
  remove: (key: string) => Promise<void>;
  /** Removes everything below a folder. */
  removeFolder: (folder: string) => Promise<void>;
  /** Names of the folders right below one, as they come; none where there is none. */
  folders: (below: string) => AsyncIterable<string>;
  /** Leaves so many files below a folder; those put longest ago go. */
  trim: (folder: string, most: number) => Promise<void>;
};

const KEY = /^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*)*$/;
const LONGEST_KEY = 512;

/** Keys cannot begin with a dot, so a half-written file can never be read by one. */
const DRAFTS = ".drafts";
const FORGOTTEN_AFTER_MS = 24 * 60 * 60 * 1000;

/** Files in a folder of this machine, readable by its owner only. */
export function createLocalStorage(folder: string): Storage {
  const drafts = join(folder, DRAFTS);
  let prepared: Promise<void> | null = null;

  // The bundler would else take the whole project for what is stored.
  const fileOf = (key: string) => join(/*turbopackIgnore: true*/ folder, checkedKey(key));

  async function prepare(): Promise<void> {
    await mkdir(drafts, { recursive: true, mode: 0o700 });
    await removeForgotten(drafts);
  }

  async function put(key: string, bytes: Uint8Array): Promise<void> {
    const target = fileOf(key);
    try {
      await write(target, bytes);
    } catch (error) {
      throw withSentence(error);
    }
  }

  async function write(target: string, bytes: Uint8Array): Promise<void> {
    prepared ??= prepare();
    await prepared.catch((error) => {
      prepared = null;
      throw error;
    });
    const draft = join(drafts, randomUUID());
    try {
      await writeDurably(draft, bytes);
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      await rename(draft, target);
      await flushFolder(dirname(target));
    } catch (error) {
      // What the system says of the draft must not take the place of what it said of the file.
      await rm(draft, { force: true }).catch(() => undefined);
      throw error;
    }
  }

  async function get(key: string): Promise<Buffer> {
    try {
      return await readFile(/*turbopackIgnore: true*/ fileOf(key));
    } catch (cause) {
      if (!isMissing(cause)) throw cause;
      throw new AppError("not_found", "The file is not in storage.", { cause });
    }
  }

  async function has(key: string): Promise<boolean> {
    return access(/*turbopackIgnore: true*/ fileOf(key), constants.R_OK).then(
      () => true,
      () => false,
    );
  }

  async function remove(key: string): Promise<void> {
    await rm(fileOf(key), { force: true });
  }

  async function removeFolder(below: string): Promise<void> {
    await rm(fileOf(below), { recursive: true, force: true });
  }

  async function* folders(below: string): AsyncGenerator<string> {
    const found = await opendir(fileOf(below)).catch((error: unknown) => {
      if (isMissing(error)) return [];
      throw error;
    });
    // What somebody else put there has no key.
    for await (const entry of found) if (entry.isDirectory() && KEY.test(entry.name)) yield entry.name;
  }

  async function trim(below: string, most: number): Promise<void> {
    const files = await agesBelow(fileOf(below));
    const old = files.sort((a, b) => b.putAt - a.putAt).slice(most);
    for (const { file } of old) await rm(file, { force: true });
  }

  return { put, get, has, remove, removeFolder, folders, trim };
}

/** The storage of this process. */
export function storage(): Storage {
  return processWide("storage", () => createLocalStorage(storageFolder()));
}

/** Where the storage of this process keeps its files. */
export function storageFolder(): string {
  return join(env().DATA_DIR, "storage");
}

/** Makes a folder the storage of this thread, which knows no settings. To be called before `storage`. */
export function keepStorageIn(folder: string): void {
  processWide("storage", () => createLocalStorage(folder));
}

function checkedKey(key: string): string {
  if (key.length <= LONGEST_KEY && KEY.test(key)) return key;
  throw new AppError(
    "invalid",
    `Expected a storage key such as "assets/ws1/9f86d0", got ${JSON.stringify(key)}.`,
  );
}

async function writeDurably(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, "wx", 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes the rename itself last. Windows can open no folder, and its file systems log renames. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Drafts of processes that were killed while writing. */
async function removeForgotten(drafts: string): Promise<void> {
  for (const name of await readdir(drafts)) {
    const file = join(drafts, name);
    const found = await stat(file).catch(() => null);
    if (found && Date.now() - found.mtimeMs > FORGOTTEN_AFTER_MS) await rm(file, { force: true });
  }
}

/** The files below a folder, and when each was put there. None where there is no folder. */
async function agesBelow(folder: string): Promise<{ file: string; putAt: number }[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch((error) => {
    if (isMissing(error)) return [];
    throw error;
  });
  const files = entries.filter((entry) => entry.isFile());
  const found: { file: string; putAt: number }[] = [];
  for (const { parentPath, name } of files) {
    const file = join(parentPath, name);
    const facts = await stat(file).catch(() => null);
    if (facts) found.push({ file, putAt: facts.mtimeMs });
  }
  return found;
}

const MISSING: readonly unknown[] = ["ENOENT", "ENOTDIR", "EISDIR"];

function isMissing(error: unknown): boolean {
  return MISSING.includes(codeOf(error));
}

const FULL: readonly unknown[] = ["ENOSPC", "EDQUOT"];
const REFUSED: readonly unknown[] = ["EROFS", "EMFILE", "ENFILE"];

/** What the system says when nothing can be written, as a sentence for whoever wanted it kept. */
function withSentence(cause: unknown): unknown {
  if (FULL.includes(codeOf(cause))) {
    const message =
      "The server has no room left for files. Nothing was changed; try again when its administrator has made room.";
    return new AppError("storage_full", message, { cause });
  }
  if (REFUSED.includes(codeOf(cause))) {
    const message =
      "The server cannot write files at this moment. Nothing was changed; try again in a minute, and tell its administrator if it goes on.";
    return new AppError("unavailable", message, { cause, details: { retryAfter: 60 } });
  }
  return cause;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
