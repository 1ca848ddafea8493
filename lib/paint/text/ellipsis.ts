import { graphemeSegments } from "unicode-segmenter/grapheme";
import type { TextStyle } from "@/lib/template/layers/text";
import type { FontBook } from "../font-book";
import { type LineBox, lineBoxOf } from "./line-box";
import type { Paragraph } from "./paragraphs";
import { type LineSpan, type ShapedParagraph, shapeParagraph } from "./shaped-paragraph";

export const ELLIPSIS = "…";

/** A line as it was broken, with how tall it is at the designed size. */
export type BrokenLine = { shaped: ShapedParagraph; span: LineSpan; box: LineBox };

export type Room = {
  /** px. */
  width: number;
  height: number;
  /** 0 is as many as fit. */
  maxLines: number;
  /** Multiple of the font size. */
  lineHeight: number;
};

/** What looks left over before an ellipsis: spaces, and punctuation that joins, opens or goes on. */
const LEFT_OVER = /[\s\u200b,;:.…·•&+/\\|\-‐-―_([{«‹“‘„‚¿¡"'،؛。、，．：；・「『【〈《（]+$/;

/**
 * The first lines, at least one, that the room has height for. Where others are left out that say something, the
 * last ends with an ellipsis, after as much text as its width takes.
 */
export function clampLines(
  lines: readonly BrokenLine[],
  room: Room,
  book: FontBook,
): { lines: BrokenLine[]; truncated: boolean } {
  const kept: BrokenLine[] = [];
  let left = room.height;
  for (const line of lines) {
    left -= line.box.height;
    if (kept.length > 0 && (left < 0 || kept.length === room.maxLines)) break;
    kept.push(line);
  }
  const last = kept.at(-1);
  if (!last || !lines.slice(kept.length).some(saysSomething)) return { lines: kept, truncated: false };
  return { lines: [...kept.slice(0, -1), cutShort(last, room, book)], truncated: true };
}

function saysSomething({ shaped, span }: BrokenLine): boolean {
  return shaped.paragraph.text.slice(span.start, span.visibleEnd).trim() !== "";
}

/** The line's text and what follows it in its paragraph, as far as it fits with an ellipsis after it. */
function cutShort({ shaped, span }: BrokenLine, { width, lineHeight }: Room, book: FontBook): BrokenLine {
  const { text } = shaped.paragraph;
  const cuts = [span.start];
  for (const { index, segment } of graphemeSegments(text.slice(span.start))) {
    cuts.push(span.start + index + segment.length);
  }
  let candidate = lastFitting(shaped, span.start, cuts, width);
  for (;;) {
    const kept = text.slice(span.start, cuts[candidate]).replace(LEFT_OVER, "");
    const line = withEllipsis(shaped.paragraph, span.start, span.start + kept.length, lineHeight, book);
    if (kept === "" || line.shaped.fits(line.span, width)) return line;
    candidate -= 1;
    while ((cuts[candidate] ?? 0) > span.start + kept.length) candidate -= 1;
  }
}

/** Index of the last cut up to which the line fits by itself. */
function lastFitting(shaped: ShapedParagraph, start: number, cuts: readonly number[], width: number): number {
  let low = 0;
  let high = cuts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const end = cuts[middle] ?? start;
    if (shaped.fits({ start, visibleEnd: end, end }, width)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The line from `start` to `end` of the paragraph, with an ellipsis in the style of its last character. */
function withEllipsis(
  paragraph: Paragraph,
  start: number,
  end: number,
  lineHeight: number,
  book: FontBook,
): BrokenLine {
  const spans = paragraph.spans
    .filter((span) => span.start < end)
    .map((span) => ({ ...span, end: Math.min(span.end, end) }));
  const style: TextStyle =
    paragraph.spans.find((span) => span.end >= Math.max(end, start + 1))?.style ?? paragraph.style;
  const last = spans.at(-1);
  if (last && last.style === style) last.end = end + ELLIPSIS.length;
  else spans.push({ start: end, end: end + ELLIPSIS.length, style });
  const cut = { ...paragraph, text: paragraph.text.slice(0, end) + ELLIPSIS, spans };
  const span = { start, visibleEnd: cut.text.length, end: cut.text.length };
  return { shaped: shapeParagraph(cut, book, false), span, box: lineBoxOf(cut, lineHeight, book)(span) };
}
