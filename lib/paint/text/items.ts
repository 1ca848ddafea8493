import type { TextStyle } from "@/lib/template/layers/text";
import type { FontBook } from "../font-book";
import type { LoadedFont } from "../loaded-font";
import { bidiLevels } from "./bidi-levels";
import { fontSpans } from "./fallback-fonts";
import type { Paragraph } from "./paragraphs";
import { scriptRuns } from "./script-runs";

/** A stretch of a paragraph that is shaped in one go: one style, font, direction and script. */
export type TextItem = {
  /** UTF-16 offsets into the paragraph. */
  start: number;
  end: number;
  style: TextStyle;
  font: LoadedFont;
  /** Bidi embedding level; odd runs right to left. */
  level: number;
  /** ISO 15924 code. */
  script: string;
};

/** Cuts a paragraph into items, in logical order. */
export function itemise(paragraph: Paragraph, book: FontBook): TextItem[] {
  const { text } = paragraph;
  const levels = bidiLevels(text, paragraph.direction);
  const scripts = scriptRuns(text);
  const items: TextItem[] = [];
  let scriptIndex = 0;
  for (const span of paragraph.spans) {
    for (const { start, end, font } of fontSpans(paragraph, span, scripts, book)) {
      let position = start;
      while (position < end) {
        while ((scripts[scriptIndex]?.end ?? end) <= position) scriptIndex += 1;
        const run = scripts[scriptIndex] ?? { end, script: "Zyyy" };
        const level = levels?.[position] ?? 0;
        let stop = Math.min(end, run.end);
        if (levels) {
          let next = position + 1;
          while (next < stop && levels[next] === level) next += 1;
          stop = next;
        }
        items.push({ start: position, end: stop, style: span.style, font, level, script: run.script });
        position = stop;
      }
    }
  }
  return items;
}
