import type { TextLayer, TextStyle } from "@/lib/template/layers/text";
import { LIMITS } from "@/lib/template/limits";
import { cleanText } from "./clean-text";
import { type Direction, strongDirection } from "./direction";
import { type HanOrder, hanOrder } from "./fallback-families";
import { transformText } from "./transform-text";

/** A stretch of a paragraph in one style; `start` and `end` are UTF-16 offsets into the paragraph. */
export type StyleSpan = { start: number; end: number; style: TextStyle };

/** Text between two hard line breaks, as it is shown. */
export type Paragraph = {
  text: string;
  spans: StyleSpan[];
  /** That of its first character, or of the break if it is empty. */
  style: TextStyle;
  /** Where its lines begin. */
  direction: Direction;
  /** In which order fonts are asked for Han characters; one for the whole layer. */
  han: HanOrder;
};

/** Splits the runs of a text layer at hard line breaks. There is always at least one paragraph. */
export function paragraphsOf(layer: Pick<TextLayer, "runs" | "style" | "direction">): Paragraph[] {
  const pieces = splitRuns(layer);
  const han = hanOrder(pieces.map(({ text }) => text).join("\n"));
  const strong = pieces.map(({ text }) => (layer.direction === "auto" ? strongDirection(text) : null));
  const otherwise =
    layer.direction === "auto" ? (strong.find((one) => one !== null) ?? "ltr") : layer.direction;
  return pieces.map((piece, index) => ({ ...piece, han, direction: strong[index] ?? otherwise }));
}

type Piece = Pick<Paragraph, "text" | "spans" | "style">;

function splitRuns(layer: Pick<TextLayer, "runs" | "style">): Piece[] {
  const pieces: Piece[] = [];
  let current: Piece = { text: "", spans: [], style: layer.style };
  let budget: number = LIMITS.layerText;
  for (const run of layer.runs) {
    const style: TextStyle = { ...layer.style, ...run.style };
    const text = cleanText(run.text, budget);
    budget -= text.length;
    if (text === "") continue;
    for (const [index, line] of text.split("\n").entries()) {
      if (index > 0) {
        pieces.push(current);
        current = { text: "", spans: [], style };
      }
      if (current.text === "") current.style = style;
      if (line === "") continue;
      const start = current.text.length;
      current.text += transformText(line, style.transform, current.text);
      current.spans.push({ start, end: current.text.length, style });
    }
  }
  pieces.push(current);
  return pieces;
}
