import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import { KEY_ALPHABET, randomText } from "../ids";

/** What every key begins with, so that people and secret scanners know one when they see it. */
export const KEY_PREFIX = "nameplate_live_";

/** 32 characters of 62: 190 bits. */
const SECRET_LENGTH = 32;

/** 6 characters of 62 hold the 32 bits of the checksum. */
const CHECK_LENGTH = 6;

/** A text that looks like a key of ours, for secret scanners and for finding one where none should be. */
export const KEY_PATTERN = new RegExp(
  `${KEY_PREFIX}[0-9A-Za-z]{${SECRET_LENGTH + CHECK_LENGTH}}(?![0-9A-Za-z])`,
);

/** A new key: the prefix, a secret, and the secret's checksum. */
export function newKeyText(): string {
  const secret = randomText(SECRET_LENGTH, KEY_ALPHABET);
  return `${KEY_PREFIX}${secret}${checksum(secret)}`;
}

/** Whether the text can be a key at all: a mistyped or cut off one is known without asking the database. */
export function isKeyText(text: string): boolean {
  if (!new RegExp(`^${KEY_PATTERN.source}$`).test(text)) return false;
  const secret = text.slice(KEY_PREFIX.length, -CHECK_LENGTH);
  return checksum(secret) === text.slice(-CHECK_LENGTH);
}

/** SHA-256, hex. The secret has 190 bits from a random source, so nothing slower is needed. */
export function hashOfKey(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** CRC-32 (ISO 3309) of the secret, in base 62, filled up with zeros. */
function checksum(secret: string): string {
  let rest = crc32(secret);
  let text = "";
  while (rest > 0) {
    text = KEY_ALPHABET.charAt(rest % 62) + text;
    rest = Math.floor(rest / 62);
  }
  return text.padStart(CHECK_LENGTH, KEY_ALPHABET.charAt(0));
}
