import type { Scope } from "@/lib/accounts/scope";
import { FALLBACK_FAMILY } from "@/lib/paint/font-catalogue";
import type { Document } from "@/lib/template/schema";
import { ownFamiliesOf, type TemplateFileManifest, withFamilies } from "@/lib/template/template-file";
import { db } from "../db";
import { foldText } from "../fold-text";
import { shownName } from "./file-error";

/**
 * The document with the uploaded fonts of the scope's workspace that are called like those it names. A font that the
 * workspace has not becomes the usual one, with a note. Keys of another workspace mean nothing here.
 */
export async function importFonts(
  { workspaceId }: Scope,
  document: Document,
  fonts: TemplateFileManifest["fonts"],
): Promise<{ document: Document; notes: string[] }> {
  const named = ownFamiliesOf(document);
  if (named.length === 0) return { document, notes: [] };
  const rows = await db().font.findMany({
    where: { workspaceId, deletedAt: null },
    select: { familyKey: true, family: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const names = new Map(fonts.map(({ key, name }) => [key, name]));
  const missing = new Set<string>();
  const families = new Map(
    named.map((key) => {
      const name = names.get(key) ?? "";
      const own = rows.find(({ family }) => name !== "" && foldText(family) === foldText(name));
      if (!own) missing.add(shownName(name));
      return [key, own?.familyKey ?? FALLBACK_FAMILY];
    }),
  );
  return {
    document: withFamilies(document, (key) => families.get(key) ?? FALLBACK_FAMILY),
    notes: fontNotes([...missing]),
  };
}

/** Fonts that are told by name; nobody reads more. */
const MOST_TOLD = 5;

function fontNotes(missing: readonly string[]): string[] {
  const told = missing.slice(0, MOST_TOLD).map(missingFont);
  const more = missing.length - told.length;
  return more > 0
    ? [...told, `${more} more ${more === 1 ? "font is" : "fonts are"} not in this workspace.`]
    : told;
}

function missingFont(name: string): string {
  const which = name === "" ? "A font of the design" : `The font “${name}”`;
  return `${which} is not in this workspace: ${FALLBACK_FAMILY} stands in for it. Upload it in Settings, then choose it in the texts that had it.`;
}
