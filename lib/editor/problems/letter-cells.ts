import type { TextLayout } from "@/lib/paint/painter";
import type { TextLayer } from "@/lib/template/layers/text";

/** Contrast that text needs, and large text. WCAG 2.2, 1.4.3. */
const TEXT = 4.5;
const LARGE_TEXT = 3;

/** Large text: 18 pt, or 14 pt bold, in px. WCAG 2.2, "large scale". */
const LARGE = 24;
const LARGE_BOLD = 56 / 3;
const BOLD = 700;

/** A stretch of a line about as long as a letter is high, in px of the text's own box. */
export type LetterCell = {
  left: number;
  right: number;
  /** Colour of the letters as it is written in the document. */
  color: string;
  /** Contrast they need at the size they are shown at. */
  needed: number;
};

/** A line of them, from its top to its bottom. */
export type CellLine = { top: number; bottom: number; cells: readonly LetterCell[] };

/** The letters of a text as boxes, line by line; `shown` is px on the screen for each px of the canvas. */
export function letterCells({ lines }: TextLayout, layer: TextLayer, shown: number): CellLine[] {
  const isBold = [layer.style, ...layer.runs.map(({ style }) => style)].every(
    ({ fontWeight = BOLD }) => fontWeight >= BOLD,
  );
  return lines.map(({ top, height, ...line }) => ({
    top,
    bottom: top + height,
    cells: line.runs.flatMap(({ x, width, fontSize, color }) => {
      const px = fontSize * shown;
      const isLarge = px >= (isBold ? LARGE_BOLD : LARGE);
      const count = Math.max(1, Math.round(width / Math.max(1, fontSize)));
      const end = (index: number) => line.x + x + (width * index) / count;
      return Array.from({ length: count }, (_, index) => ({
        left: end(index),
        right: end(index + 1),
        color,
        needed: isLarge ? LARGE_TEXT : TEXT,
      }));
    }),
  }));
}

/** The cell at a point of the text's own box. */
export function cellAt(lines: readonly CellLine[], x: number, y: number): LetterCell | undefined {
  for (const { top, bottom, cells } of lines) {
    if (y < top || y >= bottom) continue;
    for (const cell of cells) if (x >= cell.left && x < cell.right) return cell;
  }
  return undefined;
}
