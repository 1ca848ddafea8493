import { encodePercent } from "./percent";

/** Parameters of signed addresses. Names that begin with `_` are no fields. */
export const SIGNED_PARAMS = {
  /** The signature. */
  signature: "_sig",
  /** Until when it holds, seconds since 1970. */
  expiry: "_exp",
  /** All values, encrypted. */
  token: "_t",
} as const;

/**
 * The one form of a raw query in which it is signed and, once its signature is right, read: parameters sorted by name,
 * those with one name in their order, each value percent-encoded (RFC 3986) after Unicode NFC, the signature left out.
 * A value is decoded as a form's is (`+` is a space, escapes are UTF-8), so that any language's own functions do. Every
 * parameter counts: what is added, taken away or changed makes another text. Never throws.
 */
export function canonicalSigned(rawQuery: string): string {
  return pairsOf(rawQuery)
    .filter(([name]) => name !== SIGNED_PARAMS.signature)
    .sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
    .map(([name, value]) => `${encodePercent(name)}=${encodePercent(value.normalize("NFC"))}`)
    .join("&");
}

/** What is signed: the version of this scheme, the link and the canonical query, a line each. */
export function textToSign(linkKey: string, rawQuery: string): string {
  return `nameplate-link-v1\n${linkKey}\n${canonicalSigned(rawQuery)}`;
}

/** The last value of a parameter, decoded; null where it does not stand. */
export function signedParam(rawQuery: string, name: string): string | null {
  return pairsOf(rawQuery).findLast(([each]) => each === name)?.[1] ?? null;
}

/** An `&` that a page's HTML escaped separates, too. */
function pairsOf(rawQuery: string): [name: string, value: string][] {
  const query = rawQuery.replaceAll("&amp;", "&");
  return [...new URLSearchParams(query.startsWith("?") ? query.slice(1) : query)];
}
