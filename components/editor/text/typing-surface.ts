import type { TextLayer, TextRun } from "@/lib/template/layers/text";
import { cssFontName } from "../pictures/font-files";
import { faceFor } from "../pictures/user-fonts";
import type { TextRange } from "./text-runs";

/**
 * The editable element's content: one span a run with one text node each, line breaks as line feeds. A `<br>` at
 * the end is no text; it only gives the caret a last line to stand on. `standIns` are the font files that the painter
 * uses beside the layer's own.
 */
export function writeRuns(
  element: HTMLElement,
  layer: TextLayer,
  runs: readonly TextRun[],
  scale: number,
  standIns: readonly string[] = [],
): void {
  const spans = runs
    .filter(({ text }) => text !== "")
    .map(({ text, style }) => {
      const span = document.createElement("span");
      span.textContent = text;
      const { fontFamily, fontWeight, italic, fontSize, letterSpacing, transform } = {
        ...layer.style,
        ...style,
      };
      span.style.fontFamily = fontStack([faceFor(fontFamily, fontWeight, italic).file, ...standIns]);
      span.style.fontSize = `${fontSize * scale}px`;
      span.style.letterSpacing = `${letterSpacing * scale}px`;
      span.style.textTransform = CSS_CASE[transform];
      return span;
    });
  const needsLine = spans.length === 0 || (runs.at(-1)?.text.endsWith("\n") ?? false);
  element.replaceChildren(...spans, ...(needsLine ? [document.createElement("br")] : []));
}

const CSS_CASE = { none: "none", upper: "uppercase", lower: "lowercase", title: "capitalize" };

/** CSS font list of font files: a layer's own face, then those that stand in for characters it lacks. */
export function fontStack(files: readonly string[]): string {
  return [...files.map((file) => `"${cssFontName({ file })}"`), '"Inter Variable"', "sans-serif"].join(", ");
}

/** The text in the element, as `writeRuns` put it there or as a composition left it. */
export function readText(element: HTMLElement): string {
  return element.textContent ?? "";
}

/** Where a point of the DOM lies in the text. */
export function offsetOf(element: HTMLElement, node: Node, offset: number): number {
  const range = document.createRange();
  range.selectNodeContents(element);
  range.setEnd(node, offset);
  return range.toString().length;
}

/** The selection inside the element, or null when it lies elsewhere. */
export function readSelection(element: HTMLElement): TextRange | null {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0) return null;
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
  if (!element.contains(startContainer) || !element.contains(endContainer)) return null;
  return {
    start: offsetOf(element, startContainer, startOffset),
    end: offsetOf(element, endContainer, endOffset),
  };
}

/** Selects a stretch of the text. */
export function writeSelection(element: HTMLElement, { start, end }: TextRange): void {
  const from = pointAt(element, start);
  const to = pointAt(element, end);
  document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
}

function pointAt(element: HTMLElement, offset: number): { node: Node; offset: number } {
  let left = offset;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    // After a line feed the caret belongs on the next line: to the next node, or to the line break at the end.
    if (left < length || (left === length && !node.textContent?.endsWith("\n")))
      return { node, offset: left };
    left -= length;
  }
  return {
    node: element,
    offset: element.childNodes.length - (element.lastChild instanceof HTMLBRElement ? 1 : 0),
  };
}
