import LineBreaker from "linebreak";

/** Spaces that hang over the end of a line: they neither take room there nor move an aligned line (CSS Text 3). */
const HANGING = /[ \u1680\u2000-\u2006\u2008-\u200b\u205f\u3000]+$/;

/** A piece of text that is never cut unless it is wider than a whole line. */
export type Segment = {
  /** UTF-16 offset of its end, spaces after it included. */
  end: number;
  /** Offset of its end without those spaces. */
  visibleEnd: number;
};

/** Cuts a paragraph at its line break opportunities (UAX 14). An empty paragraph has no segments. */
export function segmentsOf(text: string): Segment[] {
  const segments: Segment[] = [];
  const breaker = new LineBreaker(text);
  let start = 0;
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    const segment = text.slice(start, next.position);
    const hanging = HANGING.exec(segment);
    segments.push({ end: next.position, visibleEnd: next.position - (hanging ? hanging[0].length : 0) });
    start = next.position;
  }
  return segments;
}
