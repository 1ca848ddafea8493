import { randomBytes } from "node:crypto";

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** What an id names; the letters stand in front of it, so that an id in a log says what it is. */
export type IdPrefix = "usr" | "ses" | "wsp" | "prj" | "tpl" | "ver" | "lnk" | "ast" | "err";

/** 20 characters after the prefix: 119 bits, so that an id is not guessed and never met twice. */
const ID_LENGTH = 20;

/** 16 characters: 95 bits. The key is the only thing that protects a link. */
const LINK_KEY_LENGTH = 16;

/** A new id such as `tpl_4fGh...`. */
export function newId(prefix: IdPrefix): string {
  return `${prefix}_${randomText(ID_LENGTH)}`;
}

/** A new key of a link, as it stands in `/i/{key}.png`. */
export function newLinkKey(): string {
  return randomText(LINK_KEY_LENGTH);
}

/** Letters and digits from the system's random source, each equally likely. */
export function randomText(length: number): string {
  // Bytes past the last whole multiple of 62 would make some characters likelier than others.
  const limit = 256 - (256 % ALPHABET.length);
  let text = "";
  while (text.length < length) {
    for (const byte of randomBytes(length)) {
      if (byte < limit && text.length < length) text += ALPHABET.charAt(byte % ALPHABET.length);
    }
  }
  return text;
}
