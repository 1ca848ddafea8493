import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";
import { z } from "zod";

/** 128 bits of the HMAC: nobody guesses one, and an address stays short. */
const SIGNATURE_BYTES = 16;

const IV_BYTES = 12;
const TAG_BYTES = 16;
/** Names the form of a token, so that there can be another. */
const TOKEN_VERSION = 1;

/** What a token holds: values by field, and until when it holds, seconds since 1970. */
const tokenContent = z.object({
  v: z.record(z.string(), z.string()),
  e: z.number().int().min(0).max(8_640_000_000_000).optional(),
});

/** HMAC-SHA256 (RFC 2104) under a signing key, its first 16 bytes as base64url. */
export function signText(secret: string, text: string): string {
  return mac(secret, text).toString("base64url");
}

/** Whether a text can be a signature at all, told before anything is computed for it. */
export function looksSigned(text: string): boolean {
  return /^[\w-]{22}$/.test(text);
}

/** Whether a signature was made with one of the keys, in a time that says nothing of where it differs. */
export function isSignedBy(secrets: readonly string[], text: string, signature: string): boolean {
  const given = Buffer.from(signature, "base64url");
  // Another spelling of the same bytes is another address.
  if (given.length !== SIGNATURE_BYTES || given.toString("base64url") !== signature) return false;
  return secrets.filter((secret) => timingSafeEqual(mac(secret, text), given)).length > 0;
}

export type TokenContent = { values: Readonly<Record<string, string>>; expiresAt: Date | null };

/** Encrypts values for one link: AES-256-GCM, the link's key bound to it, so that another link does not open it. */
export function sealToken(secret: string, linkKey: string, { values, expiresAt }: TokenContent): string {
  const iv = randomBytes(IV_BYTES);
  const content = { v: values, ...(expiresAt ? { e: Math.floor(expiresAt.getTime() / 1000) } : {}) };
  const cipher = createCipheriv("aes-256-gcm", tokenKey(secret), iv).setAAD(Buffer.from(linkKey));
  const sealed = Buffer.concat([cipher.update(JSON.stringify(content), "utf8"), cipher.final()]);
  return Buffer.concat([Uint8Array.of(TOKEN_VERSION), iv, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** What a token holds; null when none of the keys opens it for this link, or a bit of it was changed. */
export function openToken(secrets: readonly string[], linkKey: string, token: string): TokenContent | null {
  const bytes = Buffer.from(token, "base64url");
  if (bytes[0] !== TOKEN_VERSION || bytes.toString("base64url") !== token) return null;
  if (bytes.length < 1 + IV_BYTES + TAG_BYTES) return null;
  for (const secret of secrets) {
    const text = decrypt(secret, linkKey, bytes.subarray(1));
    if (text !== null) return contentOf(text);
  }
  return null;
}

/** null for what somebody who has the key encrypted otherwise. */
function contentOf(text: string): TokenContent | null {
  try {
    const { v: values, e } = tokenContent.parse(JSON.parse(text));
    return { values, expiresAt: e === undefined ? null : new Date(e * 1000) };
  } catch {
    return null;
  }
}

function decrypt(secret: string, linkKey: string, bytes: Buffer): string | null {
  const [iv, tag] = [bytes.subarray(0, IV_BYTES), bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES)];
  try {
    const decipher = createDecipheriv("aes-256-gcm", tokenKey(secret), iv, { authTagLength: TAG_BYTES })
      .setAAD(Buffer.from(linkKey))
      .setAuthTag(tag);
    return decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES), undefined, "utf8") + decipher.final("utf8");
  } catch {
    return null;
  }
}

function mac(secret: string, text: string): Buffer {
  return createHmac("sha256", secret).update(text, "utf8").digest().subarray(0, SIGNATURE_BYTES);
}

/** Another key than the one that signs, derived from the same secret (HKDF, RFC 5869, no salt). */
function tokenKey(secret: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "", "nameplate link token v1", 32));
}
