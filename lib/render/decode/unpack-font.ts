import { inflateSync } from "node:zlib";
import decompress from "wawoff2/decompress.js";
import { FONT_LIMITS } from "./font-limits";
import type { FontPacking } from "./font-message";
import { addTable, readSfnt, type Sfnt, tagAt } from "./sfnt";

const WOFF_HEADER = 44;
const WOFF_RECORD = 20;
const COLLECTION = "ttcf";

/** What cannot be unpacked for its size, or because it is more than one font. */
export class Unpackable extends Error {
  constructor(readonly why: "too_large" | "collection") {
    super(why);
  }
}

/** The tables of a font, however it is packed. Throws Unpackable, or another error where the file is damaged. */
export async function unpackFont(bytes: Uint8Array, packing: FontPacking): Promise<Sfnt> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (tagAt(view, packing === "sfnt" ? 0 : 4) === COLLECTION) throw new Unpackable("collection");
  switch (packing) {
    case "sfnt":
      return readSfnt(bytes);
    case "woff":
      return readWoff(bytes, view);
    case "woff2": {
      // What the header announces is not to be trusted; the decoder has a limit of its own, 30 MB.
      if (view.getUint32(16) > FONT_LIMITS.unpackedBytes) throw new Unpackable("too_large");
      return readSfnt(await decompress(bytes));
    }
  }
}

/** WOFF 1.0: tables compressed one by one, each with its length stated, at which inflating stops. */
function readWoff(bytes: Uint8Array, view: DataView): Sfnt {
  const count = view.getUint16(12);
  if (count === 0 || count > FONT_LIMITS.tables) throw new Error(`a font of ${count} tables`);
  const tables: Sfnt["tables"] = new Map();
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    const record = WOFF_HEADER + index * WOFF_RECORD;
    const offset = view.getUint32(record + 4);
    const packed = view.getUint32(record + 8);
    const length = view.getUint32(record + 12);
    total += length;
    if (total > FONT_LIMITS.unpackedBytes) throw new Unpackable("too_large");
    if (offset + packed > bytes.byteLength || packed > length) throw new Error("a table lies outside");
    const stored = bytes.subarray(offset, offset + packed);
    const table = packed < length ? inflateSync(stored, { maxOutputLength: Math.max(length, 1) }) : stored;
    if (table.byteLength !== length) throw new Error("a table is not as long as it says");
    addTable(tables, tagAt(view, record), table);
  }
  return { format: tables.has("CFF ") || tables.has("CFF2") ? "otf" : "ttf", tables };
}
