import { LRUCache } from "lru-cache";
import { db } from "@/lib/server/db";
import { log } from "@/lib/server/log";
import type { Outcome } from "./asker";
import type { Question } from "./question";

/** What goes on as before is written down no more often, ms. */
const EVERY_MS = 10_000;
const SOURCES = 5_000;

type Pending = {
  goodAt: number | null;
  failedAt: number | null;
  failures: number;
  writtenAt: number;
  state: string;
};

/** Writes down how sources do: at once when that changes, and else now and then, for pictures do not wait for it. */
export function createHealthWriter(): {
  note: (question: Question, outcome: Outcome) => void;
  settled: () => Promise<void>;
} {
  const pending = new LRUCache<string, Pending>({ max: SOURCES });
  const writing = new Set<Promise<void>>();
  return {
    note({ source: { sourceId, workspaceId } }, { at, fault, openUntil }) {
      const state = `${fault ?? "good"} ${openUntil}`;
      const before = pending.get(sourceId);
      const after: Pending = {
        goodAt: fault === null ? at : (before?.goodAt ?? null),
        failedAt: fault === null ? (before?.failedAt ?? null) : at,
        failures: fault === null ? 0 : (before?.failures ?? 0) + 1,
        writtenAt: before?.writtenAt ?? Number.NEGATIVE_INFINITY,
        state,
      };
      if (before?.state === state && at - after.writtenAt < EVERY_MS) {
        pending.set(sourceId, after);
        return;
      }
      pending.set(sourceId, { ...after, failures: 0, writtenAt: at });
      const written = write({ sourceId, workspaceId }, after, fault, openUntil).catch((error) => {
        log().debug({ err: error, source: sourceId }, "how a source does could not be written down");
      });
      const tracked = written.finally(() => writing.delete(tracked));
      writing.add(tracked);
    },
    async settled() {
      while (writing.size > 0) await Promise.all(writing);
    },
  };
}

async function write(
  { sourceId, workspaceId }: { sourceId: string; workspaceId: string },
  { goodAt, failedAt, failures }: Pending,
  fault: string | null,
  openUntil: number | null,
): Promise<void> {
  const times = {
    ...(goodAt === null ? {} : { lastGoodAt: new Date(goodAt) }),
    ...(failedAt === null ? {} : { lastFailedAt: new Date(failedAt) }),
    ...(fault === null ? {} : { lastFault: fault }),
    openUntil: openUntil === null ? null : new Date(openUntil),
  };
  await db().sourceHealth.upsert({
    where: { sourceId, workspaceId },
    create: { sourceId, workspaceId, ...times, failures },
    update: { ...times, failures: fault === null ? 0 : { increment: failures } },
    select: { sourceId: true },
  });
}
