import { recordEvent } from "@/lib/accounts/audit/record-event";
import { newId } from "@/lib/accounts/ids";
import type { Scope } from "@/lib/accounts/scope";
import { LIMITS } from "@/lib/template/limits";
import { openDocument } from "@/lib/template/open-document";
import { db, transaction } from "../../db";
import { storableJson } from "../accept-document";
import { loadSummary } from "../find-template";
import { templateObject } from "../template-object";
import type { TemplateSummary } from "../template-summary";
import { missing, oneVersion } from "./find-version";

/** A new template that begins with what a version shows, unpublished, in the same project, locked as its template is. */
export async function duplicateVersion(
  scope: Scope,
  templateId: string,
  number: number,
): Promise<TemplateSummary> {
  const version = await db().templateVersion.findFirst({
    where: oneVersion(scope, templateId, number),
    select: { document: true, template: { select: { name: true, projectId: true, brandLocked: true } } },
  });
  if (!version) throw await missing(scope, templateId, number);
  const { name, projectId, brandLocked } = version.template;
  const copy = { id: newId("tpl"), name: versionName(name, number), projectId };
  await transaction(async (tx) => {
    await tx.template.create({
      data: {
        ...copy,
        workspaceId: scope.workspaceId,
        brandLocked,
        draft: storableJson(openDocument(version.document).document),
      },
      select: { id: true },
    });
    const details = { from: name, version: number };
    await recordEvent(tx, scope, "template.duplicate", templateObject(copy), details);
  });
  return loadSummary(scope, copy.id);
}

/** "Spring sale" becomes "Spring sale, version 3". */
function versionName(name: string, number: number): string {
  const suffix = `, version ${number}`;
  return [...name].slice(0, LIMITS.name - suffix.length).join("") + suffix;
}
