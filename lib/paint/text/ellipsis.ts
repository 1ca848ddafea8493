import { graphemeSegments } from "unicode-segmenter/grapheme";
import type { TextStyle } from "@/lib/template/layers/text";
import type { FontBook } from "../font-book";
import { type LineBox, lineBoxOf } from "./line-box";
import type { Paragraph } from "./paragraphs";
import { type LineSpan, type ShapedParagraph, shapeParagraph } from "./shaped-paragraph";

const ELLIPSIS = "…";

/** A line as it was broken, with how tall it is at the designed size. */
export type BrokenLine = { shaped: ShapedParagraph; span: LineSpan; box: LineBox };

export type Room = {
  /** px at the designed size. */
  width: number;
  height: number;
  /** 0 is as many as fit. */
  maxLines: number;
  /** Multiple of the font size. */
  lineHeight: number;
};

/** What looks left over before an ellipsis: spaces, and punctuation that joins, opens or goes on. */
const LEFT_OVER = /[\s\u200b,;:.…·•&+/\\|\-‐-―_([{«‹“‘„‚¿¡"'،؛。、，．：；・「『【〈《（]/;

/**
 * The first lines, at least one, that the room has height for. Where others are left out that say something, the
 * last ends with an ellipsis, after as much text as its width takes. So does a line that is wider than the room, and
 * the rest of its paragraph is left out.
 */
export function clampLines(
  lines: readonly BrokenLine[],
  room: Room,
  book: FontBook,
): { lines: BrokenLine[]; truncated: boolean } {
  const kept: BrokenLine[] = [];
  let left = room.height;
  let last: { line: BrokenLine; height: number; isCut: boolean } | null = null;
  let truncated = false;
  for (const [index, line] of lines.entries()) {
    if (last?.isCut && last.line.shaped === line.shaped) continue;
    if (last && (line.box.height > left || kept.length === room.maxLines)) {
      if (!lines.slice(index).some(saysSomething)) break;
      if (!last.isCut) kept.splice(-1, 1, cutShort(last.line, { ...room, height: last.height }, book));
      truncated = true;
      break;
    }
    const isCut = !line.shaped.fits(line.span, room.width);
    const shown = isCut ? cutShort(line, { ...room, height: left }, book) : line;
    kept.push(shown);
    truncated ||= isCut;
    last = { line, height: left, isCut };
    left -= shown.box.height;
  }
  return { lines: kept, truncated };
}

function saysSomething({ shaped, span }: BrokenLine): boolean {
  return shaped.paragraph.text.slice(span.start, span.visibleEnd).trim() !== "";
}

/**
 * The line's text and what follows it in its paragraph, as far as it fits with an ellipsis after it. Where to cut is
 * found by the advances of the whole paragraph. Kerning and the form of a last letter may move that a little, so the
 * line is shaped to see, and each further try gives back twice as much as the one before: there are few, however
 * many characters take no room.
 */
function cutShort(broken: BrokenLine, room: Room, book: FontBook): BrokenLine {
  const { shaped, span } = broken;
  const { paragraph } = shaped;
  const { start } = span;
  const widthTo = (end: number) => shaped.advance(start, end);
  const cuts: number[] = [];
  for (const { index, segment } of graphemeSegments(
    paragraph.text.slice(start, reachOf(broken, room, book)),
  )) {
    const cut = start + index + segment.length;
    if (widthTo(cut) > room.width) break;
    cuts.push(cut);
  }
  const style = styleBefore(paragraph, start, cuts.at(-1) ?? start);
  let limit = room.width - shapeParagraph(ellipsisAlone(paragraph, style), book, false).advance(0, 1);
  for (let step = style.fontSize / 8; ; step *= 2) {
    const end = trimmedEnd(paragraph.text, start, cuts.findLast((cut) => widthTo(cut) <= limit) ?? start);
    const line = withEllipsis(paragraph, start, end, room.lineHeight, book);
    if (end === start || line.shaped.fits(line.span, room.width)) return line;
    limit = Math.min(limit, widthTo(end)) - step;
  }
}

/** How far a line may take in what follows it: to the end of its paragraph, or to where it would get too tall. */
function reachOf({ shaped, span }: BrokenLine, { height, lineHeight }: Room, book: FontBook): number {
  const { paragraph } = shaped;
  const boxOf = lineBoxOf(paragraph, lineHeight, book);
  const tooTall = paragraph.spans.find(
    ({ end }) => end > span.end && boxOf({ ...span, end }).height > height,
  );
  return tooTall ? Math.max(span.end, tooTall.start) : paragraph.text.length;
}

/** Where the text ends that may stand before an ellipsis. */
function trimmedEnd(text: string, start: number, end: number): number {
  let trimmed = end;
  while (trimmed > start && LEFT_OVER.test(text.charAt(trimmed - 1))) trimmed -= 1;
  return trimmed;
}

/** The style of the last character before `end` in a line that begins at `start`. */
function styleBefore({ spans, style }: Paragraph, start: number, end: number): TextStyle {
  return spans.find((span) => span.end >= Math.max(end, start + 1))?.style ?? style;
}

/** A paragraph of nothing but an ellipsis, among the letters of another. */
export function ellipsisAlone(paragraph: Paragraph, style: TextStyle): Paragraph {
  return { ...paragraph, text: ELLIPSIS, spans: [{ start: 0, end: ELLIPSIS.length, style }], style };
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
  const style = styleBefore(paragraph, start, end);
  const last = spans.at(-1);
  if (last && last.style === style) last.end = end + ELLIPSIS.length;
  else spans.push({ start: end, end: end + ELLIPSIS.length, style });
  const cut = { ...paragraph, text: paragraph.text.slice(0, end) + ELLIPSIS, spans };
  const span = { start, visibleEnd: cut.text.length, end: cut.text.length };
  return { shaped: shapeParagraph(cut, book, false), span, box: lineBoxOf(cut, lineHeight, book)(span) };
}
