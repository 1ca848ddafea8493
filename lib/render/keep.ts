import { createHash } from "node:crypto";
import type { Storage } from "@/lib/server/storage";

/**
 * What the database said last, kept in storage for the time when it does not answer: also a process that starts
 * then can show what links show. Only ever an aid: failing to keep or to find something is no failure.
 */
export type Keep = {
  /** Returns at once; what was kept under the name before is replaced. The same value again costs nothing. */
  put: (name: string, value: unknown) => void;
  /** Returns at once; nothing is kept under the name any more. */
  remove: (name: string) => void;
  /** The value; null when there is none that can be read. */
  get: (name: string) => Promise<unknown>;
  /** Ends when everything that was put is written. */
  settled: () => Promise<void>;
};

/** How many values are remembered as written, by their hashes. */
const REMEMBERED = 20_000;

/** Stands for the hash of nothing. */
const REMOVED = "";

export function createKeep(storage: Storage, onError: (error: unknown) => void = () => {}): Keep {
  /** Hashes of what was last asked to be written. */
  const queued = new Map<string, string>();
  const writing = new Map<string, Promise<void>>();

  const keyOf = (name: string) => `kept/${hashOf(name)}`;

  /** Does one thing to a value after what was asked before, so that the last one stays. */
  function after(key: string, hash: string, change: () => Promise<void>): void {
    if (queued.get(key) === hash) return;
    if (queued.size >= REMEMBERED) queued.clear();
    queued.set(key, hash);
    const before = writing.get(key) ?? Promise.resolve();
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
  }

  return {
    put(name, value) {
      const key = keyOf(name);
      const text = JSON.stringify(value);
      after(key, hashOf(text), () => storage.put(key, Buffer.from(text)));
    },
    remove(name) {
      const key = keyOf(name);
      after(key, REMOVED, () => storage.remove(key));
    },
    async get(name) {
      try {
        const value: unknown = JSON.parse((await storage.get(keyOf(name))).toString("utf8"));
        return value;
      } catch {
        return null;
      }
    },
    async settled() {
      await Promise.all(writing.values());
    },
  };
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
