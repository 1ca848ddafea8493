import type { TextStyle } from "@/lib/template/layers/text";

/** Letters whose form at the beginning of a word is not their capital (Unicode's Titlecase_Mapping). */
const TITLE_FORMS: Readonly<Record<string, string>> = {
  Ǆ: "ǅ",
  ǅ: "ǅ",
  ǆ: "ǅ",
  Ǉ: "ǈ",
  ǈ: "ǈ",
  ǉ: "ǈ",
  Ǌ: "ǋ",
  ǋ: "ǋ",
  ǌ: "ǋ",
  Ǳ: "ǲ",
  ǲ: "ǲ",
  ǳ: "ǲ",
};

/** Georgian has capitals for whole words only. */
const GEORGIAN = /[\u10d0-\u10ff]/;

/** The first letter of a word. An apostrophe between letters does not begin a new one. */
const FIRST_LETTERS = /(?<![\p{L}\p{M}\p{N}\u200c\u200d]|\p{L}['’])\p{L}/gu;

/**
 * Text in the capitals of its style, by Unicode's full case mappings and no language's own: ß becomes SS. Its
 * length may change. `before` is the text that it continues, for the beginnings of words.
 */
export function transformText(text: string, transform: TextStyle["transform"], before: string): string {
  switch (transform) {
    case "none":
      return text;
    case "upper":
      return text.toUpperCase();
    case "lower":
      return text.toLowerCase();
    case "title": {
      const context = before.slice(-3);
      return (context + text)
        .replace(FIRST_LETTERS, (letter, at: number) => (at < context.length ? letter : titleForm(letter)))
        .slice(context.length);
    }
  }
}

function titleForm(letter: string): string {
  if (GEORGIAN.test(letter)) return letter;
  const special = TITLE_FORMS[letter];
  if (special !== undefined) return special;
  // ß and ligatures become several letters, of which only the first is a capital.
  const [first = letter, ...rest] = letter.toUpperCase();
  return first + rest.join("").toLowerCase();
}
