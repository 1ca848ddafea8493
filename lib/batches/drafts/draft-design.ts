import type { Scope } from "@/lib/accounts/scope";
import { db } from "@/lib/server/db";
import { type PreparedImage, prepareImage } from "@/lib/server/render-image";
import { liveTemplate, templateNotFound } from "@/lib/server/templates/find-template";

/**
 * The design that a draft's rows are for: what is published, which a batch shows when it starts, or the draft of a template
 * that never was published. @throws AppError `not_found`
 */
export async function draftDesign(scope: Scope, templateId: string): Promise<PreparedImage> {
  const template = await db().template.findFirst({
    where: liveTemplate(scope, templateId),
    select: { publishedVersionId: true },
  });
  if (!template) throw templateNotFound();
  const version = template.publishedVersionId === null ? "draft" : "latest";
  return prepareImage(scope, { templateId, version, values: {}, format: "png", scale: 1 });
}
