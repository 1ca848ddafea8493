import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { keyFor } from "./derived-key";

const IV_BYTES = 12;
const TAG_BYTES = 16;
const VERSION = "v1.";

/** What a stored secret is for; each has a key of its own. */
export type SealPurpose =
  | "two-step"
  | "link-signing"
  | "webhook"
  | "picture-values"
  | "rows"
  | "source"
  | "certificate";

/**
 * Encrypts a secret for the database: AES-256-GCM under a key derived (HKDF) from NEXTAUTH_SECRET. `owner` is bound
 * to it, so that a row copied to somebody else does not open.
 */
export function seal(purpose: SealPurpose, owner: string, plain: string): string {
  return VERSION + sealBytes(purpose, owner, Buffer.from(plain)).toString("base64url");
}

/** Decrypts what `seal` made; null when it does not open: changed, another owner's, or NEXTAUTH_SECRET is another. */
export function unseal(purpose: SealPurpose, owner: string, stored: string): string | null {
  if (!stored.startsWith(VERSION)) return null;
  const bytes = Buffer.from(stored.slice(VERSION.length), "base64url");
  return unsealBytes(purpose, owner, bytes)?.toString("utf8") ?? null;
}

/** As `seal`, of bytes that the database keeps as such. */
export function sealBytes(purpose: SealPurpose, owner: string, plain: Uint8Array): Buffer<ArrayBuffer> {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", keyFor(purpose), iv).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
}

/** Decrypts what `sealBytes` made; null when it does not open. */
export function unsealBytes(purpose: SealPurpose, owner: string, bytes: Uint8Array): Buffer | null {
  if (bytes.length < IV_BYTES + TAG_BYTES) return null;
  const [iv, tag] = [bytes.subarray(0, IV_BYTES), bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES)];
  try {
    const decipher = createDecipheriv("aes-256-gcm", keyFor(purpose), iv, { authTagLength: TAG_BYTES })
      .setAAD(Buffer.from(owner))
      .setAuthTag(tag);
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
  } catch {
    return null;
  }
}
