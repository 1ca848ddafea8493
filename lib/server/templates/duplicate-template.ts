import { z } from "zod";
import { recordEvent } from "@/lib/accounts/audit/record-event";
import { newId } from "@/lib/accounts/ids";
import type { Scope } from "@/lib/accounts/scope";
import { LIMITS } from "@/lib/template/limits";
import { openDocument } from "@/lib/template/open-document";
import { db, transaction } from "../db";
import { requireProject } from "../projects";
import { storableJson } from "./accept-document";
import { liveTemplate, loadSummary, templateNotFound } from "./find-template";
import { templateObject } from "./template-object";
import type { TemplateSummary } from "./template-summary";

export const duplicateInput = z.strictObject({
  projectId: z.string().max(60).optional().describe("Where the copy goes; left out: beside the original."),
});
export type DuplicateInput = z.infer<typeof duplicateInput>;

/**
 * A new template with the draft of another, unpublished. In the same project it is called a copy; in another it keeps
 * its name. It is brand-locked if the original is.
 */
export async function duplicateTemplate(
  scope: Scope,
  id: string,
  input: DuplicateInput = {},
): Promise<TemplateSummary> {
  const original = await db().template.findFirst({
    where: liveTemplate(scope, id),
    select: { name: true, projectId: true, draft: true, brandLocked: true },
  });
  if (!original) throw templateNotFound();
  const target = input.projectId === undefined ? null : await requireProject(scope, input.projectId);
  const projectId = target?.id ?? original.projectId;
  const copy = {
    id: newId("tpl"),
    name: projectId === original.projectId ? copyName(original.name) : original.name,
    projectId,
  };
  await transaction(async (tx) => {
    await tx.template.create({
      data: {
        ...copy,
        workspaceId: scope.workspaceId,
        brandLocked: original.brandLocked,
        draft: storableJson(openDocument(original.draft).document),
      },
      select: { id: true },
    });
    await recordEvent(tx, scope, "template.duplicate", templateObject(copy), { from: original.name });
  });
  return loadSummary(scope, copy.id);
}

/** "Spring sale" becomes "Spring sale copy", that "Spring sale copy 2", and so on. */
export function copyName(name: string): string {
  const [, base = name, number] = name.match(/^(.*?) copy(?: (\d{1,4}))?$/u) ?? [];
  const isCopy = base !== name;
  const suffix = isCopy ? ` copy ${Number(number ?? 1) + 1}` : " copy";
  return [...base].slice(0, LIMITS.name - suffix.length).join("") + suffix;
}
