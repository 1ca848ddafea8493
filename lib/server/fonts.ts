import { z } from "zod";
import { recordEvent } from "@/lib/accounts/audit/record-event";
import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import type { FontFamily } from "@/lib/paint/font-catalogue";
import { familiesOf } from "@/lib/render/user-fonts";
import { db, transaction } from "./db";
import type { Prisma } from "./generated/prisma/client";
import { lineOfText } from "./line-of-text";
import { familiesWithin } from "./material-within";
import { storage } from "./storage";

/** Most fonts a workspace may keep. */
export const FONT_COUNT = 200;

const NOTE = 500;

/** A font as lists show it. Texts of the font are its own words, as plain text. */
export const FONT_SELECT = {
  id: true,
  familyKey: true,
  family: true,
  weight: true,
  italic: true,
  glyphs: true,
  characters: true,
  scripts: true,
  copyright: true,
  licence: true,
  licenceNote: true,
  bytes: true,
  createdAt: true,
} as const satisfies Prisma.FontSelect;

export type Font = Prisma.FontGetPayload<{ select: typeof FONT_SELECT }>;

/**
 * The workspace's fonts, by family and weight, and its families as the painter takes them. Families of deleted fonts
 * are among those, since templates that use them still show them.
 */
export async function listFonts(scope: Scope): Promise<{ fonts: Font[]; families: FontFamily[] }> {
  const reach = await familiesWithin(scope);
  const rows = await db().font.findMany({
    where: { workspaceId: scope.workspaceId, ...(reach ? { familyKey: { in: [...reach] } } : {}) },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { ...FONT_SELECT, storageKey: true, deletedAt: true },
  });
  const fonts = rows
    .filter(({ deletedAt }) => deletedAt === null)
    .map(({ storageKey: _key, deletedAt: _deleted, ...font }) => font)
    .sort((a, b) => a.family.localeCompare(b.family, "en") || a.weight - b.weight);
  return { fonts, families: familiesOf(rows.map((row) => ({ ...row, deleted: row.deletedAt !== null }))) };
}

/** The stored font itself: TrueType, or OpenType where it begins with "OTTO". */
export async function loadFontFile(
  scope: Scope,
  id: string,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; contentType: "font/ttf" | "font/otf" }> {
  const font = await db().font.findFirst({
    where: { id, workspaceId: scope.workspaceId },
    select: { storageKey: true, familyKey: true },
  });
  const reach = await familiesWithin(scope);
  if (!font || (reach && !reach.has(font.familyKey))) throw fontNotFound();
  const bytes = new Uint8Array(await storage().get(font.storageKey));
  return { bytes, contentType: bytes[0] === 0x4f ? "font/otf" : "font/ttf" };
}

/** A note on the right to use a font: one line, and it may be empty. */
export const licenceNote = z.union([z.literal(""), lineOfText(NOTE, "")]);

export const changeFontInput = z.strictObject({
  licenceNote: licenceNote.optional(),
  /** Names the whole family anew; documents know it by its key. */
  family: lineOfText(80, "Enter a name for the font.").optional(),
});
export type ChangeFontInput = z.infer<typeof changeFontInput>;

/** Changes what is said of a font. */
export async function changeFont(scope: Scope, id: string, input: ChangeFontInput): Promise<Font> {
  const where = { id, workspaceId: scope.workspaceId, deletedAt: null };
  const { workspaceId } = scope;
  return transaction(async (tx) => {
    const before = await tx.font.findFirst({ where, select: FONT_SELECT });
    if (!before) throw fontNotFound();
    await tx.font.updateMany({
      where,
      data: input.licenceNote === undefined ? {} : { licenceNote: input.licenceNote },
    });
    await tx.font.updateMany({
      where: { workspaceId, familyKey: before.familyKey },
      data: input.family === undefined ? {} : { family: input.family },
    });
    const font = await tx.font.findFirstOrThrow({ where: { id, workspaceId }, select: FONT_SELECT });
    if (font.family !== before.family || font.licenceNote !== before.licenceNote) {
      const details = { from: before.family, to: font.family, licenceNote: font.licenceNote };
      await recordEvent(tx, scope, "font.edit", fontObject(font), details);
    }
    return font;
  });
}

/** Takes a font out of the menu. Templates that use it go on showing it. */
export async function deleteFont(scope: Scope, id: string): Promise<void> {
  const where = { id, workspaceId: scope.workspaceId, deletedAt: null };
  await transaction(async (tx) => {
    const data = { deletedAt: new Date() };
    const [font] = await tx.font.updateManyAndReturn({ where, data, select: FONT_SELECT });
    if (!font) throw fontNotFound();
    await recordEvent(tx, scope, "font.delete", fontObject(font));
  });
}

/** A font as the log of what was done names it: one face of a family. */
export function fontObject({
  id,
  family,
  weight,
  italic,
}: Pick<Font, "id" | "family" | "weight" | "italic">) {
  return { kind: "font", id, name: `${family} ${weight}${italic ? " italic" : ""}` };
}

function fontNotFound(): AppError {
  return new AppError("not_found", "There is no such font in this workspace.");
}
