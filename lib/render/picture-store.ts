import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import type { Encoded } from "./engine/output";

/**
 * Finished pictures on disk, so that a restart and a small memory cost nothing. Only ever an aid: what cannot be
 * read, and what was damaged, counts as not there; what cannot be written is left.
 */
export type PictureStore = {
  get: (key: string) => Promise<Encoded | null>;
  /** Returns at once; the picture is written when there is time. */
  put: (key: string, picture: Encoded) => void;
  /** Ends when everything that was put is written; for tests and for a stop. */
  settled: () => Promise<void>;
};

export type PictureStoreOptions = {
  folder: string;
  /** Most bytes kept; the least recently used pictures go first. */
  maxBytes?: number;
  /** How long an unused picture is kept, ms. */
  maxAgeMs?: number;
  /** The folder is looked through for what can go after so many pictures. */
  sweepEvery?: number;
  /** Told when a picture cannot be written. */
  onError?: (error: unknown) => void;
};

const MAX_BYTES = 1_000_000_000;
const MAX_AGE_MS = 30 * 24 * 60 * 60 * 1000;
/** What is more than this waiting to be written is not written. */
const WRITING = 32;

const SWEEP_EVERY = 2_000;
const SWEEP_EVERY_MS = 60 * 60 * 1000;
/** A picture read is marked as used, but not more often than this, ms. */
const TOUCH_AFTER_MS = 60 * 60 * 1000;

const KEY = /^[A-Za-z0-9_-]{16,64}$/;
/** SHA-256 of what follows, then the quality in one byte, then the picture. */
const HASH_BYTES = 32;

export function createPictureStore(options: PictureStoreOptions): PictureStore {
  const {
    folder,
    maxBytes = MAX_BYTES,
    maxAgeMs = MAX_AGE_MS,
    sweepEvery = SWEEP_EVERY,
    onError = () => {},
  } = options;
  const writing = new Set<Promise<void>>();
  let written = 0;

  const fileOf = (key: string) => join(/*turbopackIgnore: true*/ folder, key.slice(0, 2).toLowerCase(), key);

  async function get(key: string): Promise<Encoded | null> {
    if (!KEY.test(key)) return null;
    const file = fileOf(key);
    const stored = await readFile(/*turbopackIgnore: true*/ file).catch(() => null);
    if (!stored) return null;
    const content = stored.subarray(HASH_BYTES);
    if (content.length < 2 || !hashOf(content).equals(stored.subarray(0, HASH_BYTES))) {
      await rm(file, { force: true }).catch(() => {});
      return null;
    }
    void touch(file);
    const [quality = 0] = content;
    return { bytes: content.subarray(1), quality: quality === 0 ? null : quality };
  }

  async function write(key: string, picture: Encoded): Promise<void> {
    const file = fileOf(key);
    const draft = join(folder, `.${randomUUID()}`);
    const content = Buffer.concat([Uint8Array.of(picture.quality ?? 0), picture.bytes]);
    try {
      await mkdir(join(file, ".."), { recursive: true, mode: 0o700 });
      const handle = await open(draft, "wx", 0o600);
      try {
        await handle.writeFile(Buffer.concat([hashOf(content), content]));
      } finally {
        await handle.close();
      }
      await rename(draft, file);
      written += 1;
      if (written % sweepEvery === 0) await sweep();
    } catch (error) {
      await rm(draft, { force: true }).catch(() => {});
      onError(error);
    }
  }

  /** Removes what is too old, then the least recently used until the rest is small enough. */
  async function sweep(): Promise<void> {
    const now = Date.now();
    const kept: { file: string; size: number; usedAt: number }[] = [];
    for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
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

  function tidy(): void {
    sweep().catch(() => undefined);
  }
  setImmediate(tidy);
  setInterval(tidy, SWEEP_EVERY_MS).unref();

  return {
    get,
    put(key, picture) {
      if (!KEY.test(key) || writing.size >= WRITING) return;
      const job = write(key, picture).finally(() => writing.delete(job));
      writing.add(job);
    },
    async settled() {
      await Promise.all(writing);
    },
  };
}

function hashOf(content: Uint8Array): Buffer {
  return createHash("sha256").update(content).digest();
}

async function touch(file: string): Promise<void> {
  const found = await stat(file).catch(() => null);
  const now = new Date();
  if (found && now.getTime() - found.mtimeMs > TOUCH_AFTER_MS) await utimes(file, now, now).catch(() => {});
}
