import { z } from "zod";
import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { IMAGE_FORMATS, imageUrl } from "@/lib/link/address";
import { QUERY_LIMITS } from "@/lib/link/read-query";
import { SIGNED_PARAMS, textToSign } from "@/lib/link/signed-query";
import { fieldKey } from "@/lib/template/primitives";
import { env } from "../env";
import { sealToken, signText } from "../link-signing";
import { fieldValue } from "../render-image";
import { loadLink } from "./list-links";
import { currentSecret } from "./signing-keys";

/** Ten years: a mail is opened again long after it was sent. */
const LONGEST_S = 10 * 366 * 24 * 60 * 60;

export const signLinkUrlInput = z.strictObject({
  values: z.record(fieldKey, fieldValue).default({}).describe("What stands in the fields, by their keys."),
  format: z.enum(IMAGE_FORMATS).default("png"),
  size: z
    .string()
    .max(80)
    .optional()
    .describe("A size of the template: its id, its name, or such as `600x600`."),
  scale: z.union([z.literal(1), z.literal(2), z.literal(3)]).default(1),
  encrypt: z
    .boolean()
    .default(false)
    .describe("Whether the values stand in the address encrypted, so that no personal data does."),
  expiresIn: z
    .number()
    .int()
    .min(60)
    .max(LONGEST_S)
    .optional()
    .describe("Seconds for which it holds; left out: for ever."),
});
export type SignLinkUrlInput = z.infer<typeof signLinkUrlInput>;

/** The address of a link's picture for some values, signed, or with the values encrypted, which counts as signed. */
export async function signLinkUrl(
  scope: Scope,
  id: string,
  input: SignLinkUrlInput,
  now = new Date(),
): Promise<{ url: string; expiresAt: Date | null }> {
  const { key } = await loadLink(scope, id);
  const { format, size, scale, encrypt, expiresIn } = input;
  const values = Object.fromEntries(
    Object.entries(input.values).map(([name, value]) => [name, String(value)]),
  );
  const until = expiresIn === undefined ? null : Math.floor(now.getTime() / 1000) + expiresIn;
  const expiresAt = until === null ? null : new Date(until * 1000);
  const secret = await currentSecret(scope);
  const base = { origin: env().PUBLIC_URL, key, format, output: { size: size ?? null, scale } };
  if (encrypt) {
    const url = withParam(imageUrl(base), SIGNED_PARAMS.token, sealToken(secret, key, { values, expiresAt }));
    return { url: checked(url), expiresAt };
  }
  const plain = imageUrl({ ...base, values });
  const dated = until === null ? plain : withParam(plain, SIGNED_PARAMS.expiry, String(until));
  const signature = signText(secret, textToSign(key, new URL(dated).search.slice(1)));
  return { url: checked(withParam(dated, SIGNED_PARAMS.signature, signature)), expiresAt };
}

function withParam(url: string, name: string, value: string): string {
  return `${url}${url.includes("?") ? "&" : "?"}${name}=${value}`;
}

/** What would be cut off when it is read is no address of anything. */
function checked(url: string): string {
  const { length } = new URL(url).search;
  if (length <= QUERY_LIMITS.length) return url;
  throw new AppError(
    "too_large",
    `The values make an address of ${length} characters behind the “?”, and ${QUERY_LIMITS.length} are read.`,
  );
}
