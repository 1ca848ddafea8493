/** The locale if `Intl` knows how to read its tag, else American English. A tag of the right form can still be wrong. */
export function safeLocale(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? "en-US";
  } catch {
    return "en-US";
  }
}
