import type { FontBook } from "../font-book";
import { visualOrder } from "./bidi-levels";
import { itemise, type TextItem } from "./items";
import type { Paragraph } from "./paragraphs";
import { type ShapedGlyph, shapeItem } from "./shape-item";

/** The part of an item that lies in a line, with its glyphs in visual order. Lengths in px at designed size. */
export type ShapedPiece = TextItem & { width: number; glyphs: ShapedGlyph[] };

/** A line of a paragraph as UTF-16 offsets; the spaces between `visibleEnd` and `end` hang over its end. */
export type LineSpan = { start: number; visibleEnd: number; end: number };

/**
 * A paragraph measured once at its designed size. Everything in it grows in proportion to the font size, so
 * any other size is reached by multiplying.
 */
export type ShapedParagraph = {
  paragraph: Paragraph;
  /** Sum of the advances between two offsets, px: about the width of that text by itself, and quickly told. */
  advance(start: number, end: number): number;
  /** Whether a line's visible part is at most `limit` px wide. */
  fits(line: LineSpan, limit: number): boolean;
  /** A line's visible part, from left to right. */
  pieces(line: LineSpan): ShapedPiece[];
};

/**
 * Items, fonts and glyphs of a paragraph. `endsUnseen` says that nothing is aligned by the ends of lines.
 * Throws when a font it needs is not loaded.
 */
export function shapeParagraph(paragraph: Paragraph, book: FontBook, endsUnseen: boolean): ShapedParagraph {
  const { text } = paragraph;
  const whole = itemise(paragraph, book).map((item) => shapePiece(text, item, item.start, item.end));
  const advanceBefore = new Float64Array(text.length + 1);
  const safe = new Uint8Array(text.length + 1);
  for (const piece of whole) {
    safe[piece.start] = 1;
    for (const glyph of piece.glyphs) {
      advanceBefore[glyph.cluster + 1] = (advanceBefore[glyph.cluster + 1] ?? 0) + glyph.advance;
      safe[glyph.cluster] = glyph.unsafeToBreak && glyph.cluster > piece.start ? 0 : 1;
    }
  }
  safe[text.length] = 1;
  for (let index = 1; index <= text.length; index += 1) {
    advanceBefore[index] = (advanceBefore[index] ?? 0) + (advanceBefore[index - 1] ?? 0);
  }

  const reshaped = new Map<string, ShapedPiece[]>();
  function reshape(start: number, end: number): ShapedPiece[] {
    const key = `${start}:${end}`;
    let pieces = reshaped.get(key);
    if (!pieces) {
      pieces = within(whole, start, end).map((piece) =>
        shapePiece(text, piece, Math.max(piece.start, start), Math.min(piece.end, end)),
      );
      reshaped.set(key, pieces);
    }
    return pieces;
  }
  const kept = (start: number, end: number) =>
    within(whole, start, end).map((piece) => clip(piece, start, end));

  /**
   * The glyphs of a line: those of the paragraph, but shaped anew from each end of the line to the next place
   * where a cut changes nothing. Hanging spaces may kern with the letter before them; that kerning stays where
   * nobody sees the end of the line, as in Chromium.
   */
  function linePieces({ start, visibleEnd, end }: LineSpan): ShapedPiece[] {
    const keepsEnd = endsUnseen && end > visibleEnd;
    let first = start;
    while (first < visibleEnd && safe[first] !== 1) first += 1;
    let last = visibleEnd;
    while (last > first && safe[last] !== 1 && !keepsEnd) last -= 1;
    if (first === start && last === visibleEnd) return kept(start, visibleEnd);
    if (first >= last) return reshape(start, visibleEnd);
    return [...reshape(start, first), ...kept(first, last), ...reshape(last, visibleEnd)];
  }

  /** How far shaping a line by itself may move its width from the sum of advances: a wide glyph at both ends. */
  const slack = 2 * paragraph.spans.reduce((most, { style }) => Math.max(most, style.fontSize), 0);

  const advance = (start: number, end: number) => (advanceBefore[end] ?? 0) - (advanceBefore[start] ?? 0);

  return {
    paragraph,
    advance,
    fits(line, limit) {
      const estimate = advance(line.start, line.visibleEnd);
      if (Math.abs(estimate - limit) > slack) return estimate <= limit;
      return linePieces(line).reduce((sum, piece) => sum + piece.width, 0) <= limit;
    },
    pieces: (line) => visualOrder(linePieces(line)),
  };
}

function shapePiece(text: string, item: TextItem, start: number, end: number): ShapedPiece {
  const glyphs = shapeItem(text, item, start, end);
  const width = glyphs.reduce((sum, glyph) => sum + glyph.advance, 0);
  const { style, font, level, script } = item;
  return { start, end, style, font, level, script, glyphs, width };
}

/** The pieces that `start`..`end` touches; none when it is empty. Pieces are in logical order, so the first is found by halving. */
function within(pieces: readonly ShapedPiece[], start: number, end: number): ShapedPiece[] {
  if (end <= start) return [];
  const first = firstIndex(pieces, (piece) => piece.end > start);
  let last = first;
  while ((pieces[last]?.start ?? end) < end) last += 1;
  return pieces.slice(first, last);
}

/** The glyphs of a piece that stand for `start`..`end`. */
function clip(piece: ShapedPiece, start: number, end: number): ShapedPiece {
  if (piece.start >= start && piece.end <= end) return piece;
  const { glyphs } = piece;
  const kept =
    piece.level % 2 === 0
      ? glyphs.slice(
          firstIndex(glyphs, (glyph) => glyph.cluster >= start),
          firstIndex(glyphs, (glyph) => glyph.cluster >= end),
        )
      : glyphs.slice(
          firstIndex(glyphs, (glyph) => glyph.cluster < end),
          firstIndex(glyphs, (glyph) => glyph.cluster < start),
        );
  const width = kept.reduce((sum, glyph) => sum + glyph.advance, 0);
  return {
    ...piece,
    start: Math.max(piece.start, start),
    end: Math.min(piece.end, end),
    glyphs: kept,
    width,
  };
}

/** Index of the first entry that passes, where all entries after a passing one pass; the length if none does. */
function firstIndex<T>(entries: readonly T[], passes: (entry: T) => boolean): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = entries[middle];
    if (entry !== undefined && passes(entry)) high = middle;
    else low = middle + 1;
  }
  return low;
}
