import { createHash } from "node:crypto";
import { recordEvent } from "@/lib/accounts/audit/record-event";
import { newId } from "@/lib/accounts/ids";
import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { cleanFont } from "@/lib/render/decode/clean-font";
import { FONT_LIMITS } from "@/lib/render/decode/font-limits";
import { requireStorage, takeStorage } from "@/lib/usage/storage-quota";
import { db, transaction } from "./db";
import { displayedFileName } from "./displayed-file-name";
import { FONT_COUNT, FONT_SELECT, type Font, fontObject, licenceNote } from "./fonts";
import { parseInput } from "./http/parse-input";
import { storage } from "./storage";
import { isUniqueViolation } from "./unique-violation";

/** Largest font that may be uploaded, bytes. */
export const FONT_UPLOAD_LIMIT = FONT_LIMITS.bytes;

export type FontUpload = {
  /** Name of the file. */
  name: string;
  bytes: Uint8Array;
  /** What the uploader says of the right to use it; empty: the font's own words. */
  licenceNote: string;
};

/** What comes of an upload, and whether the file was a variable font of which the default form is kept. */
export type UploadedFont = Font & { variable: boolean };

/**
 * Stores a font: read, proven and built anew in a process of its own. The same font twice in one workspace is one
 * font; another file for the same family, weight and slant is a `conflict`. Refuses with a sentence what is no font.
 */
export async function createFont(scope: Scope, upload: FontUpload): Promise<UploadedFont> {
  const note = parseInput(licenceNote, upload.licenceNote);
  const { bytes, facts } = await cleanFont(Buffer.from(upload.bytes));
  const { workspaceId } = scope;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const fileName = displayedFileName(upload.name, "Font").replace(/\.[a-z0-9]+$/i, "");
  const family = facts.family || fileName.slice(0, FONT_LIMITS.family) || "Font";
  const familyKey = keyOfFamily(workspaceId, family);
  const { weight, italic, variable } = facts;

  await refuseTwin(scope, { familyKey, weight, italic, sha256 });
  const known = await reviveFont(scope, sha256);
  if (known) return { ...known, variable };
  await requireStorage(scope, bytes.byteLength);
  const id = newId("fnt");
  const storageKey = `fonts/${workspaceId}/${id}`;
  // Bytes first: a row without bytes would be a font that cannot be drawn, bytes without a row are a little waste.
  await storage().put(storageKey, bytes);
  try {
    const { glyphs, characters, scripts, copyright, licence } = facts;
    const shown = await shownName(scope, familyKey, family);
    const font = await transaction(async (tx) => {
      await takeStorage(tx, scope, bytes.byteLength);
      const made = await tx.font.create({
        data: {
          ...{ id, workspaceId, familyKey, weight, italic, glyphs, characters, scripts, copyright, licence },
          family: shown,
          licenceNote: note || licence || copyright,
          bytes: bytes.byteLength,
          sha256,
          storageKey,
        },
        select: FONT_SELECT,
      });
      await recordEvent(tx, scope, "font.create", fontObject(made));
      return made;
    });
    return { ...font, variable };
  } catch (error) {
    const twin = isUniqueViolation(error) ? await reviveFont(scope, sha256) : null;
    if (twin) return { ...twin, variable };
    throw error;
  }
}

/** The same for every file of a family in a workspace, and another in every other workspace. */
function keyOfFamily(workspaceId: string, family: string): string {
  const name = family.normalize("NFKC").toLowerCase();
  return `f_${createHash("sha256").update(`${workspaceId}\0${name}`).digest("hex").slice(0, 24)}`;
}

/** A family that was named anew keeps that name when another face of it comes. */
async function shownName({ workspaceId }: Scope, familyKey: string, family: string): Promise<string> {
  const known = await db().font.findFirst({ where: { workspaceId, familyKey }, select: { family: true } });
  return known?.family ?? family;
}

async function refuseTwin(
  { workspaceId }: Scope,
  { sha256, ...face }: { familyKey: string; weight: number; italic: boolean; sha256: string },
): Promise<void> {
  const live = { workspaceId, deletedAt: null, sha256: { not: sha256 } };
  const twin = await db().font.findFirst({ where: { ...live, ...face }, select: { family: true } });
  if (twin) {
    const style = `weight ${face.weight}${face.italic ? " italic" : ""}`;
    throw new AppError(
      "conflict",
      `${twin.family} in ${style} is there already. Delete it first if this file is to take its place.`,
    );
  }
  if ((await db().font.count({ where: live })) >= FONT_COUNT) {
    throw new AppError("conflict", `A workspace keeps at most ${FONT_COUNT} fonts. Delete one first.`);
  }
}

/** The font with these bytes, brought back if it was deleted; null when there is none. */
async function reviveFont(scope: Scope, sha256: string): Promise<Font | null> {
  const same = { workspaceId: scope.workspaceId, sha256 };
  const deleted = { ...same, deletedAt: { not: null } };
  return transaction(async (tx) => {
    const { count } = await tx.font.updateMany({ where: deleted, data: { deletedAt: null } });
    const font = await tx.font.findFirst({ where: same, select: FONT_SELECT });
    if (font && count > 0) await recordEvent(tx, scope, "font.restore", fontObject(font));
    return font;
  });
}
