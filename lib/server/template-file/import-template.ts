import { z } from "zod";
import { newId } from "@/lib/accounts/ids";
import type { Scope } from "@/lib/accounts/scope";
import { LIMITS } from "@/lib/template/limits";
import { toOneLine } from "@/lib/template/plain-text";
import { assetIdsOf, TEMPLATE_FILE_ENDING, withAssets, withoutTokens } from "@/lib/template/template-file";
import { db } from "../db";
import { displayedFileName } from "../displayed-file-name";
import { requireProject } from "../projects";
import { acceptDocument, storableJson } from "../templates/accept-document";
import { loadSummary } from "../templates/find-template";
import { freeName } from "../templates/free-name";
import { requireOwnReferences } from "../templates/own-references";
import type { TemplateSummary } from "../templates/template-summary";
import { importFonts } from "./import-fonts";
import { hostNotes, pictureNotes, repairNotes } from "./import-notes";
import { importPictures } from "./import-pictures";
import type { Meter } from "./inflate-entry";
import { openTemplateFile } from "./open-template-file";

export const importQuery = z.object({
  /** Project the template goes to; left out: the workspace's first. */
  project: z.string().max(60).optional(),
});

export type ImportedTemplate = {
  template: TemplateSummary;
  /** What is otherwise than in the file, and what one should know of it, a sentence each. */
  notes: string[];
};

/**
 * Makes an unpublished template from a template file, whoever made that. Its pictures become pictures of the scope's
 * workspace, decoded and encoded anew like uploads; a picture that the document names and the file does not hold is
 * no picture, whatever its id may mean anywhere. Fonts are found by their names, and no brand kit is followed.
 * @throws AppError `invalid` with a sentence when the file is refused: then nothing was stored
 */
export async function importTemplate(
  scope: Scope,
  upload: { name: string; bytes: Uint8Array },
  projectId?: string,
  meter?: Meter,
): Promise<ImportedTemplate> {
  const project = await requireProject(scope, projectId);
  const file = await openTemplateFile(upload.bytes, meter);
  const fonts = await importFonts(scope, withoutTokens(file.document), file.manifest.fonts);
  const isFollowing = withoutTokens(file.document) !== file.document;
  const named = assetIdsOf(fonts.document);
  const pictures = await importPictures(scope, file.pictures);
  const design = withAssets(fonts.document, (id) => pictures.ids.get(id) ?? null);
  const document = acceptDocument(design);
  await requireOwnReferences(scope, document);
  const template = await db().template.create({
    data: {
      id: newId("tpl"),
      workspaceId: scope.workspaceId,
      projectId: project.id,
      name: await freeName(scope, nameOf(file.manifest.name, upload.name)),
      brandLocked: file.manifest.brandLocked,
      draft: storableJson(document),
    },
    select: { id: true },
  });
  const missing = named.filter((id) => !file.pictures.has(id)).length;
  return {
    template: await loadSummary(scope, template.id),
    notes: [
      ...repairNotes(file.repairs),
      ...pictureNotes(missing, pictures.refusals),
      ...fonts.notes,
      ...(isFollowing
        ? ["What followed a brand kit keeps its colours and styles, and follows it no longer."]
        : []),
      ...(await hostNotes(scope, document)),
    ],
  };
}

/** The name in the file as one may be typed, or else what the file itself is called. */
function nameOf(written: string, fileName: string): string {
  const line = toOneLine(written).normalize("NFC").replace(/\s+/g, " ").trim();
  const name = [...line].slice(0, LIMITS.name).join("").trim();
  if (name !== "") return name;
  const shown = displayedFileName(fileName, "");
  return (
    (shown.endsWith(TEMPLATE_FILE_ENDING) ? shown.slice(0, -TEMPLATE_FILE_ENDING.length) : shown) ||
    "Imported template"
  );
}
