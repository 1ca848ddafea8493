/** Most UTF-16 units of a drawing that is taken from the clipboard as text. */
const LONGEST = 2_000_000;
const PROLOGUE = /^\uFEFF?\s*(?:<\?xml[^>]*\?>\s*|<!DOCTYPE[^>]*>\s*|<!--[\s\S]*?-->\s*)*<svg[\s>]/i;
const NAMESPACE = "http://www.w3.org/2000/svg";

/**
 * A drawing that was copied as its own markup, ready to be a file; null for any other text. Drawing tools leave the
 * namespace out where a page would not need it, a file does.
 */
export function svgMarkup(text: string): string | null {
  if (text.length > LONGEST || !PROLOGUE.test(text) || !/<\/svg>\s*$/i.test(text)) return null;
  const markup = text.trim();
  return /<svg[^>]*\sxmlns\s*=/i.test(markup)
    ? markup
    : markup.replace(/<svg(?=[\s>])/i, `<svg xmlns="${NAMESPACE}"`);
}
