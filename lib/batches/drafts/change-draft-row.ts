import { z } from "zod";
import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { RowChecker } from "@/lib/rows/check-rows";
import { transaction } from "@/lib/server/db";
import { Prisma } from "@/lib/server/generated/prisma/client";
import { LIMITS } from "@/lib/template/limits";
import { draftExpiry, partsOf } from "../batch-row";
import { changeRow } from "../parts";
import { draftPlan } from "./draft-plan";
import { type DraftRow, draftRow } from "./draft-rows";
import { findDraft, lockDraft } from "./find-draft";

export const changeRowInput = z.strictObject({
  /** Texts by column, counted from 0. */
  cells: z.record(z.string().regex(/^\d{1,3}$/), z.string().max(LIMITS.value)).optional(),
  leftOut: z.boolean().optional(),
});
export type ChangeRowInput = z.infer<typeof changeRowInput>;

/**
 * Changes cells of a row of a draft, or whether the row gets a picture. @throws AppError `not_found`, `conflict` when the
 * batch was started, `invalid` (no such column)
 */
export async function changeDraftRow(
  scope: Scope,
  { id, row }: { id: string; row: number },
  { cells = {}, leftOut }: ChangeRowInput,
  now: Date,
): Promise<DraftRow> {
  const batch = await findDraft(scope, id, now);
  const plan = await draftPlan(scope, batch);
  const changes = new Map(Object.entries(cells).map(([column, text]) => [Number(column), text]));
  const beyond = [...changes.keys()].find((column) => column >= plan.columns.length);
  if (beyond !== undefined) {
    throw new AppError(
      "invalid",
      `The list has ${plan.columns.length} columns, counted from 0; ${beyond} is none of them.`,
      {
        path: `/cells/${beyond}`,
      },
    );
  }
  const changed = await transaction(async (tx) => {
    await lockDraft(tx, scope, id, now);
    const change = { cells: changes, ...(leftOut === undefined ? {} : { leftOut }) };
    const { row: known, leftOutMore } = await changeRow(tx, partsOf(scope, batch), row, change);
    const where = { id, workspaceId: scope.workspaceId };
    const data = {
      leftOut: { increment: leftOutMore },
      report: Prisma.DbNull,
      expiresAt: draftExpiry(now),
    };
    await tx.batch.updateMany({ where, data });
    return known;
  });
  return draftRow(plan, new RowChecker(plan), changed);
}
