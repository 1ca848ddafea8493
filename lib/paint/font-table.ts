const HEADER = 12;
const RECORD = 16;

/**
 * A copy of one table of a TrueType or OpenType file (OpenType 1.9, "Font file"); undefined when the file has none
 * or is no such file. Read here and not by HarfBuzz, whose wrapper would hold on to the whole file for ever.
 */
export function fontTable(bytes: Uint8Array, tag: string): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < HEADER) return undefined;
  const count = view.getUint16(4);
  for (let record = HEADER; record < HEADER + count * RECORD; record += RECORD) {
    if (record + RECORD > bytes.byteLength) return undefined;
    const found = String.fromCharCode(...bytes.subarray(record, record + 4));
    if (found !== tag) continue;
    const offset = view.getUint32(record + 8);
    const end = offset + view.getUint32(record + 12);
    return end <= bytes.byteLength ? bytes.slice(offset, end) : undefined;
  }
  return undefined;
}
