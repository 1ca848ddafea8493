import { createHash } from "node:crypto";
import type { Dirent } from "node:fs";
import { type FileHandle, mkdir, open, readdir, readFile, rm, stat, utimes } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Encoded } from "./engine/output";

/**
 * Finished pictures on disk, so that a restart and a small memory cost nothing. Only ever an aid: what cannot be
 * read, and what was damaged, counts as not there; what cannot be written is left.
 */
export type PictureStore = {
  get: (key: string) => Promise<Encoded | null>;
  /** Ends when the picture is written, or left; never rejects, so nobody need wait. */
  put: (key: string, picture: Encoded) => Promise<void>;
};

export type PictureStoreOptions = {
  folder: string;
  /** Most bytes kept; the least recently used pictures go first. */
  maxBytes?: number;
  /** How long an unused picture is kept, ms. */
  maxAgeMs?: number;
  /** Told when a picture cannot be written, or what is too much not be removed. */
  onError?: (error: unknown) => void;
};

const MAX_BYTES = 1_000_000_000;
const MAX_AGE_MS = 30 * 24 * 60 * 60 * 1000;
/** What is more than this waiting to be written is not written. */
const WRITING = 32;

/** The folder is looked through for what can go each time so much of its room was written, and every hour. */
const SWEEP_EVERY_PART = 0.1;
const SWEEP_EVERY_MS = 60 * 60 * 1000;
/** A picture read is marked as used, but not more often than this, ms. */
const TOUCH_AFTER_MS = 60 * 60 * 1000;

/** A file that is not whole and older than this was left so, ms. */
const WRITTEN_WITHIN_MS = 60_000;

const KEY = /^[A-Za-z0-9_-]{16,64}$/;
/** SHA-256 of what follows, then the quality in one byte, then the picture. */
const HASH_BYTES = 32;

/** The pictures in a folder, which is made when it is needed. Several processes may share one. */
export function createPictureStore(options: PictureStoreOptions): PictureStore {
  const { folder, maxBytes = MAX_BYTES, maxAgeMs = MAX_AGE_MS, onError = () => {} } = options;
  let writing = 0;
  let writtenSinceSweep = 0;
  let sweeping: Promise<void> | null = null;

  const fileOf = (key: string) => join(/*turbopackIgnore: true*/ folder, key.slice(0, 2).toLowerCase(), key);

  async function get(key: string): Promise<Encoded | null> {
    if (!KEY.test(key)) return null;
    const file = fileOf(key);
    const stored = await readFile(/*turbopackIgnore: true*/ file).catch(() => null);
    if (!stored) return null;
    const content = stored.subarray(HASH_BYTES);
    if (content.length < 2 || !hashOf(content).equals(stored.subarray(0, HASH_BYTES))) {
      await removeIfLeft(file);
      return null;
    }
    void touch(file);
    const [quality = 0] = content;
    return { bytes: content.subarray(1), quality: quality === 0 ? null : quality };
  }

  /** Straight to its place: a picture that was cut short is told by its hash, and goes when it is read. */
  async function write(key: string, picture: Encoded): Promise<void> {
    const file = fileOf(key);
    const quality = Uint8Array.of(picture.quality ?? 0);
    const content = Buffer.concat([hashOf(quality, picture.bytes), quality, picture.bytes]);
    try {
      const handle = await openNew(file);
      // Another process has it, or is writing it.
      if (!handle) return;
      try {
        await handle.writeFile(content);
      } catch (error) {
        await rm(file, { force: true }).catch(() => {});
        throw error;
      } finally {
        await handle.close();
      }
    } catch (error) {
      onError(error);
      return;
    }
    writtenSinceSweep += content.length;
    if (!sweeping && writtenSinceSweep >= maxBytes * SWEEP_EVERY_PART) await tidy();
  }

  /** Looks the folder through, unless that is being done. */
  function tidy(): Promise<void> {
    writtenSinceSweep = 0;
    sweeping ??= sweep()
      .catch(onError)
      .finally(() => {
        sweeping = null;
      });
    return sweeping;
  }

  /** Removes what is too old, then the least recently used until the rest is small enough. */
  async function sweep(): Promise<void> {
    const now = Date.now();
    const kept: { file: string; size: number; usedAt: number }[] = [];
    for (const entry of await entriesOf(folder)) {
      if (!entry.isFile()) continue;
      const file = join(entry.parentPath, entry.name);
      const found = await stat(file).catch(() => null);
      if (!found) continue;
      if (now - found.mtimeMs > maxAgeMs) await rm(file, { force: true });
      else kept.push({ file, size: found.size, usedAt: found.mtimeMs });
    }
    let total = kept.reduce((sum, { size }) => sum + size, 0);
    for (const { file, size } of kept.sort((a, b) => a.usedAt - b.usedAt)) {
      if (total <= maxBytes) break;
      await rm(file, { force: true });
      total -= size;
    }
  }

  setImmediate(tidy);
  setInterval(tidy, SWEEP_EVERY_MS).unref();

  return {
    get,
    async put(key, picture) {
      if (!KEY.test(key) || writing >= WRITING) return;
      writing += 1;
      await write(key, picture);
      writing -= 1;
    },
  };
}

/** What lies in a folder and below; nothing where there is none yet. */
async function entriesOf(folder: string): Promise<Dirent[]> {
  const isThere = await stat(folder).then(
    () => true,
    () => false,
  );
  return isThere ? readdir(folder, { withFileTypes: true, recursive: true }) : [];
}

/** A new file, in a folder that is made where it is the first in it; null where there is one already. */
async function openNew(file: string, isAgain = false): Promise<FileHandle | null> {
  try {
    return await open(file, "wx", 0o600);
  } catch (error) {
    if (isCode(error, "EEXIST")) return null;
    if (isAgain || !isCode(error, "ENOENT")) throw error;
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    return openNew(file, true);
  }
}

/** Removes a damaged file, unless it may be that it is still being written. */
async function removeIfLeft(file: string): Promise<void> {
  const found = await stat(file).catch(() => null);
  if (found && Date.now() - found.mtimeMs > WRITTEN_WITHIN_MS)
    await rm(file, { force: true }).catch(() => {});
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}

function hashOf(...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
}

async function touch(file: string): Promise<void> {
  const found = await stat(file).catch(() => null);
  const now = new Date();
  if (found && now.getTime() - found.mtimeMs > TOUCH_AFTER_MS) await utimes(file, now, now).catch(() => {});
}
