import type { GlyphRun, PlacedGlyph } from "@/lib/paint/text-layout";

/** Characters that are told together, the glyphs that show them, and the room they take: px from the line's left end. */
export type TextUnit = { text: string; glyphs: readonly PlacedGlyph[]; x: number; width: number };

/**
 * Cuts a run, from left to right, where both its glyphs and its characters can be cut. From right to left a unit has
 * one character: readers turn around what lies from left to right, and do so inside of units or not. Characters that
 * a ligature shows then share its room, and the first of them, at the right, has its glyphs.
 */
export function textUnits(run: GlyphRun): TextUnit[] {
  const clusters = clustersOf(run);
  return run.rightToLeft ? clusters.flatMap(singleCharacters) : clusters;
}

function clustersOf({ glyphs, text, rightToLeft, x, width }: GlyphRun): TextUnit[] {
  const clusters: { start: number; glyphs: PlacedGlyph[] }[] = [];
  for (const glyph of glyphs) {
    const last = clusters.at(-1);
    if (last?.start === glyph.cluster) last.glyphs.push(glyph);
    else clusters.push({ start: glyph.cluster, glyphs: [glyph] });
  }
  const inOrder = rightToLeft ? clusters.toReversed() : clusters;
  const isSorted = inOrder.every(({ start }, index) => start > (inOrder[index - 1]?.start ?? -1));
  if (!isSorted) return [{ text, glyphs, x, width }];
  const leftOf = (index: number) => {
    const xs = clusters[index]?.glyphs.map((glyph) => glyph.x) ?? [];
    return xs.length === 0 ? x + width : Math.min(...xs);
  };
  return clusters.map(({ start, glyphs: own }, index) => {
    const place = rightToLeft ? clusters.length - 1 - index : index;
    // Characters before the first cluster have no glyph of their own.
    const from = place === 0 ? 0 : start;
    const end = inOrder[place + 1]?.start ?? text.length;
    const left = leftOf(index);
    return {
      text: text.slice(from, end),
      glyphs: own,
      x: left,
      width: Math.max(0, leftOf(index + 1) - left),
    };
  });
}

function singleCharacters({ text, glyphs, x, width }: TextUnit): TextUnit[] {
  const characters = [...text].toReversed();
  const share = width / characters.length;
  return characters.map((character, index) => ({
    text: character,
    glyphs: index === characters.length - 1 ? glyphs : [],
    x: x + index * share,
    width: share,
  }));
}
