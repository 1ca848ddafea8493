import { createHash } from "node:crypto";
import type { Storage } from "@/lib/server/storage";

/**
 * What the database said last, kept in storage for the time when it does not answer: also a process that starts
 * then can show what links show. Only ever an aid: failing to keep or to find something is no failure.
 */
export type Keep = {
  /**
   * Replaces what was kept under the name. The same value again costs nothing. Ends when it is written or that has
   * failed; never rejects, so nobody need wait.
   */
  put: (name: string, value: unknown) => Promise<void>;
  /** Nothing is kept under the name any more. Ends as `put` does. */
  remove: (name: string) => Promise<void>;
  /** The value; null when there is none that can be read. */
  get: (name: string) => Promise<unknown>;
};

export type KeepOptions = {
  /** How many values stay, about; those written longest ago go first, such as links that are long gone. */
  most?: number;
  onError?: (error: unknown) => void;
};

const FOLDER = "kept";
const MOST = 50_000;

/** How many values are remembered as written, by their hashes. */
const REMEMBERED = 20_000;

/** Stands for the hash of nothing. */
const REMOVED = "";

/** A keep in a storage, which several processes may share. */
export function createKeep(storage: Storage, { most = MOST, onError = () => {} }: KeepOptions = {}): Keep {
  /** Hashes of what was last asked to be written. */
  const queued = new Map<string, string>();
  const writing = new Map<string, Promise<void>>();
  let puts = 0;

  const keyOf = (name: string) => `${FOLDER}/${hashOf(name)}`;

  /** Does one thing to a value after what was asked before, so that the last one stays. */
  function after(key: string, hash: string, change: () => Promise<void>): Promise<void> {
    const before = writing.get(key) ?? Promise.resolve();
    if (queued.get(key) === hash) return before;
    if (queued.size >= REMEMBERED) queued.clear();
    queued.set(key, hash);
    const job = before
      .then(change)
      .catch((error) => {
        if (queued.get(key) === hash) queued.delete(key);
        onError(error);
      })
      .finally(() => {
        if (writing.get(key) === job) writing.delete(key);
      });
    writing.set(key, job);
    return job;
  }

  async function write(key: string, text: string): Promise<void> {
    await storage.put(key, Buffer.from(text));
    // With the first of a process, which may end before it has put many.
    if (puts++ % Math.ceil(most / 10) === 0) await storage.trim(FOLDER, most);
  }

  return {
    put(name, value) {
      const key = keyOf(name);
      const text = JSON.stringify(value);
      return after(key, hashOf(text), () => write(key, text));
    },
    remove(name) {
      const key = keyOf(name);
      return after(key, REMOVED, () => storage.remove(key));
    },
    async get(name) {
      try {
        const value: unknown = JSON.parse((await storage.get(keyOf(name))).toString("utf8"));
        return value;
      } catch {
        return null;
      }
    },
  };
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
