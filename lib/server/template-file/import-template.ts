import { z } from "zod";
import { recordEvent } from "@/lib/accounts/audit/record-event";
import { newId } from "@/lib/accounts/ids";
import type { Scope } from "@/lib/accounts/scope";
import { LIMITS } from "@/lib/template/limits";
import { toOneLine } from "@/lib/template/plain-text";
import type { Document } from "@/lib/template/schema";
import { assetIdsOf, TEMPLATE_FILE_ENDING, withAssets, withoutTokens } from "@/lib/template/template-file";
import { deleteAssets } from "../asset-library/change-many";
import { transaction } from "../db";
import { displayedFileName } from "../displayed-file-name";
import { requireProject } from "../projects";
import { acceptDocument, storableJson } from "../templates/accept-document";
import { loadSummary } from "../templates/find-template";
import { freeName } from "../templates/free-name";
import { requireOwnReferences } from "../templates/own-references";
import { templateObject } from "../templates/template-object";
import type { TemplateSummary } from "../templates/template-summary";
import { importFonts } from "./import-fonts";
import { hostNotes, pictureNotes, repairNotes } from "./import-notes";
import { importPictures } from "./import-pictures";
import type { Meter } from "./inflate-entry";
import { type OpenedFile, openTemplateFile } from "./open-template-file";

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
 * @throws AppError `invalid` with a sentence when the file is refused, `unavailable` when its pictures cannot be read
 * now: then there is no template, and no picture in the library that was not there before
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
  // Judged before any picture is taken in: what is refused for itself leaves nothing behind.
  const sound = acceptDocument(fonts.document);
  const name = nameOf(file.manifest.name, upload.name);
  const { brandLocked } = file.manifest;
  const made = await makeTemplate(scope, sound, file.pictures, { projectId: project.id, name, brandLocked });
  const missing = named.filter((id) => !file.pictures.has(id)).length;
  return {
    template: await loadSummary(scope, made.id),
    notes: [
      ...repairNotes(file.repairs),
      ...pictureNotes(missing, made.refusals),
      ...fonts.notes,
      ...(isFollowing
        ? ["What followed a brand kit keeps its colours and styles, and follows it no longer."]
        : []),
      ...(await hostNotes(scope, made.document)),
    ],
  };
}

type Made = { id: string; document: Document; refusals: readonly string[] };

/** Takes the pictures in and makes the template; where that fails, pictures that were not there before go out again. */
async function makeTemplate(
  scope: Scope,
  design: Document,
  pictures: OpenedFile["pictures"],
  { name, ...rest }: { projectId: string; name: string; brandLocked: boolean },
): Promise<Made> {
  const added: string[] = [];
  try {
    const { ids, refusals } = await importPictures(scope, pictures, (id) => added.push(id));
    const document = acceptDocument(withAssets(design, (id) => ids.get(id) ?? null));
    await requireOwnReferences(scope, document);
    const made = { id: newId("tpl"), name: await freeName(scope, name), ...rest };
    await transaction(async (tx) => {
      await tx.template.create({
        data: { ...made, workspaceId: scope.workspaceId, draft: storableJson(document) },
        select: { id: true },
      });
      await recordEvent(tx, scope, "template.import", templateObject(made));
    });
    return { id: made.id, document, refusals };
  } catch (error) {
    if (added.length > 0) await deleteAssets(scope, added);
    throw error;
  }
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
