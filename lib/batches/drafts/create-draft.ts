import { recordEvent } from "@/lib/accounts/audit/record-event";
import { newId, newPictureKey } from "@/lib/accounts/ids";
import type { Scope } from "@/lib/accounts/scope";
import { guessMapping } from "@/lib/rows/mapping";
import { readRows } from "@/lib/rows/read-rows";
import type { RowList } from "@/lib/rows/row-list";
import { db, transaction } from "@/lib/server/db";
import { lockWorkspace } from "@/lib/server/lock-workspace";
import type { Field } from "@/lib/template/field";
import { type BatchItem, type BatchSource, batchOutput } from "../batch-item";
import { BATCH_SELECT, batchItem, batchNotFound, batchObject, draftExpiry } from "../batch-row";
import { writeParts } from "../parts";
import { draftDesign } from "./draft-design";
import { recallMapping } from "./known-mapping";
import { refuseManyDrafts } from "./refuse-many-drafts";

export type NewDraft = {
  templateId: string;
  kind: BatchSource["kind"];
  /** As it is shown: of a file, or the address of a sheet. */
  sourceName: string;
  /** What the batch is called. */
  name: string;
  chunks: AsyncIterable<Uint8Array>;
  /** Whether the first row names the columns; left out: as it looks. */
  header?: boolean | undefined;
};

/**
 * Makes a batch of a list while it is being read, so that a list of any length takes little memory. Nobody sees the batch
 * before all of it is there, and nothing is left of a list that turns out to be none; should the process end, the daily work
 * removes what was read. Columns are matched to fields as they
 * were for the last list with the same ones, else by their names. @throws AppError `not_found`, `conflict` (too many
 * drafts); as `readRows` does
 */
export async function createDraft(scope: Scope, draft: NewDraft, now: Date): Promise<BatchItem> {
  const { templateId, kind, sourceName, chunks, header } = draft;
  await refuseManyDrafts(db(), scope, now);
  const { link, projectId } = await draftDesign(scope, templateId);
  const { fields } = link.document;
  const given = header === undefined ? {} : { header };
  const list = await readRows(chunks, { name: sourceName, fields, ...given });
  const id = newId("bat");
  const { workspaceId } = scope;
  await transaction(async (tx) => {
    // Many may come at once.
    await lockWorkspace(tx, workspaceId);
    await refuseManyDrafts(tx, scope, now);
    await tx.batch.create({
      data: {
        id,
        workspaceId,
        projectId,
        templateId,
        name: draft.name,
        source: sourceOf(list, kind, sourceName),
        columns: [...list.columns],
        mapping: {},
        cleanUps: [],
        output: batchOutput.parse({}),
        key: newPictureKey(),
        createdById: scope.userId,
        createdAt: now,
        expiresAt: draftExpiry(now),
      },
    });
  });
  try {
    const written = await writeParts({ id, workspaceId }, list.rows);
    // Rows that are longer than the first add columns, so that these are known now.
    const columns = [...list.columns];
    const matched = await matchedColumns(scope, { templateId, columns, fields });
    return await transaction(async (tx) => {
      const where = { id, workspaceId };
      const source = sourceOf(list, kind, sourceName);
      const { count } = await tx.batch.updateMany({
        where,
        data: { ...written, ...matched, columns, source },
      });
      if (count === 0) throw batchNotFound();
      const row = await tx.batch.findFirstOrThrow({ where, select: BATCH_SELECT });
      await recordEvent(tx, scope, "batch.create", batchObject(row), { rows: row.rows });
      return batchItem(row);
    });
  } catch (error) {
    await db().batch.deleteMany({ where: { id, workspaceId } });
    throw error;
  }
}

async function matchedColumns(
  scope: Scope,
  { templateId, columns, fields }: { templateId: string; columns: string[]; fields: readonly Field[] },
) {
  const known = await recallMapping(scope, { templateId, columns });
  const guessed = guessMapping(columns, fields);
  if (!known) return { mapping: guessed, cleanUps: [] };
  // Fields may have come and gone since.
  const mapping = Object.fromEntries(
    Object.entries(guessed).map(([key, guess]) => [
      key,
      Object.hasOwn(known.mapping, key) ? known.mapping[key] : guess,
    ]),
  );
  return { mapping, cleanUps: known.cleanUps };
}

function sourceOf(list: RowList, kind: BatchSource["kind"], name: string): BatchSource {
  const { format, encoding, delimiter } = list;
  return { kind, name, format, encoding, delimiter, notes: list.notes() };
}
