import type { Scope } from "@/lib/accounts/scope";
import { overflowingTexts } from "@/lib/render/overflowing-texts";
import { remotePicture } from "@/lib/render/remote/remote-picture";
import type { CheckReport } from "@/lib/rows/check-report";
import { type CheckAids, RowChecker } from "@/lib/rows/check-rows";
import { db } from "@/lib/server/db";
import { parseAddress } from "@/lib/template/parse-address";
import { referencesOf } from "@/lib/template/registry";
import { findLayer } from "@/lib/template/tree";
import { documentAtSize } from "@/lib/template/variants";
import { batchItem, draftExpiry, partsOf } from "../batch-row";
import { eachRow } from "../parts";
import { type DraftPlan, draftPlan } from "./draft-plan";
import { findDraft } from "./find-draft";

/** Somebody waits for the report: pictures of hosts that are slow are not asked for after this, ms. */
const PICTURES_MS = 10_000;

/**
 * Checks all rows of a draft that are not left out, and keeps the report until something changes. @throws AppError
 * `not_found`, `conflict` when the batch was started
 */
export async function checkDraft(scope: Scope, id: string, clock: () => number): Promise<CheckReport> {
  const now = new Date(clock());
  const batch = await findDraft(scope, id, now);
  const plan = await draftPlan(scope, batch);
  const checker = new RowChecker(plan);
  for await (const { row, cells, leftOut } of eachRow(partsOf(scope, batch))) {
    if (!leftOut) checker.add(row, cells);
  }
  const size = batchItem(batch).output.size;
  const report = await checker.finish({
    overflows: overflowsAt(plan, size),
    loads: loadsWithin(plan, clock),
  });
  // A batch that was changed or started meanwhile keeps what it has.
  const { mapping, cleanUps, leftOut } = batch;
  await db().batch.updateMany({
    where: {
      id,
      workspaceId: scope.workspaceId,
      state: "draft",
      mapping: { equals: mapping ?? {} },
      cleanUps: { equals: cleanUps ?? [] },
      leftOut,
    },
    data: { report, expiresAt: draftExpiry(now) },
  });
  return report;
}

function overflowsAt({ design }: DraftPlan, size: string | null): NonNullable<CheckAids["overflows"]> {
  const { document: designed, workspaceId } = design.link;
  const document = documentAtSize(designed, size);
  return async (values) => {
    const layers = await overflowingTexts(document, values, { workspaceId });
    return layers.flatMap((id) => {
      const layer = findLayer(document, id);
      return layer ? referencesOf(layer).map(({ key }) => key) : [];
    });
  };
}

function loadsWithin({ design }: DraftPlan, clock: () => number): NonNullable<CheckAids["loads"]> {
  const last = clock() + PICTURES_MS;
  const { allowedImageHosts: allowedHosts } = design.link;
  return async (address) => {
    const url = parseAddress(address);
    if (url === null || clock() > last) return true;
    return (await remotePicture(url, { allowedHosts })) !== null;
  };
}
