import type { Reach, Scope } from "@/lib/accounts/scope";
import { templatesWithin } from "@/lib/accounts/within";
import { AppError } from "@/lib/errors";
import { db } from "../db";
import type { Prisma } from "../generated/prisma/client";
import { draftFacts } from "./list-templates";
import { SUMMARY_SELECT, type TemplateSummary, templateSummary } from "./template-summary";

/** The one answer for a template that never was, is deleted, or is somebody else's. */
export function templateNotFound(): AppError {
  return new AppError("not_found", "There is no such template in this workspace. It may have been deleted.");
}

/** Which row a template id means inside a scope; goes into every query of one template. */
export function liveTemplate(scope: Reach, id: string) {
  return { id, ...templatesWithin(scope), deletedAt: null } satisfies Prisma.TemplateWhereInput;
}

/** One live template as lists show it. */
export async function loadSummary(scope: Scope, id: string): Promise<TemplateSummary> {
  const row = await db().template.findFirst({ where: liveTemplate(scope, id), select: SUMMARY_SELECT });
  if (!row) throw templateNotFound();
  return templateSummary(row, (await draftFacts(scope, [id])).get(id));
}
