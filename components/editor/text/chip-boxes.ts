import type { TextLayout } from "@/lib/paint/painter";
import type { TextLayer, TextRun } from "@/lib/template/layers/text";
import { chipsIn } from "./chips";
import { textOfRuns } from "./text-runs";

/** A box around a field in braces, px from the top left of its layer. */
export type ChipBox = { x: number; y: number; width: number; height: number };

/** Marks that a letter belongs to a chip: colours that nobody sees, for layouts tell what they draw by its colour. */
const mark = (index: number) => `#${(index + 1).toString(16).padStart(6, "0")}01`;

/**
 * Where the fields in braces of a text are drawn, by the painter's own layout: each is laid out in a colour of its
 * own, which moves nothing, and found again by it. One that is broken between lines has a box on each.
 */
export function chipBoxesOf(layer: TextLayer, layoutText: (layer: TextLayer) => TextLayout): ChipBox[] {
  const chips = chipsIn(textOfRuns(layer.runs));
  if (chips.length === 0) return [];
  let at = 0;
  const runs = layer.runs.flatMap((run): TextRun[] => {
    const from = at;
    const to = from + run.text.length;
    at = to;
    const edges = [from, to, ...chips.flatMap(({ start, end }) => [start, end])]
      .filter((edge) => edge >= from && edge <= to)
      .sort((one, other) => one - other);
    return edges.slice(1).flatMap((end, index): TextRun[] => {
      const start = edges[index] ?? from;
      if (end <= start) return [];
      const chip = chips.findIndex((each) => each.start <= start && end <= each.end);
      const text = run.text.slice(start - from, end - from);
      return [chip === -1 ? { ...run, text } : { text, style: { ...run.style, color: mark(chip) } }];
    });
  });
  const marks = new Set(chips.map((_, index) => mark(index)));
  return layoutText({ ...layer, runs }).lines.flatMap((line) =>
    line.runs
      .filter(({ color, width }) => marks.has(color) && width > 0)
      .map(({ x, width, fontSize }) => {
        const height = Math.min(line.height, fontSize * 1.25);
        return { x: line.x + x, y: line.baseline - fontSize * 0.95, width, height };
      }),
  );
}
