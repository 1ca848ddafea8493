const SIGNATURE = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
const TEXTS = new Set(["tEXt", "zTXt", "iTXt"]);

/**
 * A PNG without its texts (W3C PNG 11.3.3), which nobody reads and which may unfold to any size; any other file as it
 * is. Where the file does not go on as a PNG does, the rest is left for the decoder to refuse.
 */
export function withoutTexts(bytes: Uint8Array): Uint8Array {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!file.subarray(0, SIGNATURE.length).equals(SIGNATURE)) return bytes;
  const kept: Uint8Array[] = [SIGNATURE];
  let at = SIGNATURE.length;
  while (at + 12 <= file.length) {
    const end = at + 12 + file.readUInt32BE(at);
    const type = file.toString("latin1", at + 4, at + 8);
    if (end > file.length || type === "IEND") break;
    if (!TEXTS.has(type)) kept.push(file.subarray(at, end));
    at = end;
  }
  return Buffer.concat([...kept, file.subarray(at)]);
}
