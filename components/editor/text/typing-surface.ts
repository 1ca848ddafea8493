import type { TextLayer, TextRun } from "@/lib/template/layers/text";
import { cssFontName } from "../pictures/font-files";
import { faceFor } from "../pictures/user-fonts";
import { chipsIn } from "./chips";
import { type TextRange, textOfRuns } from "./text-runs";

/**
 * The editable element's content: one span with one text node for each run, and within a run for each field in braces
 * (`data-chip`); line breaks are line feeds. A `<br>` at the end is no text; it only gives the caret a last line to stand on. `standIns` are the font files that the painter
 * uses beside the layer's own.
 */
export function writeRuns(
  element: HTMLElement,
  layer: TextLayer,
  runs: readonly TextRun[],
  scale: number,
  standIns: readonly string[] = [],
): void {
  const spans = piecesOf(runs).map(({ text, style, key }) => {
    const span = document.createElement("span");
    span.textContent = text;
    if (key !== null) {
      span.dataset.chip = key;
      span.style.cursor = "pointer";
    }
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

type Piece = TextRun & { key: string | null };

/** The runs, cut where a field in braces begins or ends; `key` is that of the field. */
function piecesOf(runs: readonly TextRun[]): Piece[] {
  const chips = chipsIn(textOfRuns(runs));
  const edges = chips.flatMap(({ start, end }) => [start, end]);
  let at = 0;
  return runs.flatMap(({ text, style }) => {
    const from = at;
    at += text.length;
    const inside = edges.filter((edge) => edge > from && edge < from + text.length);
    const cuts = [from, ...new Set(inside), from + text.length];
    return cuts.slice(1).flatMap((end, index): Piece[] => {
      const start = cuts[index] ?? from;
      const chip = chips.find((each) => each.start <= start && end <= each.end);
      return end > start
        ? [{ text: text.slice(start - from, end - from), style, key: chip?.key ?? null }]
        : [];
    });
  });
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

/** Anchor and focus of the selection inside the element, or null when it lies elsewhere. */
export function readEnds(element: HTMLElement): Ends | null {
  const selection = document.getSelection();
  const { anchorNode, focusNode } = selection ?? {};
  if (!selection || !anchorNode || !focusNode) return null;
  if (!element.contains(anchorNode) || !element.contains(focusNode)) return null;
  return {
    anchor: offsetOf(element, anchorNode, selection.anchorOffset),
    focus: offsetOf(element, focusNode, selection.focusOffset),
  };
}

/** Where a selection began and where it goes on when it is extended. */
export type Ends = { anchor: number; focus: number };

/** Selects from one offset to another, which may come before it. */
export function writeEnds(element: HTMLElement, { anchor, focus }: Ends): void {
  const from = pointAt(element, anchor);
  const to = pointAt(element, focus);
  document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
}

/** Where a stretch of the text is on the screen: one box a line. */
export function boxesOf(element: HTMLElement, { start, end }: TextRange): DOMRect[] {
  const range = document.createRange();
  const from = pointAt(element, start);
  const to = pointAt(element, end);
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return [...range.getClientRects()];
}

/** Selects a stretch of the text. */
export function writeSelection(element: HTMLElement, { start, end }: TextRange): void {
  writeEnds(element, { anchor: start, focus: end });
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
