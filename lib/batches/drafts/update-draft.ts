import { z } from "zod";
import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { cleanUp } from "@/lib/rows/clean-up";
import { rowMapping } from "@/lib/rows/mapping";
import { transaction } from "@/lib/server/db";
import { Prisma } from "@/lib/server/generated/prisma/client";
import { displayName } from "@/lib/template/primitives";
import { findVariant } from "@/lib/template/variants";
import { type BatchItem, batchOutput } from "../batch-item";
import { BATCH_SELECT, type BatchRow, batchItem, draftExpiry } from "../batch-row";
import { draftDesign } from "./draft-design";
import { findDraft, lockDraft } from "./find-draft";
import { rememberMapping } from "./known-mapping";

/** Clean-ups of one batch: each column may have each kind. */
const MOST_CLEAN_UPS = 400;

export const updateDraftInput = z.strictObject({
  name: displayName.optional(),
  mapping: rowMapping.optional(),
  cleanUps: z.array(cleanUp).max(MOST_CLEAN_UPS).optional(),
  output: batchOutput.optional(),
});
export type UpdateDraftInput = z.infer<typeof updateDraftInput>;

/**
 * Changes what a batch makes of its list. How columns are matched is remembered for the next list with the same ones.
 * @throws AppError `not_found`, `conflict` when it was started, `invalid` (no such field, column or size)
 */
export async function updateDraft(
  scope: Scope,
  id: string,
  input: UpdateDraftInput,
  now: Date,
): Promise<BatchItem> {
  const { templateId } = await findDraft(scope, id, now);
  const { link } = await draftDesign(scope, templateId);
  const { fields, variants } = link.document;
  return transaction(async (tx) => {
    const draft = await lockDraft(tx, scope, id, now);
    requireKnown(input, draft, new Set(fields.map(({ key }) => key)));
    const size = input.output?.size ?? null;
    if (size !== null && findVariant(variants, size) === undefined) {
      throw new AppError("invalid", `The template has no size “${size}”.`, { path: "/output/size" });
    }
    const { name, mapping, cleanUps, output } = input;
    const changesValues = mapping !== undefined || cleanUps !== undefined;
    // A text that fits in one size may not in another.
    const isUnchecked = changesValues || output?.size !== undefined;
    const where = { id, workspaceId: scope.workspaceId };
    await tx.batch.updateMany({
      where,
      data: {
        ...(name === undefined ? {} : { name }),
        ...(mapping === undefined ? {} : { mapping }),
        ...(cleanUps === undefined ? {} : { cleanUps }),
        ...(output === undefined ? {} : { output }),
        ...(isUnchecked ? { report: Prisma.DbNull } : {}),
        expiresAt: draftExpiry(now),
      },
    });
    const changed = batchItem(await tx.batch.findFirstOrThrow({ where, select: BATCH_SELECT }));
    if (changesValues) await rememberMapping(tx, scope, changed, changed, now);
    return changed;
  });
}

function requireKnown(
  { mapping = {}, cleanUps = [] }: UpdateDraftInput,
  { columns }: BatchRow,
  keys: Set<string>,
): void {
  const unknown = Object.keys(mapping).find((key) => !keys.has(key));
  if (unknown !== undefined) {
    throw new AppError("invalid", `The template has no field “${unknown}”.`, { path: `/mapping/${unknown}` });
  }
  const used = [...Object.values(mapping), ...cleanUps.map(({ column }) => column)];
  const beyond = used.find((column) => column !== null && column >= columns.length);
  if (beyond !== undefined) {
    throw new AppError(
      "invalid",
      `The list has ${columns.length} columns, counted from 0; ${beyond} is none of them.`,
      {
        path: "/mapping",
      },
    );
  }
}
