import { LRUCache } from "lru-cache";
import { z } from "zod";
import { db } from "@/lib/server/db";
import { Prisma } from "@/lib/server/generated/prisma/client";
import { seal, unseal } from "@/lib/server/sealed-secret";
import type { KeptAnswers } from "./asker";
import type { Question } from "./question";

/** What is kept of one source, about; the oldest goes first. A mailing has more recipients than that. */
const ROWS = 5_000;
/** Of answers as they are stored. */
const BYTES = 16_000_000;
/** After so many writes of a source by a process, or after an eighth of its bytes, the surplus is removed. */
const TRIM_EVERY = 100;
const TRIM_AFTER = 1 / 8;
/** Sources whose writes are counted. */
const SOURCES = 5_000;

const stored = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("values"), values: z.record(z.string(), z.string()) }),
  z.object({
    kind: z.literal("rows"),
    names: z.array(z.string()),
    places: z.array(z.int()),
    rows: z.record(z.string(), z.array(z.string())),
  }),
]);

/** The last good answers of live sources in the database, encrypted, for every process. */
export function createKeptAnswers({ rows = ROWS, bytes = BYTES, trimEvery = TRIM_EVERY } = {}): KeptAnswers {
  const written = new LRUCache<string, { writes: number; bytes: number }>({ max: SOURCES });

  /** Counts a write, and says whether there may be too much by now: at the first one nobody knows. */
  function isTrimDue(sourceId: string, size: number): boolean {
    const known = written.get(sourceId);
    const now = { writes: (known?.writes ?? 0) + 1, bytes: (known?.bytes ?? 0) + size };
    const isDue = !known || now.writes % trimEvery === 0 || now.bytes > bytes * TRIM_AFTER;
    written.set(sourceId, isDue ? { ...now, bytes: 0 } : now);
    return isDue;
  }

  return {
    async read({ key, source: { sourceId, workspaceId } }) {
      const row = await db().sourceAnswer.findUnique({
        where: { sourceId_key: { sourceId, key }, workspaceId },
        select: { answer: true, at: true },
      });
      const plain = row && unseal("source", `${sourceId} ${key}`, row.answer);
      // What another release has kept in another form is asked for anew.
      const extract = plain === null ? null : stored.safeParse(JSON.parse(plain)).data;
      return row && extract ? { extract, at: row.at.getTime() } : null;
    },
    async write({ key, source: { sourceId, workspaceId, config } }, { extract, at }) {
      const answer = seal("source", `${sourceId} ${key}`, JSON.stringify(extract));
      const until = at + Math.max(config.staleSeconds, config.cacheSeconds) * 1000;
      const data = { answer, at: new Date(at), until: new Date(until) };
      await db().sourceAnswer.upsert({
        where: { sourceId_key: { sourceId, key }, workspaceId },
        create: { sourceId, key, workspaceId, ...data },
        update: data,
        select: { key: true },
      });
      if (isTrimDue(sourceId, answer.length)) await trim(sourceId, rows, bytes);
    },
    async remove({ key, source: { sourceId, workspaceId } }: Question) {
      await db().sourceAnswer.deleteMany({ where: { sourceId, key, workspaceId } });
    },
  };
}

/** Leaves a source so many of its answers, and so many bytes of them: the youngest. */
async function trim(sourceId: string, rows: number, bytes: number): Promise<void> {
  await db().$executeRaw(Prisma.sql`
    DELETE FROM "SourceAnswer" WHERE "sourceId" = ${sourceId} AND key IN (
      SELECT key FROM (
        SELECT key, row_number() OVER young AS place, sum(octet_length(answer)) OVER young AS size
        FROM "SourceAnswer" WHERE "sourceId" = ${sourceId}
        WINDOW young AS (ORDER BY at DESC, key)
      ) kept WHERE place > ${rows} OR size > ${bytes})`);
}
