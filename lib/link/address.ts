import { AppError } from "@/lib/errors";
import { fieldKey } from "@/lib/template/primitives";
import { encodeBase64url } from "./base64url";
import { decodeValue } from "./decode-value";
import { type OutputChoice, outputParams } from "./output-params";
import { encodePercent } from "./percent";

export const IMAGE_FORMATS = ["png", "jpg", "webp", "avif", "gif", "pdf"] as const;
export type ImageFormat = (typeof IMAGE_FORMATS)[number];

export type ImageAddress = {
  /** Key of the link. */
  key: string;
  format: ImageFormat;
};

export type ImageUrl = ImageAddress & {
  /** Where this service answers, such as `https://pictures.example`; a path is kept, a last slash is not. */
  origin: string;
  values?: Readonly<Record<string, string>>;
  /** How the picture is asked for; nothing when left out. */
  output?: OutputChoice;
  /** Write every value as its base64url twin. */
  twins?: boolean;
};

/** Key of a link: letters, digits, `-` and `_`. */
const LINK_KEY = /^[A-Za-z0-9_-]{1,64}$/;
const IMAGE_PATH = /^\/i\/([A-Za-z0-9_-]{1,64})\.(png|jpg|webp|avif|gif|pdf)$/;

/**
 * Reads the path of a picture, `/i/demo-thank-you.png`, exactly as it is written: nothing is decoded, resolved
 * or lower-cased, so each picture has one path. Any other path gives null.
 */
export function parseImagePath(pathname: string): ImageAddress | null {
  const [, key, extension] = IMAGE_PATH.exec(pathname) ?? [];
  const format = IMAGE_FORMATS.find((known) => known === extension);
  return key === undefined || format === undefined ? null : { key, format };
}

/**
 * The address of a picture with its values. Each value reads back as itself: one that a lenient reader would
 * take for something else ("%2520") is written as its base64url twin. Empty values and names that are no field
 * key are left out. Lone surrogates become U+FFFD. A value keeps 4,096 units and a query 8,192 characters when
 * read (`QUERY_LIMITS`). Throws AppError `bad_request` when the link key is none.
 */
export function imageUrl({ origin, key, format, output = {}, values = {}, twins = false }: ImageUrl): string {
  const params = Object.entries(values)
    .filter(([name, value]) => value !== "" && fieldKey.safeParse(name).success)
    .map(([name, value]) => writeParam(name, value, twins));
  const query = [...outputParams(output), ...params].join("&");
  return `${imageBase({ origin, key, format })}${query === "" ? "" : `?${query}`}`;
}

/** The address of a picture without values. Throws AppError `bad_request` when the link key is none. */
export function imageBase({ origin, key, format }: ImageAddress & { origin: string }): string {
  if (!LINK_KEY.test(key)) {
    throw new AppError(
      "bad_request",
      `A link key has 1 to 64 letters, digits, hyphens or underscores; got ${JSON.stringify(key.slice(0, 80))}.`,
    );
  }
  return `${origin.replace(/\/+$/, "")}/i/${key}.${format}`;
}

/**
 * The one form of a set of values, for cache keys and comparisons: sorted by name, Unicode NFC,
 * percent-encoded. Equal sets give equal strings and different sets different ones.
 */
export function canonicalQuery(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([name, value]) => `${encodePercent(name)}=${encodePercent(value.normalize("NFC"))}`)
    .join("&");
}

function writeParam(name: string, value: string, twin: boolean): string {
  const plain = encodePercent(value);
  const wellFormed = decodeURIComponent(plain);
  return twin || decodeValue(plain) !== wellFormed
    ? `${name}64=${encodeBase64url(value)}`
    : `${name}=${plain}`;
}
