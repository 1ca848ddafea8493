import type { TextLayer } from "@/lib/template/layers/text";
import type { FontBook } from "./font-book";
import { breakLines } from "./text/break-lines";
import { type Segment, segmentsOf } from "./text/break-opportunities";
import { type Direction, sideOf } from "./text/direction";
import { type BrokenLine, clampLines, ellipsisAlone, type Room } from "./text/ellipsis";
import { fontsToLoad, type MissingFonts } from "./text/fallback-fonts";
import { largestFittingSize } from "./text/fit-size";
import { lineBoxOf } from "./text/line-box";
import { type Paragraph, paragraphsOf } from "./text/paragraphs";
import { placeLine } from "./text/place-line";
import { type LineSpan, type ShapedParagraph, shapeParagraph } from "./text/shaped-paragraph";

/**
 * A glyph of a font file; `x` and `y` are px from the line's left end and its baseline, `y` downwards. `cluster` is
 * where in the run's text the characters begin that it stands for, in UTF-16 units.
 */
export type PlacedGlyph = { id: number; x: number; y: number; cluster: number };

/** Glyphs in one font, size and colour. */
export type GlyphRun = {
  /** Font file, as in the catalogue. */
  font: string;
  /** Drawn size, px. */
  fontSize: number;
  color: string;
  /** px from the line's left end. */
  x: number;
  width: number;
  /** Top of the underline below the baseline and its thickness, px. */
  underline: { y: number; thickness: number } | null;
  rightToLeft: boolean;
  /** Characters of the run in reading order. */
  text: string;
  /** From left to right. */
  glyphs: PlacedGlyph[];
};

export type TextLine = {
  /** Characters of the line in reading order, without the spaces that hang over its end. */
  text: string;
  /** That of its paragraph. */
  direction: Direction;
  /** Left end, top, baseline and size in the layer's box, px. */
  x: number;
  top: number;
  baseline: number;
  width: number;
  height: number;
  /** From left to right. */
  runs: GlyphRun[];
};

/** Where every glyph of a text layer goes. Plain data: it can be stored, compared and sent. */
export type TextLayout = {
  /** Drawn size / designed size; 1 unless the text was shrunk. */
  scale: number;
  /** Drawn size of the layer's largest text, px. */
  fontSize: number;
  lines: TextLine[];
  /** Widest line and sum of line heights, px. */
  width: number;
  height: number;
  /** Something leaves the box, or a word had to be cut between lines to stay inside; cutting short is no overflow. */
  overflows: boolean;
  /** Some of the text is left out and an ellipsis says so: by `ellipsis`, or by others at their smallest size. */
  truncated: boolean;
};

/** How far a line may stick out and still fit, px: the 1/64 px of Chromium's layout and its rounding of advances. */
const SLOP = 0.02;

/**
 * Lays out a text layer: `fixed` wraps at the designed size; `shrink` wraps at the largest size, down to the
 * layer's `minFontSize`, at which all lines fit the box without cutting a word; `line` does the same without
 * wrapping; `ellipsis` wraps at the designed size. Sizes and letter spacing of all runs shrink in proportion;
 * `minFontSize` is that of the largest text. Words wider than the box are cut between graphemes. What still does not
 * fit is cut short with an ellipsis, so that only `fixed`, and a box that has no room for one line or for an
 * ellipsis, is left by its text. Throws when a font it needs is not loaded.
 */
