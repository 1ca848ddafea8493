import type { TextStyle } from "@/lib/template/layers/text";
import type { FontBook } from "../font-book";
import type { LoadedFont } from "../loaded-font";
import { fileOfStyle } from "./fallback-fonts";
import type { Paragraph } from "./paragraphs";
import type { LineSpan } from "./shaped-paragraph";

/** Height of a line at the designed size, px, and the baseline in it at any scale. */
export type LineBox = {
  height: number;
  /** Distance of the baseline from the line's top when everything is drawn at `scale`, px. */
  baseline(scale: number): number;
};

type Metrics = { font: LoadedFont; style: TextStyle; above: number; below: number };

/**
 * How tall the lines of a paragraph are. A line is as tall as the tallest style on it; a style's font is the
 * one it asks for, whatever fonts stand in for missing characters, as in CSS with a numeric line height.
 */
export function lineBoxOf(
  paragraph: Paragraph,
  lineHeight: number,
  book: FontBook,
): (line: LineSpan) => LineBox {
  const measure = (style: TextStyle): Metrics => {
    const font = book.font(fileOfStyle(style, book));
    const ascent = (font.ascender / font.unitsPerEm) * style.fontSize;
    const descent = (font.descender / font.unitsPerEm) * style.fontSize;
    const above = (style.fontSize * lineHeight + ascent - descent) / 2;
    return { font, style, above, below: style.fontSize * lineHeight - above };
  };
  const empty = paragraph.spans.length === 0 ? [measure(paragraph.style)] : [];
  const spans = paragraph.spans.map((span) => ({ ...span, metrics: measure(span.style) }));
  return (line) => {
    const end = Math.max(line.end, line.start + 1);
    const onLine = spans
      .filter((span) => span.start < end && span.end > line.start)
      .map((span) => span.metrics);
    const tallest = onLine.length > 0 ? onLine : empty;
    const above = Math.max(...tallest.map((metrics) => metrics.above));
    const below = Math.max(...tallest.map((metrics) => metrics.below));
    return {
      height: above + below,
      baseline: (scale) =>
        Math.max(...tallest.map(({ font, style }) => roundedAbove(font, style.fontSize * scale, lineHeight))),
    };
  };
}

/**
 * How far a line reaches above its baseline (CSS Inline 3, 5: leading is shared evenly between top and bottom).
 * Ascent and descent are rounded to whole pixels and the leading above is rounded down, as Chromium does, so
 * that baselines come out where HTML text has them.
 */
function roundedAbove(font: LoadedFont, fontSize: number, lineHeight: number): number {
  const exactDescent = (font.descender / font.unitsPerEm) * fontSize;
  // Chromium on Linux never rounds a descent down: it moves the baseline up instead.
  const raised = Math.round(exactDescent) < exactDescent ? 1 : 0;
  const ascent = Math.round((font.ascender / font.unitsPerEm) * fontSize) - raised;
  const descent = Math.round(exactDescent) + raised;
  return ascent + Math.floor((fontSize * lineHeight - ascent - descent) / 2);
}
