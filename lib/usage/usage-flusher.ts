import { randomUUID } from "node:crypto";
import type { UsageBatch } from "./add-usage";
import type { UsageBuffer } from "./usage-buffer";
import type { UsageCounts } from "./usage-counts";

export type UsageFlusherParts = {
  counts: UsageCounts;
  /** Adds a batch, once for its id. Rejects when that is not certain. */
  add: (batch: UsageBatch) => Promise<void>;
  buffer: UsageBuffer;
  /** Told once when counts begin to wait. */
  onWaiting: (error: unknown) => void;
  /** Told when counts cannot even be kept on disk; they stay in memory. */
  onUnkept: (error: unknown) => void;
  now?: () => number;
};

export type UsageFlusher = {
  /** Adds what was counted until now, and what waited. What cannot be added waits for the next time; never rejects. */
  flush: () => Promise<void>;
  /** Keeps on disk what is not added yet, for a process that may be ended at any moment from now on. */
  keep: () => Promise<void>;
};

/** How often it is looked for what other processes left behind. */
const LOOK_EVERY_MS = 60_000;

/**
 * Carries counts from memory to the database. At most one batch is on its way whose outcome may be unknown: it is sent
 * again under its id, unchanged, until it is certain. Everything counted meanwhile stays together in memory as the next one, and
 * on disk under the id it will have.
 */
export function createUsageFlusher(parts: UsageFlusherParts): UsageFlusher {
  const { counts, add, buffer, onWaiting, onUnkept, now = Date.now } = parts;
  let running: Promise<void> | null = null;
  let sent: UsageBatch | null = null;
  let nextId = randomUUID();
  let isWaiting = false;
  let lookedAt = Number.NEGATIVE_INFINITY;

  async function run(): Promise<void> {
    try {
      await sendOwn();
      await sendLeftBehind();
      await buffer.clear().catch(onUnkept);
      isWaiting = false;
    } catch (error) {
      if (!isWaiting) onWaiting(error);
      isWaiting = true;
      await buffer.keep(kept()).catch(onUnkept);
    }
  }

  /** What would be lost with this process. */
  function kept(): UsageBatch[] {
    const rows = counts.peek();
    return [...(sent ? [sent] : []), ...(rows.length > 0 ? [{ id: nextId, rows }] : [])];
  }

  async function sendOwn(): Promise<void> {
    // One that was left over from the last time first, and then what was counted since.
    for (let turn = 0; turn < 2; turn += 1) {
      if (!sent) {
        const rows = counts.take();
        if (rows.length === 0) return;
        sent = { id: nextId, rows };
        nextId = randomUUID();
      }
      await add(sent);
      sent = null;
    }
  }

  async function sendLeftBehind(): Promise<void> {
    if (now() - lookedAt < LOOK_EVERY_MS) return;
    const { batches, done } = await buffer.leftBehind(now());
    for (const batch of batches) await add(batch);
    await done();
    lookedAt = now();
  }

  return {
    async keep() {
      const batches = kept();
      if (batches.length > 0) await buffer.keep(batches).catch(onUnkept);
    },
    async flush() {
      // Whoever asks while one runs wants what was counted since, too.
      await running;
      running ??= run().finally(() => {
        running = null;
      });
      await running;
    },
  };
}
