import { createHmac } from "node:crypto";

/** Digits and letters without those that are taken for others, as Crockford chose them. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Characters that say 128 bits. */
const LENGTH = 26;

/** Characters that stand together, as people read them out; the last group has what is over. */
const GROUP = 5;

/** Digits a number of a sequence has at least. */
const DIGITS = 6;

/** The place of a certificate: a row of a batch, from 1. */
export type CertificatePlace = { batchId: string; row: number };

/** What numbers of one sequence begin with: each year begins a new one. */
export function sequenceName(prefix: string, issued: Date): string {
  return [prefix, String(issued.getUTCFullYear())].filter((part) => part !== "").join("-");
}

/** `ACME-2026-000123`. */
export function sequenceNumber(sequence: string, count: number): string {
  return `${sequence}-${String(count).padStart(DIGITS, "0")}`;
}

/** `ACME-7ZK4M-...`: 128 bits of a keyed hash of the place, which say nothing of how many others there are. */
export function hashNumber(key: Uint8Array, prefix: string, place: CertificatePlace): string {
  const text = secretText(key, "number", place);
  const groups = Array.from({ length: Math.floor(LENGTH / GROUP) }, (_, index) =>
    text.slice(index * GROUP, index === Math.floor(LENGTH / GROUP) - 1 ? undefined : (index + 1) * GROUP),
  );
  return [prefix, ...groups].filter((part) => part !== "").join("-");
}

/** What stands in the address of a certificate: 128 bits that nobody guesses, the same each time they are asked for. */
export function verificationCode(key: Uint8Array, place: CertificatePlace): string {
  return secretText(key, "code", place).toLowerCase();
}

/**
 * A code as somebody typed it, in the form it was given in: letters that are taken for digits are those digits, hyphens
 * and spaces are nothing. null for what can be no code.
 */
export function readCode(typed: string): string | null {
  if (typed.length > 4 * LENGTH) return null;
  const plain = typed.toLowerCase().replace(/[\s-]/g, "").replaceAll("o", "0").replace(/[il]/g, "1");
  return plain.length === LENGTH && [...plain].every((letter) => ALPHABET.includes(letter.toUpperCase()))
    ? plain
    : null;
}

function secretText(key: Uint8Array, use: "number" | "code", { batchId, row }: CertificatePlace): string {
  const hash = createHmac("sha256", key).update(`${use}\0${batchId}\0${row}`).digest();
  return crockford(hash.subarray(0, 16));
}

/** Five bits a character, from the highest on; the last has the bits that are over, then zeros. */
function crockford(bytes: Uint8Array): string {
  let text = "";
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET.charAt((held >> bits) & 31);
    }
    held &= (1 << bits) - 1;
  }
  return bits === 0 ? text : text + ALPHABET.charAt((held << (5 - bits)) & 31);
}
