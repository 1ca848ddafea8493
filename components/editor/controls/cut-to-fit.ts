import { cutText } from "@/lib/template/plain-text";

/** As much of a text as there is room for, in UTF-16 units: no half letter and no half field in braces at its end. */
export function cutToFit(text: string, room: number): string {
  if (text.length <= room) return text;
  const cut = cutText(text, Math.max(0, room));
  const opener = cut.lastIndexOf("{{");
  const isHalfField = opener !== -1 && !cut.includes("}}", opener) && text.includes("}}", opener);
  return isHalfField && cut.length - opener <= LONGEST_FIELD ? cut.slice(0, opener) : cut;
}

/** Longest field in braces, with some spaces inside. */
const LONGEST_FIELD = 50;

/** What is said of a text that did not fit; null when all of it did. */
export function cutNote(given: string, kept: string): string | null {
  const lost = given.length - kept.length;
  if (lost <= 0) return null;
  return `${lost} ${lost === 1 ? "character" : "characters"} did not fit and ${lost === 1 ? "was" : "were"} left out.`;
}
