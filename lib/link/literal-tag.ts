import { isBlank } from "@/lib/template/clean-value";
import { decodeEntities } from "./html-entities";
import { decodePercent } from "./percent";
import { BLOCK_SHAPES, TAG_SHAPES } from "./tag-shapes";

const ONE_TAG = TAG_SHAPES.map(({ whole }) => `(?:${whole})`).join("|");
const ONE_CUT = TAG_SHAPES.map(({ cut }) => `(?:${cut})`).join("|");

const TAG = new RegExp(`(?:${ONE_TAG})\\s*`, "uy");
const CUT = new RegExp(`(?:${ONE_CUT})$`, "uy");
const BLOCKS = BLOCK_SHAPES.map(({ opener, closer }) => ({
  opener: new RegExp(`^(?:${opener})`, "u"),
  closer: new RegExp(closer, "u"),
  last: new RegExp(`(?:${closer})$`, "u"),
}));

/** Cheap test that comes before the grammars: an opener of one of them. */
const OPENER = /\{|%|\[|\*\||\$/;

/** Characters that show nothing. Editors leave them inside and around tags. */
const INVISIBLE = /[\p{Cc}\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]/gu;

/** Half of an opener. It says something only behind a whole tag. */
const HALF_OPENER = /^[{[*%$]$/;

/** Longer than any tag that people write; what is longer is not searched. */
const LONGEST_TAG = 2000;

/**
 * Whether the whole text, as it stands, is one or more merge tags, a conditional block of them, or tags of which
 * the last is cut off after its opener. Encoded tags are not seen: `isLiteralTag` reads those as well.
 */
export function hasTagShape(text: string): boolean {
  if (text.length > LONGEST_TAG || !OPENER.test(text)) return false;
  const value = text.replace(INVISIBLE, "").trim();
  if (value === "") return false;
  return isTagSequence(value) || isBlock(value);
}

/**
 * Whether a value is a merge tag that a sender should have filled and did not: raw, percent-encoded once or
 * twice, HTML-escaped, with `+` for spaces, or cut off after its opener. The whole value must match a sender's
 * grammar, so "50% off", "[VIP] Ann" and "{curly}" are values. README.md lists what is ambiguous.
 */
export function isLiteralTag(value: string): boolean {
  if (value.length > LONGEST_TAG || !/[{%[*$&]/.test(value)) return false;
  let reading = value;
  for (let decoded = 0; decoded <= 2; decoded += 1) {
    if (hasTagShape(reading) || hasTagShape(reading.replaceAll("+", " "))) return true;
    const next = decodeEntities(decodePercent(reading));
    if (next === reading) return false;
    reading = next;
  }
  return false;
}

/**
 * The values that mean something: blanks and literal merge tags are left out, the rest is unchanged. The one
 * place that decides this, for links and for preview rows alike.
 */
export function meaningfulValues(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => !isBlank(value) && !isLiteralTag(value)),
  );
}

function isTagSequence(value: string): boolean {
  let at = 0;
  while (at < value.length) {
    TAG.lastIndex = at;
    if (!TAG.test(value)) {
      CUT.lastIndex = at;
      return CUT.test(value) || (at > 0 && HALF_OPENER.test(value.slice(at)));
    }
    at = TAG.lastIndex;
  }
  return true;
}

function isBlock(value: string): boolean {
  return BLOCKS.some(
    ({ opener, closer, last }) => opener.test(value) && (last.test(value) || !closer.test(value)),
  );
}
