/** Which characters may stand in stored text, and how text that has others is mended. */

// \p{Cs} matches only surrogates that are not part of a pair.
const UNFIT = /(?![\t\n])\p{Cc}|\p{Cs}/u;
const UNFIT_ALL = new RegExp(UNFIT, "gu");
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/;
const DIRECTION_ALL = new RegExp(DIRECTION, "g");

/** Whether the text has no control character but tab and line feed, and no broken surrogate pair. */
export function isPlainText(text: string): boolean {
  return !UNFIT.test(text);
}

/** Whether the text is plain, has no line break or tab and no direction override. */
export function isOneLine(text: string): boolean {
  return isPlainText(text) && !/[\t\n]/.test(text) && !DIRECTION.test(text);
}

/** The text with line ends as line feeds and without what `isPlainText` refuses. */
export function toPlainText(text: string): string {
  return text.replace(/\r\n?|[\u2028\u2029]/g, "\n").replace(UNFIT_ALL, "");
}

/** The text on one line, as `isOneLine` wants it. */
export function toOneLine(text: string): string {
  return withoutDirection(toPlainText(text)).replace(/[\t\n]+/g, " ");
}

/** The text without the characters that embed, override or isolate a direction; marks (U+200E, U+200F) stay. */
export function withoutDirection(text: string): string {
  return text.replace(DIRECTION_ALL, "");
}

/** At most `max` UTF-16 units of the text, never half a surrogate pair. */
export function cutText(text: string, max: number): string {
  if (text.length <= max) return text;
  const last = text.charCodeAt(max - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? max - 1 : max);
}

/** Length of the text as UTF-8, bytes. Broken surrogates count 3, as the replacement character they become. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
