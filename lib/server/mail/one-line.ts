/** Longer subjects are cut: no mail program shows more, and names in them are other people's text. */
const LONGEST = 150;

/** A text as one line for a header: white space, line ends and control characters in it become one space. */
export function oneLine(text: string, longest = LONGEST): string {
  const line = text.replace(/[\s\p{Cc}\p{Cs}\u2028\u2029]+/gu, " ").trim();
  return [...line].slice(0, longest).join("");
}
