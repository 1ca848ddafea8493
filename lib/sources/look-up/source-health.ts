import { LRUCache } from "lru-cache";
import { db } from "@/lib/server/db";
import { log } from "@/lib/server/log";
import type { Outcome } from "./asker";
import type { DatabaseWatch } from "./database-watch";
import type { Question } from "./question";
import { createTokenBuckets } from "./token-buckets";

/** What goes on as before is written down no more often, ms. */
const EVERY_MS = 10_000;
/** Of one source by this process: a few changes at once, and then one in five seconds, however it flaps. */
const WRITING = { most: 3, perSecond: 0.2 };
const SOURCES = 5_000;

type Pending = {
  source: { sourceId: string; workspaceId: string };
  outcome: Outcome;
  goodAt: number | null;
  failedAt: number | null;
  /** Since it was written down last, or answered. */
  failures: number;
  /** Whether it answered since it was written down last: then what stands there is no number to add to. */
  answered: boolean;
  writtenAt: number;
  state: string;
  /** Whether it is to be written down as soon as that may be. */
  isWaiting: boolean;
};

export type HealthDeps = {
  watch?: DatabaseWatch;
  /** Does something after so long, ms. */
  later?: (run: () => void, ms: number) => void;
};

/** Writes down how sources do: soon when that changes, and else now and then, for pictures do not wait for it. */
export function createHealthWriter({ watch, later = afterwards }: HealthDeps = {}): {
  note: (question: Question, outcome: Outcome) => void;
  settled: () => Promise<void>;
} {
  const pending = new LRUCache<string, Pending>({ max: SOURCES });
  const writing = new Set<Promise<void>>();
  const writes = createTokenBuckets(WRITING);

  function writeDown(known: Pending, at: number): void {
    const { sourceId } = known.source;
    const waitMs = writes.take(sourceId, 1, at);
    if (waitMs > 0) {
      pending.set(sourceId, { ...known, isWaiting: true });
      if (!known.isWaiting) {
        later(() => {
          const latest = pending.get(sourceId);
          if (latest?.isWaiting) writeDown({ ...latest, isWaiting: false }, at + waitMs);
        }, waitMs);
      }
      return;
    }
    pending.set(sourceId, { ...known, failures: 0, answered: false, writtenAt: at, isWaiting: false });
    const written = (watch ? watch.query(() => write(known)) : write(known)).catch((error) => {
      log().debug({ err: error, source: sourceId }, "how a source does could not be written down");
    });
    const tracked = written.finally(() => writing.delete(tracked));
    writing.add(tracked);
  }

  return {
    note({ source: { sourceId, workspaceId } }, outcome) {
      const { at, fault, openUntil } = outcome;
      const state = `${fault ?? "good"} ${openUntil}`;
      const before = pending.get(sourceId);
      const after: Pending = {
        source: { sourceId, workspaceId },
        outcome,
        goodAt: fault === null ? at : (before?.goodAt ?? null),
        failedAt: fault === null ? (before?.failedAt ?? null) : at,
        failures: fault === null ? 0 : (before?.failures ?? 0) + 1,
        answered: fault === null || (before?.answered ?? false),
        writtenAt: before?.writtenAt ?? Number.NEGATIVE_INFINITY,
        state,
        isWaiting: before?.isWaiting ?? false,
      };
      const isDue = before?.state !== state || at - after.writtenAt >= EVERY_MS;
      if (isDue && !after.isWaiting) writeDown(after, at);
      else pending.set(sourceId, after);
    },
    async settled() {
      while (writing.size > 0) await Promise.all(writing);
    },
  };
}

function afterwards(run: () => void, ms: number): void {
  setTimeout(run, ms).unref();
}

async function write({ source, outcome, goodAt, failedAt, failures, answered }: Pending): Promise<void> {
  const { fault, openUntil } = outcome;
  const times = {
    ...(goodAt === null ? {} : { lastGoodAt: new Date(goodAt) }),
    ...(failedAt === null ? {} : { lastFailedAt: new Date(failedAt) }),
    ...(fault === null ? {} : { lastFault: fault }),
    openUntil: openUntil === null ? null : new Date(openUntil),
  };
  await db().sourceHealth.upsert({
    where: source,
    create: { ...source, ...times, failures },
    update: { ...times, failures: answered ? failures : { increment: failures } },
    select: { sourceId: true },
  });
}
