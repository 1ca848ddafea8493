import { z } from "zod";
import { recordEvent } from "@/lib/accounts/audit/record-event";
import type { Scope } from "@/lib/accounts/scope";
import { transaction } from "../db";
import { liveTemplate, loadSummary, templateNotFound } from "../templates/find-template";
import { templateObject } from "../templates/template-object";
import type { TemplateSummary } from "../templates/template-summary";

export const brandLockInput = z.strictObject({ brandLocked: z.boolean() });

/** Lets editors change texts and pictures of a template only, or everything again. */
export async function setBrandLock(scope: Scope, id: string, brandLocked: boolean): Promise<TemplateSummary> {
  await transaction(async (tx) => {
    const where = liveTemplate(scope, id);
    const before = await tx.template.findFirst({
      where,
      select: { name: true, projectId: true, brandLocked: true },
    });
    const { count } = await tx.template.updateMany({ where, data: { brandLocked } });
    if (count === 0 || !before) throw templateNotFound();
    if (before.brandLocked === brandLocked) return;
    const { name, projectId } = before;
    const object = templateObject({ id, name, projectId });
    await recordEvent(tx, scope, "template.lock", object, { locked: brandLocked });
  });
  return loadSummary(scope, id);
}
