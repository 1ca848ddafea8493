import { isRetail, type Symbology } from "./barcode-text";

/**
 * How many of its narrowest bar a code of bars is wide, without its quiet zone, as GS1 General Specifications, 5.2, and
 * ISO/IEC 15417, 4.3, say; at least so many where letters have accents. Null for codes of areas: only encoding tells.
 */
export function barModules(kind: Symbology, content: string): number | null {
  if (isRetail(kind)) return 95;
  if (kind !== "code128") return null;
  // Start, check and stop take 35, a sign 11. Digits go in pairs, for one sign more wherever the pairs begin or end
  // inside the text, where that is shorter; a digit that is left over goes alone.
  const saved = Array.from(content.matchAll(/\d+/g), ({ 0: { length }, index }) => {
    const ends = Number(index > 0) + Number(index + length < content.length);
    const paired = Math.floor(length / 2) + (length % 2 === 0 ? ends : Math.max(ends, 1) + 1);
    return Math.max(0, length - paired);
  });
  return 35 + 11 * (content.length - saved.reduce((sum, signs) => sum + signs, 0));
}
