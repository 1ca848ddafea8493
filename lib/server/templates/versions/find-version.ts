import type { Reach } from "@/lib/accounts/scope";
import { templatesWithin } from "@/lib/accounts/within";
import { openDocument } from "@/lib/template/open-document";
import type { Document } from "@/lib/template/schema";
import { db } from "../../db";
import type { Prisma } from "../../generated/prisma/client";
import { liveTemplate, templateNotFound } from "../find-template";
import { versionNotFound } from "./version-not-found";

/** Which row a number means inside a template of a scope; goes into every query of one version. */
export function oneVersion(scope: Reach, templateId: string, number: number) {
  return {
    templateId,
    number,
    workspaceId: scope.workspaceId,
    template: { ...templatesWithin(scope), deletedAt: null },
  } satisfies Prisma.TemplateVersionWhereInput;
}

/** A published version to look at, compare or go back to, brought to the current schema. */
export async function loadVersion(
  scope: Reach,
  templateId: string,
  number: number,
): Promise<{ id: string; number: number; document: Document }> {
  const version = await db().templateVersion.findFirst({
    where: oneVersion(scope, templateId, number),
    select: { id: true, document: true },
  });
  if (!version) throw await missing(scope, templateId, number);
  return { id: version.id, number, document: openDocument(version.document).document };
}

/** The error for a version that was not found: of the template where even that is not there. */
export async function missing(scope: Reach, templateId: string, number: number) {
  const template = await db().template.findFirst({
    where: liveTemplate(scope, templateId),
    select: { id: true },
  });
  return template ? versionNotFound(number) : templateNotFound();
}
