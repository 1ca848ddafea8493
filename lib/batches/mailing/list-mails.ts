import type { Scope } from "@/lib/accounts/scope";
import { db } from "@/lib/server/db";
import { loadBatch } from "../load-batches";
import { eachRow } from "../parts";
import type { MailRow, MailState } from "./mailing-item";
import { openAnswer, readLetter } from "./mailing-row";

/**
 * What became of the mails of a batch's latest mailing, from a row on, at most so many, and the row of the next page;
 * null: there are no more. Addresses are read from the batch's own rows.
 */
export async function listMails(
  scope: Scope,
  batchId: string,
  { from = 1, limit, state }: { from?: number | undefined; limit: number; state?: MailState | undefined },
  now = new Date(),
): Promise<{ mails: MailRow[]; nextRow: number | null }> {
  const { workspaceId } = scope;
  await loadBatch(scope, batchId, now);
  const mailing = await db().mailing.findFirst({
    where: { workspaceId, batchId },
    orderBy: { createdAt: "desc" },
    select: { id: true, letter: true },
  });
  if (!mailing) return { mails: [], nextRow: null };
  const letter = readLetter(mailing.id, mailing.letter);
  const found = await db().mailingRow.findMany({
    where: { mailingId: mailing.id, row: { gte: from }, ...(state && { state }) },
    orderBy: { row: "asc" },
    take: limit + 1,
  });
  const page = found.slice(0, limit);
  // Whatever cannot be read any more, which rows got their mail can.
  const wanted = new Set(letter ? page.map(({ row }) => row) : []);
  const cells = await cellsOf({ id: batchId, workspaceId }, wanted);
  return {
    mails: page.map(({ row, state: is, at, answer }) => ({
      ...{ row, state: is, at },
      address: (letter ? (cells.get(row)?.[letter.column] ?? "") : "").slice(0, 300),
      answer: openAnswer(mailing.id, row, answer),
    })),
    nextRow: found[limit]?.row ?? null,
  };
}

/** Cells of some rows. Rows that lie far from each other are looked for anew, so that none between them are opened. */
async function cellsOf(
  batch: { id: string; workspaceId: string },
  wanted: ReadonlySet<number>,
): Promise<Map<number, readonly string[]>> {
  const found = new Map<number, readonly string[]>();
  for (const row of wanted) {
    if (found.has(row)) continue;
    let seen = 0;
    for await (const each of eachRow(batch, row)) {
      if (wanted.has(each.row)) found.set(each.row, each.cells);
      seen += 1;
      if (seen >= 50) break;
    }
  }
  return found;
}
