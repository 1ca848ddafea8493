import { LIMITS } from "@/lib/template/limits";

/** CR, CR LF and every other character that Unicode calls a mandatory break. */
const LINE_BREAKS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

/**
 * Control characters have no picture; the soft hyphen would need a visible hyphen at the end of a line, which
 * the layout does not add, so it is taken out rather than broken at silently.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const INVISIBLE = /[\0-\x08\x0e-\x1f\x7f-\x9f\u00ad]/g;

const LONE_SURROGATES = /\p{Surrogate}/gu;

/** More marks on one base than any language has; 30 is the limit of the Stream-Safe Text Format (UAX 15, 13). */
const MARK_FLOODS = /(\p{M}{30})\p{M}+/gu;

/**
 * Text as it can be laid out: at most LIMITS.layerText UTF-16 units, line breaks as `\n`, tabs as spaces, no
 * control characters, well-formed, at most 30 combining marks in a row. Bounds the work of everything after it.
 */
export function cleanText(text: string, limit: number = LIMITS.layerText): string {
  return text
    .slice(0, limit)
    .replace(LINE_BREAKS, "\n")
    .replaceAll("\t", " ")
    .replace(INVISIBLE, "")
    .replace(LONE_SURROGATES, "\ufffd")
    .replace(MARK_FLOODS, "$1");
}
