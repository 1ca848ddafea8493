import { Blob, Face, Font, Buffer as ShapingBuffer, shape } from "harfbuzzjs";
import { FONT_LIMITS } from "./font-limits";
import type { FontFacts, FontJob, FontOutcome } from "./font-message";
import { fontScripts } from "./font-scripts";
import { mostPoints } from "./most-points";
import { type Sfnt, writeSfnt } from "./sfnt";
import { Unpackable, unpackFont } from "./unpack-font";

const NEEDED = ["head", "hhea", "hmtx", "maxp", "cmap"];

/** Layers of colour, pictures and programs of another language: texts are painted as plain outlines. */
const NOT_OUTLINES = ["COLR", "CPAL", "SVG ", "sbix", "CBDT", "CBLC", "EBDT", "EBLC", "EBSC"];

/** Without these a variable TrueType font is its default form, for every program alike. */
const VARIATIONS = ["fvar", "gvar", "avar", "cvar", "HVAR", "VVAR", "MVAR", "STAT"];

/** A signature of the file as it was. */
const SIGNATURE = "DSIG";

const SPECIMEN = "Hamburgefonstiv";

/** Name ids, OpenType 1.9, "name". */
const NAME = { copyright: 0, family: 1, licence: 13, licenceUrl: 14, typographicFamily: 16 } as const;

/**
 * Reads a font from anywhere, proves that HarfBuzz shapes and draws with it, and builds it anew from its tables:
 * static, in one colour, unsigned.
 */
export async function readFont({ bytes, packing }: FontJob): Promise<FontOutcome> {
  try {
    const sfnt = await unpackFont(bytes, packing);
    if (!NEEDED.every((tag) => sfnt.tables.has(tag))) return { kind: "broken" };
    const hasOutlines = ["glyf", "CFF ", "CFF2"].some((tag) => (sfnt.tables.get(tag)?.byteLength ?? 0) > 0);
    if (!hasOutlines) return { kind: "refused", why: "no_outlines" };
    const variable = sfnt.tables.has("fvar");
    const kept = writeSfnt(plain(sfnt));
    const face = new Face(new Blob(kept));
    if (!draws(face)) return { kind: "refused", why: "no_outlines" };
    if (mostPoints(face, glyphsOf(face)) > FONT_LIMITS.glyphPoints)
      return { kind: "refused", why: "too_detailed" };
    const format = sfnt.tables.has("glyf") ? "ttf" : "otf";
    return { kind: "font", bytes: kept, format, facts: { ...factsOf(face), variable } };
  } catch (error) {
    return error instanceof Unpackable ? { kind: "refused", why: error.why } : { kind: "broken" };
  }
}

function plain({ tables }: Sfnt): Sfnt {
  const isTrueType = tables.has("glyf");
  const dropped = new Set([...NOT_OUTLINES, SIGNATURE, ...(isTrueType ? VARIATIONS : [])]);
  return {
    format: isTrueType ? "ttf" : "otf",
    tables: new Map([...tables].filter(([tag]) => !dropped.has(tag))),
  };
}

/** Whether a word comes out of the font as ink: the specimen, or characters of the font's own. */
function draws(face: Face): boolean {
  const font = new Font(face);
  const known = face.collectUnicodes();
  const own = Array.from(known.filter((code) => code > 0x20).slice(0, SPECIMEN.length));
  const hasSpecimen = [...SPECIMEN].every((character) => known.includes(character.codePointAt(0) ?? 0));
  const buffer = new ShapingBuffer();
  buffer.addText(hasSpecimen ? SPECIMEN : String.fromCodePoint(...own));
  buffer.guessSegmentProperties();
  shape(font, buffer);
  const outlines = buffer.getGlyphInfos().map(({ codepoint }) => font.glyphToJson(codepoint));
  return outlines.some(
    (segments) => segments.length > 0 && segments.every(({ values }) => values.every(Number.isFinite)),
  );
}

function factsOf(face: Face): Omit<FontFacts, "variable"> {
  const style = tableView(face, "OS/2");
  const macStyle = tableView(face, "head")?.getUint16(44) ?? 0;
  const weight = style?.getUint16(4) ?? (macStyle & 1 ? 700 : 400);
  const selection = style && style.byteLength >= 64 ? style.getUint16(62) : 0;
  const known = face.collectUnicodes();
  const notice = (...ids: number[]) => names(face, ids, FONT_LIMITS.notice);
  return {
    family:
      names(face, [NAME.typographicFamily], FONT_LIMITS.family) ||
      names(face, [NAME.family], FONT_LIMITS.family),
    weight: Math.min(Math.max(Math.round(weight / 100) * 100, 100), 900),
    italic: (selection & 1) === 1 || (macStyle & 2) === 2,
    glyphs: glyphsOf(face),
    characters: known.length,
    scripts: fontScripts(known),
    copyright: notice(NAME.copyright),
    licence: notice(NAME.licence, NAME.licenceUrl),
  };
}

function glyphsOf(face: Face): number {
  return tableView(face, "maxp")?.getUint16(4) ?? 0;
}

function tableView(face: Face, tag: string): DataView | undefined {
  const table = face.referenceTable(tag);
  return table && new DataView(table.buffer, table.byteOffset, table.byteLength);
}

/** The font's words under these ids as one line of plain text. */
function names(face: Face, ids: readonly number[], longest: number): string {
  const text = ids.map((id) => face.getName(id, "en")).join(" ");
  const line = text
    .normalize("NFC")
    .replace(/[\p{C}\s]+/gu, " ")
    .trim();
  return line
    .slice(0, longest)
    .replace(/\p{Cs}$/u, "")
    .trim();
}
