import { randomBytes } from "node:crypto";

/** Lower case only: ids become parts of storage keys, and some file systems do not tell cases apart. */
const ID_ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";
export const KEY_ALPHABET = `${ID_ALPHABET}ABCDEFGHIJKLMNOPQRSTUVWXYZ`;

/** What an id names; the letters stand in front of it, so that an id in a log says what it is. */
export type IdPrefix =
  | "usr"
  | "ses"
  | "wsp"
  | "key"
  | "evt"
  | "prj"
  | "tpl"
  | "str"
  | "ver"
  | "lnk"
  | "sgk"
  | "ast"
  | "fnt"
  | "mal"
  | "req"
  | "inv"
  | "img"
  | "bat"
  | "crt"
  | "mlg"
  | "src"
  | "frm"
  | "whk"
  | "dlv"
  | "atm"
  | "msg"
  | "err";

/** 24 characters after the prefix: 124 bits, so that an id is not guessed and never met twice. */
const ID_LENGTH = 24;

/** 16 characters: 95 bits. The key is the only thing that protects a link. */
const LINK_KEY_LENGTH = 16;

/** A new id such as `tpl_4fGh...`. */
export function newId(prefix: IdPrefix): string {
  return `${prefix}_${randomText(ID_LENGTH, ID_ALPHABET)}`;
}

/** A new key of a link, as it stands in `/i/{key}.png`. */
export function newLinkKey(): string {
  return randomText(LINK_KEY_LENGTH, KEY_ALPHABET);
}

/** A new key of a stored picture, as it stands in `/p/{key}.png`: 190 bits, for the picture shows somebody's name. */
export function newPictureKey(): string {
  return randomText(2 * LINK_KEY_LENGTH, KEY_ALPHABET);
}

/** Characters of the alphabet from the system's random source, each equally likely. */
export function randomText(length: number, alphabet = ID_ALPHABET): string {
  // Bytes past the last whole multiple of the alphabet would make some characters likelier than others.
  const limit = 256 - (256 % alphabet.length);
  let text = "";
  while (text.length < length) {
    for (const byte of randomBytes(length)) {
      if (byte < limit && text.length < length) text += alphabet.charAt(byte % alphabet.length);
    }
  }
  return text;
}
