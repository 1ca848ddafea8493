import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { rowValues } from "@/lib/rows/row-values";
import { paintImage, type RenderedImage } from "@/lib/server/render-image";
import { batchItem, partsOf } from "../batch-row";
import { readRows } from "../parts";
import { draftPlan } from "./draft-plan";
import { findBatch } from "./find-draft";

/** Kilobytes of a picture that is looked at in a table. */
const SMALL = 120;

/**
 * The picture of one row as it would be made now, small, as JPEG; nobody is charged for it. @throws AppError `not_found`,
 * `unavailable` when there is no room to paint
 */
export async function rowPicture(
  scope: Scope,
  { id, row }: { id: string; row: number },
  now: Date,
): Promise<RenderedImage> {
  const batch = await findBatch(scope, id, now);
  const { design, fields, mapping, cleanUps } = await draftPlan(scope, batch);
  const [numbered] = await readRows(partsOf(scope, batch), row, 1);
  if (!numbered) throw new AppError("not_found", `The list has no row ${row}.`);
  const values = rowValues(numbered.cells, fields, mapping, cleanUps);
  const size = batchItem(batch).output.size ?? undefined;
  return paintImage(design, values, { format: "jpg", scale: 1, maxKilobytes: SMALL, size });
}
