import type { Scope } from "@/lib/accounts/scope";
import { type Cursor, writeCursor } from "@/lib/server/cursor";
import { db } from "@/lib/server/db";
import type { BatchItem } from "./batch-item";
import { BATCH_SELECT, batchesWithin, batchItem, batchNotFound } from "./batch-row";

/** One batch within reach. */
export async function loadBatch(scope: Scope, id: string, now = new Date()): Promise<BatchItem> {
  const row = await db().batch.findFirst({
    where: { AND: [batchesWithin(scope, now), { id }] },
    select: BATCH_SELECT,
  });
  if (!row) throw batchNotFound();
  return batchItem(row);
}

/** A batch as lists show it. */
export type ListedBatch = BatchItem & {
  template: { name: string };
  /** Who made it; null: nobody who is still there. */
  createdBy: { name: string } | null;
};

export type BatchesQuery = { template?: string | undefined; cursor?: Cursor | undefined; limit: number };

/** Batches within reach, the newest first, a page at a time. */
export async function listBatches(
  scope: Scope,
  { template, cursor, limit }: BatchesQuery,
  now = new Date(),
): Promise<{ batches: ListedBatch[]; nextCursor: string | null }> {
  const rows = await db().batch.findMany({
    where: {
      AND: [batchesWithin(scope, now), template === undefined ? {} : { templateId: template }],
      ...(cursor
        ? { OR: [{ createdAt: { lt: cursor.at } }, { createdAt: cursor.at, id: { lt: cursor.id } }] }
        : {}),
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit + 1,
    select: { ...BATCH_SELECT, createdById: true, template: { select: { name: true } } },
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const people = await namesOf(page.map(({ createdById }) => createdById));
  return {
    batches: page.map(({ template, createdById, ...row }) => ({
      ...batchItem(row),
      template,
      createdBy: people.get(createdById) ?? null,
    })),
    nextCursor: rows.length > limit && last ? writeCursor({ at: last.createdAt, id: last.id }) : null,
  };
}

async function namesOf(ids: readonly string[]): Promise<Map<string, { name: string }>> {
  const people = await db().user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(people.map(({ id, name }) => [id, { name }]));
}
