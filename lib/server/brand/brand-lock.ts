import { z } from "zod";
import type { Scope } from "@/lib/accounts/scope";
import { db } from "../db";
import { liveTemplate, loadSummary, templateNotFound } from "../templates/find-template";
import type { TemplateSummary } from "../templates/template-summary";

export const brandLockInput = z.strictObject({ brandLocked: z.boolean() });

/** Lets editors change texts and pictures of a template only, or everything again. */
export async function setBrandLock(scope: Scope, id: string, brandLocked: boolean): Promise<TemplateSummary> {
  const { count } = await db().template.updateMany({
    where: liveTemplate(scope, id),
    data: { brandLocked },
  });
  if (count === 0) throw templateNotFound();
  return loadSummary(scope, id);
}
