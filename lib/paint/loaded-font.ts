import { Blob, Buffer, Face, Font, MetricsTag, shape } from "harfbuzzjs";
import { AppError } from "@/lib/errors";
import { type ColourLayer, readColourGlyphs } from "./font-colour";
import { fontTable } from "./font-table";

/** Outline of a glyph in font units, y upwards: SVG path commands and their coordinates, in order. */
export type Outline = {
  commands: string;
  values: readonly number[];
  /** Box around all points, control points included, so it never cuts ink off; null when there is none. */
  box: { left: number; bottom: number; right: number; top: number } | null;
};

/** A font file ready for use. Lengths are in font units, `unitsPerEm` of them to the font size. */
export type LoadedFont = {
  readonly file: string;
  readonly shaper: Font;
  readonly unitsPerEm: number;
  /** Above the baseline; positive. */
  readonly ascender: number;
  /** Below the baseline; positive. */
  readonly descender: number;
  /** Top of the underline below the baseline, positive downwards, and its thickness (OpenType `post`). */
  readonly underline: { offset: number; thickness: number };
  /** Whether the font has a glyph of its own for a code point. */
  has(codePoint: number): boolean;
  /**
   * Whether the font can show a grapheme: with glyphs of its own, or with what HarfBuzz makes of them, such as
   * an accented letter put together from its parts or a no-break hyphen from a plain one.
   */
  draws(grapheme: string): boolean;
  outline(glyph: number): Outline;
  /** What a glyph in colour is made of, from back to front; null for plain glyphs. */
  colourLayers(glyph: number): readonly ColourLayer[] | null;
};

/** Texts from anywhere make endless graphemes; what is remembered of them, of characters and of outlines has an end. */
const REMEMBERED = 10_000;

/**
 * Opens a TrueType or OpenType file. Ascender and descender follow HarfBuzz, as Chromium on Linux has them:
 * `hhea`, or the typographic metrics where the font sets USE_TYPO_METRICS. Throws when the bytes are no font.
 */
export function openFont(file: string, bytes: Uint8Array): LoadedFont {
  if (!fontTable(bytes, "head") || !fontTable(bytes, "cmap")) {
    throw new AppError(
      "unavailable",
      `Expected a TrueType font at ${file}, got ${bytes.byteLength} other bytes.`,
    );
  }
  const face = new Face(new Blob(bytes));
  const font = new Font(face);
  const extents = font.hExtents();
  const glyphs = new Map<number, boolean>();
  const drawn = new Map<string, boolean>();
  const outlines = new Map<number, Outline>();
  const colours = readColourGlyphs(fontTable(bytes, "COLR"), fontTable(bytes, "CPAL"));
  return {
    file,
    shaper: font,
    unitsPerEm: face.upem,
    ascender: extents.ascender,
    descender: -extents.descender,
    underline: {
      offset: -font.getMetricPositionWithFallback(MetricsTag.UNDERLINE_OFFSET),
      thickness: font.getMetricPositionWithFallback(MetricsTag.UNDERLINE_SIZE),
    },
    has(codePoint) {
      let known = glyphs.get(codePoint);
      if (known === undefined) {
        known = font.nominalGlyph(codePoint) !== undefined;
        remember(glyphs, codePoint, known);
      }
      return known;
    },
    draws(grapheme) {
      let known = drawn.get(grapheme);
      if (known === undefined) {
        known = shapesWithoutGaps(font, grapheme);
        remember(drawn, grapheme, known);
      }
      return known;
    },
    outline(glyph) {
      let outline = outlines.get(glyph);
      if (outline === undefined) {
        outline = readOutline(font, glyph);
        remember(outlines, glyph, outline);
      }
      return outline;
    },
    colourLayers: colours,
  };
}

/** Begins anew when there is too much: what is used is soon back. */
function remember<Key, Value>(known: Map<Key, Value>, key: Key, value: Value): void {
  if (known.size >= REMEMBERED) known.clear();
  known.set(key, value);
}

function shapesWithoutGaps(font: Font, grapheme: string): boolean {
  const buffer = new Buffer();
  buffer.addText(grapheme);
  buffer.guessSegmentProperties();
  shape(font, buffer);
  return buffer.getGlyphInfos().every((glyph) => glyph.codepoint !== 0);
}

function readOutline(font: Font, glyph: number): Outline {
  let commands = "";
  const values: number[] = [];
  for (const segment of font.glyphToJson(glyph)) {
    commands += segment.type;
    values.push(...segment.values);
  }
  if (values.length === 0) return { commands, values, box: null };
  const xs = values.filter((_, index) => index % 2 === 0);
  const ys = values.filter((_, index) => index % 2 === 1);
  return {
    commands,
    values,
    box: { left: Math.min(...xs), bottom: Math.min(...ys), right: Math.max(...xs), top: Math.max(...ys) },
  };
}
