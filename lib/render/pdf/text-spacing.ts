import type { GlyphRun } from "@/lib/paint/text-layout";

/** Steps of spacing, thousandths of the font size: less is kerning, and rounding gives one text one spacing. */
const STEP = 10;

/** The room that follows each letter of a run beyond its own, in thousandths of the font size: that of most of them. */
export function spacingOf(
  { glyphs, fontSize, x, width }: GlyphRun,
  advance: (glyph: number) => number,
): number {
  const gaps = glyphs.map(({ id, x: left }, index) => {
    const next = glyphs[index + 1]?.x ?? x + width;
    return ((next - left) * 1000) / fontSize - advance(id);
  });
  const sorted = gaps.toSorted((a, b) => a - b);
  return Math.round((sorted[sorted.length >> 1] ?? 0) / STEP) * STEP + 0;
}
