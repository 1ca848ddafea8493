import { splitGraphemes } from "unicode-segmenter/grapheme";
import type { TextStyle } from "@/lib/template/layers/text";
import type { FontBook } from "../font-book";
import { chooseFace, FALLBACK_FAMILY } from "../font-catalogue";
import type { LoadedFont } from "../loaded-font";
import type { StyleSpan } from "./paragraphs";

/** A stretch of text in one font; `start` and `end` are UTF-16 offsets into the paragraph. */
export type FontSpan = { start: number; end: number; font: LoadedFont };

/** Files to try for a style, in order: the face the style asks for, then the fallback family's nearest. */
export function fontChain(style: TextStyle): readonly string[] {
  const wanted = chooseFace(style.fontFamily, style.fontWeight, style.italic).file;
  const fallback = chooseFace(FALLBACK_FAMILY, style.fontWeight, style.italic).file;
  return wanted === fallback ? [wanted] : [wanted, fallback];
}

/** Whether every character has a glyph of its own, which is the common case and quickly seen. */
function covers(font: LoadedFont, text: string): boolean {
  for (const char of text) if (!font.has(char.codePointAt(0) ?? 0)) return false;
  return true;
}

/**
 * The font of every grapheme of a span: the first of the chain that can draw all of it. What none can draw is
 * left to the first, which shows its "missing" glyph.
 */
export function fontSpans(text: string, span: StyleSpan, book: FontBook): FontSpan[] {
  const chain = fontChain(span.style);
  const first = book.font(chain[0] ?? "");
  const spanText = text.slice(span.start, span.end);
  if (covers(first, spanText)) return [{ start: span.start, end: span.end, font: first }];
  const spans: FontSpan[] = [];
  let position = span.start;
  for (const grapheme of splitGraphemes(spanText)) {
    const file = first.draws(grapheme)
      ? undefined
      : chain.slice(1).find((name) => book.font(name).draws(grapheme));
    const font = file === undefined ? first : book.font(file);
    const last = spans.at(-1);
    if (last && last.font === font) last.end += grapheme.length;
    else spans.push({ start: position, end: position + grapheme.length, font });
    position += grapheme.length;
  }
  return spans;
}

/** The files a span still needs before `fontSpans` can answer; call again after loading them. */
export function fontsToLoad(text: string, span: StyleSpan, book: FontBook): string[] {
  const [first, ...rest] = fontChain(span.style);
  if (first === undefined) return [];
  if (!book.isLoaded(first)) return [first];
  const font = book.font(first);
  const spanText = text.slice(span.start, span.end);
  if (rest.every(book.isLoaded) || covers(font, spanText)) return [];
  for (const grapheme of splitGraphemes(spanText)) {
    if (!font.draws(grapheme)) return rest.filter((file) => !book.isLoaded(file));
  }
  return [];
}
