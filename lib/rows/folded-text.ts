/** The text without case, accents, spaces and punctuation: texts that look alike fold to the same. */
export function foldedText(text: string): string {
  const plain = /^\p{ASCII}*$/u.test(text) ? text : text.normalize("NFKD").replace(/\p{M}/gu, "");
  return plain
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll("ł", "l")
    .replaceAll("ø", "o")
    .replace(/[^\p{L}\p{N}]/gu, "");
}