export function layoutText(layer: TextLayer, book: FontBook): TextLayout {
  const paragraphs = paragraphsOf(layer);
  const shapes = paragraphs.map((paragraph) => ({
    shaped: shapeParagraph(paragraph, book, isAtStart(layer.align, paragraph.direction)),
    segments: segmentsOf(paragraph.text),
    boxOf: lineBoxOf(paragraph, layer.lineHeight, book),
  }));
  const sizes = paragraphs.flatMap(({ spans }) => spans.map(({ style }) => style.fontSize));
  const designed = sizes.length === 0 ? layer.style.fontSize : Math.max(...sizes);

  const breakAt = ({ shaped, segments }: (typeof shapes)[number], size: number, cutWords: boolean) => {
    const maxWidth = ((layer.width + SLOP) * designed) / size;
    return layer.fit === "line"
      ? oneLine(shaped, segments, maxWidth, cutWords)
      : breakLines(shaped, segments, maxWidth, cutWords);
  };
  const linesAt = (size: number): BrokenLine[] =>
    shapes.flatMap((shape) =>
      (breakAt(shape, size, true) ?? []).map((span) => ({
        shaped: shape.shaped,
        span,
        box: shape.boxOf(span),
      })),
    );
  const fits = (size: number): boolean => {
    let room = ((layer.height + SLOP) * designed) / size;
    for (const shape of shapes) {
      const spans = breakAt(shape, size, false);
      if (!spans) return false;
      for (const span of spans) room -= shape.boxOf(span).height;
      if (room < 0) return false;
    }
    return true;
  };

  const isShrunk = layer.fit === "shrink" || layer.fit === "line";
  const { size, fitted } = isShrunk
    ? largestFittingSize(designed, layer.minFontSize, fits)
    : { size: designed, fitted: layer.fit === "fixed" && fits(designed) };
  const broken = linesAt(size);
  if (fitted || layer.fit === "fixed")
    return placeLines(layer, broken, { designed, size, overflows: !fitted, truncated: false }, book);
  const room: Room = {
    width: ((layer.width + SLOP) * designed) / size,
    height: ((layer.height + SLOP) * designed) / size,
    maxLines: layer.fit === "ellipsis" ? layer.maxLines : 0,
    lineHeight: layer.lineHeight,
  };
  const { lines, truncated } = clampLines(broken, room, book);
  const leaves =
    lines.some(({ shaped, span }) => !shaped.fits(span, room.width)) ||
    lines.reduce((sum, { box }) => sum + box.height, 0) > room.height;
  const overflows = leaves || (isShrunk && !truncated);
  return placeLines(layer, lines, { designed, size, overflows, truncated }, book);
}

/** Whether nothing is aligned by the ends of lines. */
function isAtStart(align: TextLayer["align"], direction: Direction): boolean {
  return sideOf(align, direction) === sideOf("start", direction);
}

type Outcome = Pick<TextLayout, "overflows" | "truncated"> & { designed: number; size: number };

function placeLines(
  layer: TextLayer,
  broken: readonly BrokenLine[],
  { designed, size, overflows, truncated }: Outcome,
  book: FontBook,
): TextLayout {
  const { width: boxWidth, align } = layer;
  const scale = size / designed;
  const height = broken.reduce((sum, { box }) => sum + box.height * scale, 0);
  // Whole pixels, so that baselines of a layer that stands on a whole pixel stay sharp.
  let top = Math.round((layer.height - height) * { top: 0, middle: 0.5, bottom: 1 }[layer.verticalAlign]);
  const lines = broken.map((line) => {
    const placed = placeLine({ line, scale, top, boxWidth, align, book });
    top += line.box.height * scale;
    return placed;
  });
  const width = lines.reduce((most, line) => Math.max(most, line.width), 0);
  return { scale, fontSize: size, lines, width, height, overflows, truncated };
}

/** The whole paragraph on one line; null when it is too wide and words may not be cut, as in `breakLines`. */
function oneLine(
  shaped: ShapedParagraph,
  segments: readonly Segment[],
  maxWidth: number,
  mayOverflow: boolean,
): LineSpan[] | null {
  const last = segments.at(-1);
  const span = { start: 0, visibleEnd: last?.visibleEnd ?? 0, end: last?.end ?? 0 };
  return mayOverflow || shaped.fits(span, maxWidth) ? [span] : null;
}

/**
 * Font files that laying out this layer still needs. Load them and ask again until there are none. `tried` names
 * stand-ins that were asked for before: those that still are not here are passed over.
 */
export function missingFonts(layer: TextLayer, book: FontBook, tried: ReadonlySet<string>): MissingFonts {
  const paragraphs = paragraphsOf(layer);
  const ellipses = layer.fit === "fixed" ? [] : ellipsesOf(paragraphs);
  const missing = [...paragraphs, ...ellipses].map((paragraph) => fontsToLoad(paragraph, book, tried));
  return {
    own: [...new Set(missing.flatMap(({ own }) => own))],
    standIns: [...new Set(missing.flatMap(({ standIns }) => standIns))],
  };
}

/** Whatever may be cut short needs an ellipsis in each of its styles. */
function ellipsesOf(paragraphs: readonly Paragraph[]): Paragraph[] {
  const styled = paragraphs.flatMap((paragraph) =>
    [paragraph.style, ...paragraph.spans.map(({ style }) => style)].map((style) => ({ paragraph, style })),
  );
  const byStyle = new Map(styled.map(({ paragraph, style }) => [style, paragraph]));
  return Array.from(byStyle, ([style, paragraph]) => ellipsisAlone(paragraph, style));
}
