import { graphemeSegments } from "unicode-segmenter/grapheme";
import type { Segment } from "./break-opportunities";
import type { LineSpan, ShapedParagraph } from "./shaped-paragraph";

/**
 * Fills lines greedily up to `maxWidth` px at the designed size. A segment wider than a whole line begins one and
 * is cut between syllables where it has any. What is still too wide is cut between graphemes, at least one a line;
 * with `cutWords` false the answer is null instead.
 */
export function breakLines(
  shaped: ShapedParagraph,
  segments: readonly Segment[],
  maxWidth: number,
  cutWords: boolean,
): LineSpan[] | null {
  const lines: LineSpan[] = [];
  let line: LineSpan = { start: 0, visibleEnd: 0, end: 0 };

  /** Whether the segment, which begins where the line ends, could be placed without cutting a word. */
  function place({ end, visibleEnd, soft }: Segment): boolean {
    if (shaped.fits({ start: line.start, visibleEnd, end }, maxWidth)) {
      line = { start: line.start, visibleEnd, end };
      return true;
    }
    if (line.end > line.start) lines.push(line);
    line = { start: line.end, visibleEnd: line.end, end: line.end };
    if (shaped.fits({ start: line.start, visibleEnd, end }, maxWidth)) {
      line = { start: line.start, visibleEnd, end };
      return true;
    }
    if (soft.length > 0) {
      const pieces = [
        ...soft.map((at) => ({ end: at, visibleEnd: at, soft: [] })),
        { end, visibleEnd, soft: [] },
      ];
      return pieces.every(place);
    }
    if (!cutWords) return false;
    let { start } = line;
    for (const cut of cutSegment(shaped, start, visibleEnd, maxWidth)) {
      lines.push({ start, visibleEnd: cut, end: cut });
      start = cut;
    }
    line = { start, visibleEnd, end };
    return true;
  }

  if (!segments.every(place)) return null;
  lines.push(line);
  return lines;
}

/** Places inside a segment at which it continues on the next line. */
function cutSegment(shaped: ShapedParagraph, start: number, end: number, maxWidth: number): number[] {
  const boundaries: number[] = [];
  for (const { index } of graphemeSegments(shaped.paragraph.text.slice(start, end))) {
    if (index > 0) boundaries.push(start + index);
  }
  boundaries.push(end);
  const cuts: number[] = [];
  let lineStart = start;
  let first = 0;
  while (first < boundaries.length) {
    let fits = first;
    let low = first + 1;
    let high = boundaries.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const cut = boundaries[middle] ?? end;
      if (shaped.fits({ start: lineStart, visibleEnd: cut, end: cut }, maxWidth)) {
        fits = middle;
        low = middle + 1;
      } else high = middle - 1;
    }
    const cut = boundaries[fits] ?? end;
    if (cut >= end) break;
    cuts.push(cut);
    lineStart = cut;
    first = fits + 1;
  }
  return cuts;
}
