const encoder = new TextEncoder();
const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** UTF-8 bytes of a text. A lone surrogate becomes U+FFFD. */
export function utf8Bytes(text: string): Uint8Array {
  return encoder.encode(text);
}

/** The text of UTF-8 bytes, a leading byte order mark kept, or null when the bytes are no UTF-8. */
export function utf8Text(bytes: Uint8Array): string | null {
  try {
    return strict.decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Reads bytes as UTF-8 where they are UTF-8 and asks `stray` for each byte that is not, with the text so far.
 * `incomplete` gives the reading of a last character of which the end of the input cut off some bytes.
 */
export function readUtf8(
  bytes: Uint8Array,
  stray: (byte: number, at: number, soFar: string) => string,
  incomplete: (at: number) => string,
): string {
  const whole = utf8Text(bytes);
  if (whole !== null) return whole;
  let text = "";
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    const length = announcedLength(byte);
    const sequence = bytes.subarray(at, at + length);
    const shaped = length > 0 && sequence.every((next, index) => index === 0 || isContinuation(next));
    const character = shaped && sequence.length === length ? utf8Text(sequence) : null;
    if (character !== null) {
      text += character;
      at += length;
    } else if (shaped && sequence.length > 1 && sequence.length < length) {
      return text + incomplete(at);
    } else {
      text += stray(byte, at, text);
      at += 1;
    }
  }
  return text;
}

/** Bytes of the character that its first byte announces (RFC 3629, section 3); 0 for no first byte. */
function announcedLength(byte: number): number {
  if (byte < 0x80) return 1;
  if (byte < 0xc2 || byte > 0xf4) return 0;
  if (byte < 0xe0) return 2;
  return byte < 0xf0 ? 3 : 4;
}

function isContinuation(byte: number): boolean {
  return byte >= 0x80 && byte < 0xc0;
}
