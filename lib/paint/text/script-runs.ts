/**
 * Scripts that are shaped by rules or lookups of their own, as ISO 15924 codes. Characters of other scripts
 * are left to HarfBuzz to guess.
 */
const SCRIPTS = [
  "Latn",
  "Cyrl",
  "Grek",
  "Arab",
  "Hebr",
  "Deva",
  "Beng",
  "Guru",
  "Gujr",
  "Orya",
  "Taml",
  "Telu",
  "Knda",
  "Mlym",
  "Sinh",
  "Thai",
  "Laoo",
  "Tibt",
  "Mymr",
  "Geor",
  "Armn",
  "Ethi",
  "Khmr",
  "Mong",
  "Hang",
  "Hira",
  "Kana",
  "Hani",
  "Bopo",
  "Syrc",
  "Thaa",
  "Nkoo",
  "Adlm",
  "Cher",
  "Java",
  "Bali",
].map((code) => ({ code, pattern: new RegExp(`^\\p{Script=${code}}$`, "u") }));

const COMMON = /^[\p{Script=Common}\p{Script=Inherited}]$/u;

/** Unicode's code for characters that belong to no script, such as digits. */
export const COMMON_SCRIPT = "Zyyy";

/** Says that HarfBuzz may guess. */
export const UNLISTED_SCRIPT = "Zzzz";

/** Basic Latin through IPA and modifiers: the whole text is Latin or common. */
const LATIN_ONLY = /^[\0-\u02ff\u2000-\u206f]*$/;
const LATIN_LETTER = /[A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02b8]/;

/** A stretch of text in one script; it begins where the one before ends. */
export type ScriptRun = { end: number; script: string };

const cache = new Map<number, string>();

function scriptOf(codePoint: number): string {
  let script = cache.get(codePoint);
  if (script === undefined) {
    const char = String.fromCodePoint(codePoint);
    script = COMMON.test(char)
      ? COMMON_SCRIPT
      : (SCRIPTS.find(({ pattern }) => pattern.test(char))?.code ?? UNLISTED_SCRIPT);
    cache.set(codePoint, script);
  }
  return script;
}

/**
 * Splits text by script (UAX 24). Common and inherited characters go with what stands before them, at the
 * start with what follows. Each entry ends where the next begins; the last ends at the end of the text.
 */
export function scriptRuns(text: string): ScriptRun[] {
  if (LATIN_ONLY.test(text)) {
    return [{ end: text.length, script: LATIN_LETTER.test(text) ? "Latn" : COMMON_SCRIPT }];
  }
  const runs: ScriptRun[] = [];
  let current = COMMON_SCRIPT;
  let position = 0;
  for (const char of text) {
    const script = scriptOf(char.codePointAt(0) ?? 0);
    if (script !== COMMON_SCRIPT && script !== current) {
      if (current !== COMMON_SCRIPT) runs.push({ end: position, script: current });
      current = script;
    }
    position += char.length;
  }
  runs.push({ end: text.length, script: current });
  return runs;
}
