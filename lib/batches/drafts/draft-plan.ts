import type { Scope } from "@/lib/accounts/scope";
import type { CheckPlan } from "@/lib/rows/check-rows";
import type { PreparedImage } from "@/lib/server/render-image";
import { type BatchRow, batchItem } from "../batch-row";
import { draftDesign } from "./draft-design";

export type DraftPlan = CheckPlan & { design: PreparedImage };

/** What a batch's rows are for: the design with its fields, and how columns become values of them. */
export async function draftPlan(scope: Scope, batch: BatchRow): Promise<DraftPlan> {
  const design = await draftDesign(scope, batch.templateId);
  const { columns, mapping, cleanUps } = batchItem(batch);
  return { columns, fields: design.link.document.fields, mapping, cleanUps, design };
}
