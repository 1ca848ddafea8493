import type { TextLayer } from "@/lib/template/layers/text";
import type { FontBook } from "../font-book";
import type { GlyphRun, TextLine } from "../text-layout";
import { sideOf } from "./direction";
import type { BrokenLine } from "./ellipsis";
import { fileOfStyle } from "./fallback-fonts";
import type { ShapedPiece } from "./shaped-paragraph";

type Placement = {
  line: BrokenLine;
  /** Drawn size / designed size. */
  scale: number;
  top: number;
  boxWidth: number;
  align: TextLayer["align"];
  book: FontBook;
};

/** Keeps layouts short as data: a thousandth of a px is below what any raster shows. Adding 0 turns -0 into 0. */
const round = (value: number) => Math.round(value * 1000) / 1000 + 0;

const SIDES = { left: 0, center: 0.5, right: 1 };

/** Puts the glyphs of one line at their places. Lines wider than the box stick out evenly when centred. */
export function placeLine({ line, scale, top, boxWidth, align, book }: Placement): TextLine {
  const { shaped, span, box } = line;
  const { text, direction } = shaped.paragraph;
  const pieces = shaped.pieces(span);
  const underlines = underlinesOf(pieces, scale, book);
  let pen = 0;
  const runs = pieces.map((piece, index) => {
    const run = placeRun(piece, text, scale, pen, underlines[index] ?? null);
    pen += piece.width * scale;
    return run;
  });
  return {
    text: text.slice(span.start, span.visibleEnd),
    direction,
    x: round((boxWidth - pen) * SIDES[sideOf(align, direction)]),
    top: round(top),
    baseline: Math.round(top + box.baseline(scale)),
    width: round(pen),
    height: round(box.height * scale),
    runs,
  };
}

type Underline = GlyphRun["underline"];

/**
 * The underline of each piece. Underlined pieces beside each other share one line, where the largest of them has
 * its own; fonts that stand in for missing characters do not move it.
 */
function underlinesOf(pieces: readonly ShapedPiece[], scale: number, book: FontBook): Underline[] {
  const underlines: Underline[] = pieces.map(() => null);
  let start = 0;
  while (start < pieces.length) {
    let end = start;
    while (pieces[end]?.style.underline) end += 1;
    if (end > start) {
      const { style } = pieces
        .slice(start, end)
        .reduce((most, piece) => (piece.style.fontSize > most.style.fontSize ? piece : most));
      const font = book.font(fileOfStyle(style, book));
      const unit = (style.fontSize * scale) / font.unitsPerEm;
      const y = round(font.underline.offset * unit);
      underlines.fill({ y, thickness: round(Math.max(1, font.underline.thickness * unit)) }, start, end);
    }
    start = end + 1;
  }
  return underlines;
}

function placeRun(
  piece: ShapedPiece,
  text: string,
  scale: number,
  start: number,
  underline: Underline,
): GlyphRun {
  const { style, font } = piece;
  let pen = start;
  const glyphs = piece.glyphs.map((glyph) => {
    const cluster = glyph.cluster - piece.start;
    const placed = { id: glyph.id, x: round(pen + glyph.x * scale), y: round(-glyph.y * scale), cluster };
    pen += glyph.advance * scale;
    return placed;
  });
  return {
    font: font.file,
    fontSize: round(style.fontSize * scale),
    color: style.color,
    x: round(start),
    width: round(pen - start),
    underline,
    rightToLeft: piece.level % 2 === 1,
    text: text.slice(piece.start, piece.end),
    glyphs,
  };
}
