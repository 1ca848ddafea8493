/** The language of texts in a script that a locale of another script cannot mean. */
const LANGUAGES: Readonly<Record<string, string>> = {
  Arabic: "ar",
  Hebrew: "he",
  Devanagari: "hi",
  Bengali: "bn",
  Gurmukhi: "pa",
  Gujarati: "gu",
  Oriya: "or",
  Tamil: "ta",
  Telugu: "te",
  Kannada: "kn",
  Malayalam: "ml",
  Sinhala: "si",
  Thai: "th",
  Lao: "lo",
  Khmer: "km",
  Myanmar: "my",
  Georgian: "ka",
  Armenian: "hy",
  Ethiopic: "am",
  Thaana: "dv",
  Greek: "el",
  Cyrillic: "ru",
  Hangul: "ko",
  Hiragana: "ja",
  Katakana: "ja",
  Han: "zh",
  Latin: "en",
};

const LETTERS = Object.keys(LANGUAGES).map((script) => ({
  script,
  letters: new RegExp(`\\p{Script=${script}}`, "gu"),
}));

/** Han characters are for several languages; letters beside them say which. */
const BESIDE_HAN = ["Hiragana", "Katakana", "Hangul"];

/** Longest stretch that is looked at: a page says soon what it is written in. */
const ENOUGH = 20_000;

/**
 * The language of a page, BCP 47: the locale that its fields are written in, where most of its letters can be of that
 * language, or else one that is written in these letters. null for texts without letters.
 */
export function pageLanguage(texts: readonly string[], locale: string | null): string | null {
  const text = texts.join(" ").slice(0, ENOUGH);
  const counts = new Map(LETTERS.map(({ script, letters }) => [script, text.match(letters)?.length ?? 0]));
  const [script, count] = [...counts].reduce((most, each) => (each[1] > most[1] ? each : most));
  if (count === 0) return locale;
  const beside = script === "Han" ? BESIDE_HAN.find((other) => (counts.get(other) ?? 0) > 0) : undefined;
  const language = LANGUAGES[beside ?? script] ?? "en";
  return locale !== null && scriptOf(locale) === scriptOf(language) ? locale : language;
}

function scriptOf(tag: string): string | undefined {
  try {
    return new Intl.Locale(tag).maximize().script?.replace(/^Han[st]$/, "Hani");
  } catch {
    return undefined;
  }
}
