import type { TextLayer } from "@/lib/template/layers/text";
import type { GlyphRun, TextLine } from "../text-layout";
import type { LineBox } from "./line-box";
import type { LineSpan, ShapedParagraph, ShapedPiece } from "./shaped-paragraph";

type Placement = {
  shaped: ShapedParagraph;
  span: LineSpan;
  box: LineBox;
  /** Drawn size / designed size. */
  scale: number;
  top: number;
  boxWidth: number;
  align: TextLayer["align"];
};

/** Keeps layouts short as data: a thousandth of a px is below what any raster shows. Adding 0 turns -0 into 0. */
const round = (value: number) => Math.round(value * 1000) / 1000 + 0;

/** Puts the glyphs of one line at their places. Lines wider than the box stick out evenly when centred. */
export function placeLine({ shaped, span, box, scale, top, boxWidth, align }: Placement): TextLine {
  const { text } = shaped.paragraph;
  let pen = 0;
  const runs = shaped.pieces(span).map((piece) => {
    const run = placeRun(piece, text, scale, pen);
    pen += piece.width * scale;
    return run;
  });
  return {
    text: text.slice(span.start, span.visibleEnd),
    x: round((boxWidth - pen) * { left: 0, center: 0.5, right: 1 }[align]),
    top: round(top),
    baseline: Math.round(top + box.baseline(scale)),
    width: round(pen),
    height: round(box.height * scale),
    runs,
  };
}

function placeRun(piece: ShapedPiece, text: string, scale: number, start: number): GlyphRun {
  const { style, font } = piece;
  const fontSize = style.fontSize * scale;
  let pen = start;
  const glyphs = piece.glyphs.map((glyph) => {
    const placed = { id: glyph.id, x: round(pen + glyph.x * scale), y: round(-glyph.y * scale) };
    pen += glyph.advance * scale;
    return placed;
  });
  const unit = fontSize / font.unitsPerEm;
  return {
    font: font.file,
    fontSize: round(fontSize),
    color: style.color,
    x: round(start),
    width: round(pen - start),
    underline: style.underline
      ? {
          y: round(font.underline.offset * unit),
          thickness: round(Math.max(1, font.underline.thickness * unit)),
        }
      : null,
    rightToLeft: piece.level % 2 === 1,
    text: text.slice(piece.start, piece.end),
    glyphs,
  };
}
