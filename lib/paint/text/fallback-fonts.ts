import { splitGraphemes } from "unicode-segmenter/grapheme";
import type { TextStyle } from "@/lib/template/layers/text";
import type { FontBook } from "../font-book";
import { EMOJI_FAMILY, FALLBACK_FAMILY } from "../font-catalogue";
import type { LoadedFont } from "../loaded-font";
import { isShownAsEmoji, mayHoldEmoji } from "./emoji-presentation";
import { fallbackFamilies } from "./fallback-families";
import type { Paragraph, StyleSpan } from "./paragraphs";
import { type ScriptRun, scriptRuns } from "./script-runs";

/** A stretch of text in one font; `start` and `end` are UTF-16 offsets into the paragraph. */
export type FontSpan = { start: number; end: number; font: LoadedFont };

/** The file of the face that a style asks for; the measures of its lines are those of this face. */
export function fileOfStyle({ fontFamily, fontWeight, italic }: TextStyle, book: FontBook): string {
  return book.chooseFace(fontFamily, fontWeight, italic).file;
}

/** Whether every character has a glyph of its own, which is the common case and quickly seen. */
function covers(font: LoadedFont, text: string): boolean {
  for (const char of text) if (!font.has(char.codePointAt(0) ?? 0)) return false;
  return !mayHoldEmoji(text);
}

/**
 * Files to try for a grapheme, in order: the face the style asks for, Inter, the families of its script, and the
 * emoji; these come first for what is shown as an emoji.
 */
function filesFor(grapheme: string, style: TextStyle, script: string, { han }: Paragraph, book: FontBook) {
  const fileOf = (family: string) => book.chooseFace(family, style.fontWeight, style.italic).file;
  const families = fallbackFamilies(grapheme.codePointAt(0) ?? 0, script, han);
  const files = [fileOfStyle(style, book), fileOf(FALLBACK_FAMILY), ...families.map(fileOf)];
  const emoji = fileOf(EMOJI_FAMILY);
  if (isShownAsEmoji(grapheme)) return [emoji, ...files];
  return mayHoldEmoji(grapheme) ? [...files, emoji] : files;
}

/**
 * The file that draws a grapheme, or the next one that has to be loaded to know; undefined when all are loaded
 * and none draws it. Files that are `gone` cannot be had.
 */
function fileFor(
  grapheme: string,
  style: TextStyle,
  script: string,
  paragraph: Paragraph,
  book: FontBook,
  gone: (file: string) => boolean,
): string | undefined {
  const first = fileOfStyle(style, book);
  if (!mayHoldEmoji(grapheme) && book.font(first).draws(grapheme)) return first;
  return filesFor(grapheme, style, script, paragraph, book).find((file) =>
    book.isLoaded(file) ? book.font(file).draws(grapheme) : !gone(file),
  );
}

/** Calls `visit` with the file of every grapheme of a span, as `fileFor` gives it, in order. */
function eachGrapheme(
  paragraph: Paragraph,
  span: StyleSpan,
  scripts: readonly ScriptRun[],
  book: FontBook,
  gone: (file: string) => boolean,
  visit: (grapheme: string, file: string | undefined) => void,
): void {
  let position = span.start;
  let run = 0;
  for (const grapheme of splitGraphemes(paragraph.text.slice(span.start, span.end))) {
    while ((scripts[run]?.end ?? Number.POSITIVE_INFINITY) <= position) run += 1;
    visit(grapheme, fileFor(grapheme, span.style, scripts[run]?.script ?? "", paragraph, book, gone));
    position += grapheme.length;
  }
}

/**
 * The font of every grapheme of a span: the first that can draw all of it. What none can draw, nor any that could be
 * read, is left to the face that the style asks for, which shows its "missing" glyph. Throws when a font it needs is
 * not loaded.
 */
export function fontSpans(
  paragraph: Paragraph,
  span: StyleSpan,
  scripts: readonly ScriptRun[],
  book: FontBook,
): FontSpan[] {
  const first = book.font(fileOfStyle(span.style, book));
  if (covers(first, paragraph.text.slice(span.start, span.end)))
    return [{ start: span.start, end: span.end, font: first }];
  const spans: FontSpan[] = [];
  let position = span.start;
  eachGrapheme(paragraph, span, scripts, book, book.isUnreadable, (grapheme, file) => {
    const font = file === undefined ? first : book.font(file);
    const last = spans.at(-1);
    if (last && last.font === font) last.end += grapheme.length;
    else spans.push({ start: position, end: position + grapheme.length, font });
    position += grapheme.length;
  });
  return spans;
}

/** Files that a layout still needs: those that its texts ask for, and those that stand in for missing characters. */
export type MissingFonts = { own: string[]; standIns: string[] };

/**
 * The files a paragraph still needs before `fontSpans` can answer; call again after loading them. Stand-ins that
 * were `tried` and are not here are passed over.
 */
export function fontsToLoad(paragraph: Paragraph, book: FontBook, tried: ReadonlySet<string>): MissingFonts {
  const own = new Set<string>();
  const standIns = new Set<string>();
  const { text, style } = paragraph;
  const spans = paragraph.spans.length > 0 ? paragraph.spans : [{ start: 0, end: 0, style }];
  const scripts = scriptRuns(text);
  const gone = (file: string) => tried.has(file);
  for (const span of spans) {
    const first = fileOfStyle(span.style, book);
    if (!book.isLoaded(first)) own.add(first);
    else if (!covers(book.font(first), text.slice(span.start, span.end)))
      eachGrapheme(paragraph, span, scripts, book, gone, (_, file) => {
        if (file !== undefined && !book.isLoaded(file)) standIns.add(file);
      });
  }
  return { own: [...own], standIns: [...standIns] };
}
