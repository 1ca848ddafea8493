import { newId } from "@/lib/accounts/ids";
import type { Scope } from "@/lib/accounts/scope";
import { LIMITS } from "@/lib/template/limits";
import { openDocument } from "@/lib/template/open-document";
import { db } from "../db";
import { storableJson } from "./accept-document";
import { liveTemplate, loadSummary, templateNotFound } from "./find-template";
import type { TemplateSummary } from "./template-summary";

/** A new template with the draft of another, unpublished, in the same project. */
export async function duplicateTemplate(scope: Scope, id: string): Promise<TemplateSummary> {
  const original = await db().template.findFirst({
    where: liveTemplate(scope, id),
    select: { name: true, projectId: true, draft: true },
  });
  if (!original) throw templateNotFound();
  const copy = await db().template.create({
    data: {
      id: newId("tpl"),
      workspaceId: scope.workspaceId,
      projectId: original.projectId,
      name: copyName(original.name),
      draft: storableJson(openDocument(original.draft).document),
    },
    select: { id: true },
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
