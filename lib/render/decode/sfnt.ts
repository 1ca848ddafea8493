import { FONT_LIMITS } from "./font-limits";

/** A font as its tables, in the container that TrueType and OpenType share (OpenType 1.9, "Font file"). */
export type Sfnt = { format: "ttf" | "otf"; tables: Map<string, Uint8Array> };

const VERSIONS: Readonly<Record<number, Sfnt["format"]>> = {
  65536: "ttf", // 1.0
  1953658213: "ttf", // "true"
  1330926671: "otf", // "OTTO"
};

const HEADER = 12;
const RECORD = 16;

/** Reads a font's tables. Throws where the directory does not describe the bytes, or describes too many. */
export function readSfnt(bytes: Uint8Array): Sfnt {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const format = VERSIONS[view.getUint32(0)];
  const count = view.getUint16(4);
  if (!format || count === 0 || count > FONT_LIMITS.tables) throw new Error(`a font of ${count} tables`);
  const tables = new Map<string, Uint8Array>();
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    const record = HEADER + index * RECORD;
    const offset = view.getUint32(record + 8);
    const length = view.getUint32(record + 12);
    total += length;
    if (offset + length > bytes.byteLength || total > FONT_LIMITS.unpackedBytes)
      throw new Error("a table lies outside");
    addTable(tables, tagAt(view, record), bytes.subarray(offset, offset + length));
  }
  return { format, tables };
}

/** A table's tag: four visible characters. */
export function tagAt(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(at + index)));
}

/** Throws where the tag is malformed or taken. */
export function addTable(tables: Sfnt["tables"], tag: string, bytes: Uint8Array): void {
  if (!/^[ -~]{4}$/.test(tag) || tables.has(tag)) throw new Error("a table without a name of its own");
  tables.set(tag, bytes);
}

/** Writes a font file of these tables and nothing else, with checksums that are right. */
export function writeSfnt({ format, tables }: Sfnt): Uint8Array {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const count = sorted.length;
  const size = sorted.reduce((sum, [, table]) => sum + padded(table.byteLength), HEADER + count * RECORD);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  const power = Math.floor(Math.log2(count));
  view.setUint32(0, format === "ttf" ? 0x0001_0000 : 0x4f54_544f);
  view.setUint16(4, count);
  view.setUint16(6, 2 ** power * 16);
  view.setUint16(8, power);
  view.setUint16(10, count * 16 - 2 ** power * 16);
  let offset = HEADER + count * RECORD;
  let adjustment = 0;
  for (const [index, [tag, table]] of sorted.entries()) {
    const record = HEADER + index * RECORD;
    bytes.set(table, offset);
    if (tag === "head") {
      adjustment = offset + 8;
      view.setUint32(adjustment, 0);
    }
    for (let at = 0; at < 4; at += 1) view.setUint8(record + at, tag.charCodeAt(at));
    view.setUint32(record + 4, checksum(view, offset, padded(table.byteLength)));
    view.setUint32(record + 8, offset);
    view.setUint32(record + 12, table.byteLength);
    offset += padded(table.byteLength);
  }
  // What makes the whole file's sum come out at this number ("head" table, checksumAdjustment).
  if (adjustment > 0) view.setUint32(adjustment, (0xb1b0_afba - checksum(view, 0, size)) >>> 0);
  return bytes;
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}

function checksum(view: DataView, start: number, length: number): number {
  let sum = 0;
  for (let at = start; at < start + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}
