import { readUtf8, utf8Text } from "./bytes";

/**
 * Percent-encodes a text for a query value: everything but RFC 3986's unreserved characters, so that the
 * result also stands in HTML attributes with either quote. A lone surrogate becomes U+FFFD.
 */
export function encodePercent(text: string): string {
  const wellFormed = text.replace(/\p{Cs}/gu, "\ufffd");
  return encodeURIComponent(wellFormed).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * Decodes percent escapes as a person would read them. Escapes that are UTF-8 are decoded. A Latin-1 letter
 * beside letters is that letter (`Andr%E9`). Any other escape is no escape and stays (`5%ABV`, `50% off`).
 * A character cut off at the very end of the text is dropped.
 */
export function decodePercent(text: string): string {
  return text.replace(/(?:%[0-9A-Fa-f]{2})+/g, (run, offset: number) => {
    const literal = (at: number) => run.slice(at * 3, at * 3 + 3);
    const endsHere = offset + run.length === text.length;
    return readUtf8(
      escapedBytes(run),
      (byte, at, soFar) => {
        const before = soFar === "" ? text.slice(0, offset) : soFar;
        const after = text.slice(offset + (at + 1) * 3);
        return isLatin1Letter(byte) && besideLetters(before, after) ? String.fromCharCode(byte) : literal(at);
      },
      (at) => (endsHere ? "" : run.slice(at * 3)),
    );
  });
}

/**
 * Decodes a text that looks like the output of an encoder, or gives null: only escapes and characters that
 * encoders leave alone, at least one escape, and none for a letter or a digit, which no encoder escapes.
 */
export function decodeAgain(text: string): string | null {
  if (!text.includes("%")) return null;
  if (!/^(?:[\w\-.~!*'()/+]|%[0-9A-Fa-f]{2})+$/.test(text)) return null;
  let decoded: string;
  try {
    decoded = decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return null;
  }
  const escapes = text.match(/%[0-7][0-9A-Fa-f]/g) ?? [];
  const needless = escapes.some((triplet) => /[\w.-]/.test(decodeURIComponent(triplet)));
  return needless ? null : decoded;
}

/**
 * Text whose characters are the bytes of a socket (each below U+0100), with the UTF-8 in it read. Text that
 * has characters beyond those was decoded already and stays.
 */
export function repairBytes(text: string): string {
  if (/[\u0100-\uffff]/.test(text)) return text;
  return text.replace(/[\u0080-\u00ff]+/g, (run) => {
    const bytes = Uint8Array.from(run, (character) => character.charCodeAt(0));
    return (
      utf8Text(bytes) ??
      readUtf8(
        bytes,
        (byte) => String.fromCharCode(byte),
        (at) => run.slice(at),
      )
    );
  });
}

function escapedBytes(run: string): Uint8Array {
  const bytes = new Uint8Array(run.length / 3);
  for (let at = 0; at < bytes.length; at += 1)
    bytes[at] = Number.parseInt(run.slice(at * 3 + 1, at * 3 + 3), 16);
  return bytes;
}

/** Upper half of ISO 8859-1 without the two signs among its letters. */
function isLatin1Letter(byte: number): boolean {
  return byte >= 0xc0 && byte !== 0xd7 && byte !== 0xf7;
}

function besideLetters(before: string, after: string): boolean {
  if (/\p{L}$/u.test(before.slice(-2))) return true;
  return /^$|[\s'-]$/.test(before.slice(-1)) && /^\p{L}/u.test(after.slice(0, 2));
}
