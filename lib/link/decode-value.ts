import { decodeEntities } from "./html-entities";
import { hasTagShape } from "./literal-tag";
import { decodeAgain, decodePercent } from "./percent";

/**
 * Reads one raw value of a query as a person would: encoded, half-encoded, encoded twice, HTML-escaped, or not
 * encoded at all. A raw merge tag stays as it is, since `%ACCT_NAME%` begins with what looks like an escape.
 * Never throws. README.md lists the ambiguous readings.
 */
export function decodeValue(raw: string): string {
  if (hasTagShape(raw)) return raw;
  const once = decodePercent(plusAsSpace(raw));
  const twice = hasTagShape(once) ? once : (decodeAgain(once) ?? once);
  return decodeEntities(decodeEntities(twice));
}

/**
 * `+` is how forms write a space. It is a plus before the digits that begin a value (a telephone number, a
 * gain) and between two spaces that are written otherwise ("Smith + Sons", not encoded).
 */
function plusAsSpace(raw: string): string {
  return raw.replace(/\+/g, (plus, at: number) => {
    if (at === 0 && /^\d/.test(raw.slice(1, 2))) return plus;
    const spaceBefore = raw[at - 1] === " " || raw.slice(Math.max(0, at - 3), at) === "%20";
    const spaceAfter = raw[at + 1] === " " || raw.slice(at + 1, at + 4) === "%20";
    return spaceBefore && spaceAfter ? plus : " ";
  });
}
