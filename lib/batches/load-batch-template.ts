import type { Scope } from "@/lib/accounts/scope";
import { templatesWithin } from "@/lib/accounts/within";
import { db } from "@/lib/server/db";
import { templateNotFound } from "@/lib/server/templates/find-template";
import type { Field } from "@/lib/template/field";
import { openDocument } from "@/lib/template/open-document";

/** What of a template its batches are about. Lengths in px. */
export type BatchTemplate = {
  id: string;
  name: string;
  /** Only what is published can be made in numbers. */
  isPublished: boolean;
  /** Deleted templates go on showing what was made of them, and make nothing new. */
  isDeleted: boolean;
  width: number;
  height: number;
  fields: Field[];
  /** Its sizes besides its own. */
  variants: { id: string; name: string; width: number; height: number }[];
};

/**
 * A template as a batch shows it: by the version that was pinned when it started, else the one that is published, else,
 * where none is, its draft. @throws AppError `not_found`
 */
export async function loadBatchTemplate(
  scope: Scope,
  id: string,
  versionId: string | null = null,
): Promise<BatchTemplate> {
  const found = await db().template.findFirst({
    where: { id, ...templatesWithin(scope) },
    select: { name: true, draft: true, deletedAt: true, publishedVersionId: true },
  });
  if (!found) throw templateNotFound();
  const version = await db().templateVersion.findFirst({
    where: {
      id: versionId ?? found.publishedVersionId ?? "",
      templateId: id,
      workspaceId: scope.workspaceId,
    },
    select: { document: true },
  });
  const { width, height, fields, variants } = openDocument(version?.document ?? found.draft).document;
  return {
    id,
    name: found.name,
    isPublished: found.publishedVersionId !== null,
    isDeleted: found.deletedAt !== null,
    width,
    height,
    fields: [...fields],
    variants: variants.map((variant) => ({
      id: variant.id,
      name: variant.name,
      width: variant.width,
      height: variant.height,
    })),
  };
}
