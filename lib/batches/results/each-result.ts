import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { db } from "@/lib/server/db";
import { openDocument } from "@/lib/template/open-document";
import type { BatchItem } from "../batch-item";
import { BATCH_SELECT, batchesWithin, batchItem, batchNotFound } from "../batch-row";
import { type Outcome, storedOutcomes } from "../outcomes";
import { eachPart } from "../parts";
import { knownNames } from "./known-names";
import { nameRows } from "./name-rows";

/** A row with what became of it. */
export type Result = {
  row: number;
  cells: string[];
  leftOut: boolean;
  /** undefined: nobody has tried. */
  outcome: Outcome | undefined;
  /** What its file is called; null for one that is left out. */
  fileName: string | null;
};

/** A batch whose results are asked for: one that was started. */
export type ResultsOf = { item: BatchItem; key: string; workspaceId: string };

/** @throws AppError `not_found`; `conflict` for a draft */
export async function resultsOf(scope: Scope, id: string, now: Date): Promise<ResultsOf> {
  const row = await db().batch.findFirst({
    where: { AND: [batchesWithin(scope, now), { id }] },
    select: { ...BATCH_SELECT, key: true },
  });
  if (!row) throw batchNotFound();
  const { key, ...rest } = row;
  const item = batchItem(rest);
  if (item.state === "draft") {
    throw new AppError("conflict", "This batch has not been started, and so has no results. Start it first.");
  }
  return { item, key, workspaceId: scope.workspaceId };
}

/**
 * Every row of a batch from one on and what became of it, part by part; with `settled`, without parts that nobody has
 * made.
 */
export async function* eachResult(
  { item, workspaceId }: Omit<ResultsOf, "key">,
  { from = 1, settled = false } = {},
): AsyncGenerator<Result> {
  const version = await db().templateVersion.findFirst({
    where: { id: item.versionId ?? "", workspaceId },
    select: { document: true },
  });
  const fields = version ? openDocument(version.document).document.fields : [];
  // Who takes all rows names them on the way; others need the names of rows that they do not see.
  const known = from > 1 || settled ? knownNames({ item, workspaceId }, fields) : null;
  const nameOf = known?.nameOf ?? nameRows(item, fields);
  for await (const { firstRow, rows, outcomes } of eachPart({ id: item.id, workspaceId }, from, {
    settled,
  })) {
    await known?.upTo(firstRow + rows.length - 1);
    const ended = storedOutcomes.parse(outcomes) ?? [];
    for (const [at, { cells, leftOut }] of rows.entries()) {
      const row = firstRow + at;
      if (row < from) continue;
      const fileName = leftOut ? null : nameOf({ row, cells });
      yield { row, cells, leftOut, outcome: ended[at], fileName };
    }
  }
}
