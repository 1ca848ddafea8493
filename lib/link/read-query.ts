import { isBlank } from "@/lib/template/clean-value";
import { LIMITS } from "@/lib/template/limits";
import { decodeBase64url } from "./base64url";
import { decodeValue } from "./decode-value";
import { isLiteralTag, meaningfulValues } from "./literal-tag";
import { decodePercent, repairBytes } from "./percent";

/** What of a query is read. */
export const QUERY_LIMITS = {
  /** Characters of the raw query; the rest is ignored. */
  length: 8192,
  /** Fields that are read; each may come plain and as a base64 twin. */
  fields: LIMITS.fields,
  /** UTF-16 units of one value; the rest is cut. */
  value: LIMITS.value,
} as const;

export type Query = {
  /** Values by parameter name, as a person would read them. Names that end in 64 hold base64url. */
  params: Map<string, string>;
  /** Parameters whose names begin with `_`. */
  control: Map<string, string>;
};

/**
 * A parameter's beginning: `&` or `&amp;` (also escaped more than once), then a plausible name, then `=` or,
 * for a name without a value, the end of the piece. Each repetition is bounded or exclusive: linear.
 */
const PARAM =
  /(?:^|&)(?:(?:amp|#0{0,3}38|#[xX]0{0,3}26);)*([A-Za-z_][\w.-]{0,63})(?:\[\w{0,40}\])?(=|(?=&|$))/g;

/** A `#`, or what contains one and is no fragment: an HTML entity, the opening of a block tag. */
const FRAGMENT = /&(?:amp;){0,2}#(?:\d{1,7}|[xX][0-9A-Fa-f]{1,6});|\{\{\{?\s{0,4}#|#/g;

/** The part of a character, raw or escaped as UTF-8, that is left where the limit cuts through it. */
const HALF_CHARACTER =
  /(?:%[c-f][0-9a-f]|%[ef][0-9a-f]%[89ab][0-9a-f]|%f[0-7](?:%[89ab][0-9a-f]){2})?(?:%[0-9a-f]?|[\ud800-\udbff])?$/i;

const FIELD_NAME = /^[a-z][a-z0-9_]{0,41}$/;

/**
 * Reads the raw query string of a link, what stands after `?`, in every shape that senders produce. Given the
 * template's field keys, only those and their twins are kept. A value reaches to the next `&` that begins a
 * parameter (`&name=`), so "AT&T" needs no encoding. Duplicates: the last wins. Never throws; linear time.
 */
export function readQuery(rawQuery: string, keys?: readonly string[]): Query {
  const raw = readable(rawQuery);
  const known = keys && new Set(keys.slice(0, QUERY_LIMITS.fields).flatMap((key) => [key, `${key}64`]));
  const query: Query = { params: new Map(), control: new Map() };
  const starts = [...raw.matchAll(PARAM)].filter(
    ([, name = "", sign]) => sign === "=" || known?.has(name) === true,
  );
  starts.forEach((start, index) => {
    const [whole, name = ""] = start;
    const value = raw.slice(start.index + whole.length, starts[index + 1]?.index);
    if (name.startsWith("_")) {
      if (query.control.size < QUERY_LIMITS.fields || query.control.has(name)) {
        query.control.set(name, cut(decodeValue(withoutTrailingSeparators(value))));
      }
    } else if (known ? known.has(name) : isReadable(name, query.params)) {
      const text = decodeValue(withoutTrailingSeparators(value));
      query.params.set(name, name.endsWith("64") ? text : cut(text));
    }
  });
  return query;
}

/**
 * The values of a template's fields in a raw query string. A base64 twin (`first_name64=`) that reads well goes
 * before the plain parameter. Blanks and literal merge tags are left out: for the picture they are missing.
 */
export function readValues(rawQuery: string, keys: readonly string[]): Record<string, string> {
  const { params } = readQuery(rawQuery, keys);
  const values = keys.slice(0, QUERY_LIMITS.fields).flatMap((key): [string, string][] => {
    const twin = decodeTwin(params.get(`${key}64`));
    const value = twin ?? params.get(key);
    return value === undefined ? [] : [[key, value]];
  });
  return meaningfulValues(Object.fromEntries(values));
}

function decodeTwin(digits: string | undefined): string | null {
  const text = digits === undefined ? null : decodeBase64url(digits);
  return text === null || isBlank(text) || isLiteralTag(text) ? null : cut(text);
}

/** The part of the query that is read, its bytes as text, without fragment. */
function readable(rawQuery: string): string {
  const all = rawQuery.startsWith("?") ? rawQuery.slice(1) : rawQuery;
  const read =
    all.length > QUERY_LIMITS.length ? all.slice(0, QUERY_LIMITS.length).replace(HALF_CHARACTER, "") : all;
  const text = repairBytes(withoutFragment(read));
  // A query that was encoded as a whole has no `=` left to find a parameter by.
  return !text.includes("=") && /%3d/i.test(text) ? decodePercent(text) : text;
}

function withoutFragment(text: string): string {
  for (const match of text.matchAll(FRAGMENT)) {
    if (match[0] === "#") return text.slice(0, match.index);
  }
  return text;
}

function isReadable(name: string, params: Map<string, string>): boolean {
  return FIELD_NAME.test(name) && (params.size < 2 * QUERY_LIMITS.fields || params.has(name));
}

/** `a=1&&b=2` and a last `&` separate nothing; they are not part of the value before them. */
function withoutTrailingSeparators(value: string): string {
  let end = value.length;
  while (end > 0) {
    if (value[end - 1] === "&") end -= 1;
    else if (value.endsWith("&amp;", end)) end -= 5;
    else break;
  }
  return value.slice(0, end);
}

/** At most the allowed units, never half of a surrogate pair. */
function cut(text: string): string {
  if (text.length <= QUERY_LIMITS.value) return text;
  return text.slice(0, QUERY_LIMITS.value).replace(/[\ud800-\udbff]$/, "");
}
