import type { TextLayer, TextStyle } from "@/lib/template/layers/text";
import { LIMITS } from "@/lib/template/limits";
import { cleanText } from "./clean-text";

/** A stretch of a paragraph in one style; `start` and `end` are UTF-16 offsets into the paragraph. */
export type StyleSpan = { start: number; end: number; style: TextStyle };

/** Text between two hard line breaks. `style` is that of its first character, or of the break if it is empty. */
export type Paragraph = { text: string; spans: StyleSpan[]; style: TextStyle };

/** Splits the runs of a text layer at hard line breaks. There is always at least one paragraph. */
export function paragraphsOf(layer: Pick<TextLayer, "runs" | "style">): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let current: Paragraph = { text: "", spans: [], style: layer.style };
  let started = false;
  let budget: number = LIMITS.layerText;
  for (const run of layer.runs) {
    const style: TextStyle = { ...layer.style, ...run.style };
    const text = cleanText(run.text, budget);
    budget -= text.length;
    if (text === "") continue;
    for (const [index, piece] of text.split("\n").entries()) {
      if (index > 0) {
        paragraphs.push(current);
        current = { text: "", spans: [], style };
        started = false;
      }
      if (!started) current.style = style;
      if (piece === "") continue;
      started = true;
      const start = current.text.length;
      current.text += piece;
      current.spans.push({ start, end: current.text.length, style });
    }
  }
  paragraphs.push(current);
  return paragraphs;
}
