import { createHash } from "node:crypto";
import type { Storage } from "@/lib/server/storage";

/**
 * What the database said last, kept in storage for the time when it does not answer: also a process that starts
 * then can show what links show. Only ever an aid: failing to keep or to find something is no failure.
 */
export type Keep = {
  /** Returns at once; what was kept under the name before is replaced. The same value again costs nothing. */
  put: (name: string, value: unknown) => void;
  /** The value; null when there is none that can be read. */
  get: (name: string) => Promise<unknown>;
  /** Ends when everything that was put is written. */
  settled: () => Promise<void>;
};

/** How many values are remembered as written, by their hashes. */
const REMEMBERED = 20_000;

export function createKeep(storage: Storage, onError: (error: unknown) => void = () => {}): Keep {
  const written = new Map<string, string>();
  const writing = new Map<string, Promise<void>>();

  const keyOf = (name: string) => `kept/${hashOf(name)}`;

  async function write(key: string, text: string, hash: string): Promise<void> {
    try {
      await storage.put(key, Buffer.from(text));
      if (written.size >= REMEMBERED) written.clear();
      written.set(key, hash);
    } catch (error) {
      onError(error);
    }
  }

  return {
    put(name, value) {
      const key = keyOf(name);
      const text = JSON.stringify(value);
      const hash = hashOf(text);
      if (written.get(key) === hash) return;
      // Writes of one name go one after the other, so that the last one stays.
      const before = writing.get(key) ?? Promise.resolve();
      const job = before
        .then(() => write(key, text, hash))
        .finally(() => {
          if (writing.get(key) === job) writing.delete(key);
        });
      writing.set(key, job);
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
