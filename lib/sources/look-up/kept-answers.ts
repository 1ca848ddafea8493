import { z } from "zod";
import { db } from "@/lib/server/db";
import { Prisma } from "@/lib/server/generated/prisma/client";
import { seal, unseal } from "@/lib/server/sealed-secret";
import type { KeptAnswers } from "./asker";
import type { Question } from "./question";

/** Answers of one source that are kept, about; the oldest go first. A mailing has more recipients than that. */
const ROWS = 5_000;
/** After so many writes of a process the surplus is removed. */
const TRIM_EVERY = 100;

const stored = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("values"), values: z.record(z.string(), z.string()) }),
  z.object({
    kind: z.literal("rows"),
    names: z.array(z.string()),
    rows: z.record(z.string(), z.array(z.string())),
  }),
]);

/** The last good answers of live sources in the database, encrypted, for every process. */
export function createKeptAnswers({ rows = ROWS, trimEvery = TRIM_EVERY } = {}): KeptAnswers {
  let writes = 0;
  return {
    async read({ key, source: { sourceId, workspaceId } }) {
      const row = await db().sourceAnswer.findUnique({
        where: { sourceId_key: { sourceId, key }, workspaceId },
        select: { answer: true, at: true },
      });
      const plain = row && unseal("source", `${sourceId} ${key}`, row.answer);
      return row && plain !== null
        ? { extract: stored.parse(JSON.parse(plain)), at: row.at.getTime() }
        : null;
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
      writes += 1;
      if (writes % trimEvery === 0) await trim(sourceId, rows);
    },
    async remove({ key, source: { sourceId, workspaceId } }: Question) {
      await db().sourceAnswer.deleteMany({ where: { sourceId, key, workspaceId } });
    },
  };
}

/** Leaves a source so many of its answers, the youngest. */
async function trim(sourceId: string, rows: number): Promise<void> {
  await db().$executeRaw(Prisma.sql`
    DELETE FROM "SourceAnswer" WHERE "sourceId" = ${sourceId} AND key IN (
      SELECT key FROM "SourceAnswer" WHERE "sourceId" = ${sourceId} ORDER BY at DESC, key OFFSET ${rows})`);
}
