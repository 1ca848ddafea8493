import { damaged } from "./damaged";

/** A file in a ZIP file: where its bytes lie, and how large it says that it is. */
export type ZipEntry = {
  name: string;
  method: number;
  packed: number;
  offset: number;
};

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
/** Bytes in which the end record begins: its own and those of the longest comment. */
const TAIL = 22 + 0xffff;
/** Spreadsheets have one file a sheet, and some for styles. */
const MOST_ENTRIES = 5000;
const WIDE = 0xffffffff;

/** The files of a ZIP file by name, from its directory; those that are encrypted are left out. Nothing is unpacked. */
export function zipEntries(zip: Buffer): Map<string, ZipEntry> {
  try {
    const end = endRecord(zip);
    const count = zip.readUInt16LE(end + 10);
    if (count > MOST_ENTRIES) throw damaged("a ZIP file of too many parts");
    let at = zip.readUInt32LE(end + 16);
    const entries = new Map<string, ZipEntry>();
    for (let index = 0; index < count; index += 1) {
      if (zip.readUInt32LE(at) !== ENTRY) throw damaged("a damaged ZIP file");
      const [nameLength, extraLength, commentLength] = [28, 30, 32].map((from) =>
        zip.readUInt16LE(at + from),
      );
      const nameEnd = at + 46 + (nameLength ?? 0);
      const name = zip.toString("utf8", at + 46, nameEnd).replaceAll("\\", "/");
      const extra = zip.subarray(nameEnd, nameEnd + (extraLength ?? 0));
      const isEncrypted = (zip.readUInt16LE(at + 8) & 1) === 1;
      const sizes = [24, 20, 42].map((from) => zip.readUInt32LE(at + from));
      const [, packed = 0, local = 0] = wideSizes(sizes, extra);
      if (!isEncrypted && !entries.has(name)) {
        entries.set(name, {
          name,
          method: zip.readUInt16LE(at + 10),
          packed,
          offset: dataOffset(zip, local),
        });
      }
      at = nameEnd + (extraLength ?? 0) + (commentLength ?? 0);
    }
    return entries;
  } catch (error) {
    if (error instanceof RangeError) throw damaged("a ZIP file that is cut off", error);
    throw error;
  }
}

function endRecord(zip: Buffer): number {
  for (let at = zip.length - 22; at >= Math.max(0, zip.length - TAIL); at -= 1) {
    if (zip.readUInt32LE(at) === END) return at;
  }
  throw damaged("a ZIP file that is cut off");
}

function dataOffset(zip: Buffer, local: number): number {
  if (zip.readUInt32LE(local) !== LOCAL) throw damaged("a damaged ZIP file");
  return local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
}

/** Sizes that stand in the field of ZIP64 where they are marked so, as programs write them that know no sizes ahead. */
function wideSizes(sizes: number[], extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let from = at + 4;
    return sizes.map((size) => {
      if (size !== WIDE) return size;
      from += 8;
      return Number(extra.readBigUInt64LE(from - 8));
    });
  }
  return sizes;
}
