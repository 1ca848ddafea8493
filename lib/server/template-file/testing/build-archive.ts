import { crc32, deflateRawSync } from "node:zlib";

/** One file of a built archive. What is left out is as an honest archive has it. */
export type BuiltEntry = {
  name: string | Uint8Array;
  bytes: Uint8Array;
  stored?: boolean;
  /** Bytes as they are packed, in place of honest ones. */
  packed?: Uint8Array;
  crc?: number;
  /** Inflated size as the headers say it. */
  says?: number;
  flags?: number;
  method?: number;
  /** Upper half of the external attributes, as Unix has it. */
  mode?: number;
  /** Where the directory says the entry begins. */
  offset?: number;
  /** Name in the header in front of the bytes. */
  localName?: string;
};

export type BuiltArchive = {
  /** How many entries the end record says there are. */
  count?: number;
  /** Where it says the directory begins. */
  directoryAt?: number;
  /** Put between directory and end record. */
  between?: Uint8Array;
};

/** A ZIP archive with any lies in it. */
export function buildArchive(entries: readonly BuiltEntry[], lies: BuiltArchive = {}): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const method = entry.method ?? (entry.stored ? 0 : 8);
    const packed = Buffer.from(
      entry.packed ?? (entry.stored ? entry.bytes : deflateRawSync(entry.bytes, { level: 9 })),
    );
    const figures = Buffer.alloc(12);
    figures.writeUInt32LE(entry.crc ?? crc32(entry.bytes), 0);
    figures.writeUInt32LE(packed.byteLength, 4);
    figures.writeUInt32LE(entry.says ?? entry.bytes.byteLength, 8);
    const flags = entry.flags ?? 0x0800;
    const localName = entry.localName === undefined ? name : Buffer.from(entry.localName);
    const local = Buffer.concat([
      shorts(0x4b50, 0x0403, 20, flags, method, 0, 0),
      figures,
      shorts(localName.byteLength, 0),
      localName,
      packed,
    ]);
    const mode = Buffer.alloc(4);
    mode.writeUInt32LE(((entry.mode ?? 0) << 16) >>> 0);
    const offset = Buffer.alloc(4);
    offset.writeUInt32LE(entry.offset ?? at);
    directory.push(
      shorts(0x4b50, 0x0201, (3 << 8) | 20, 20, flags, method, 0, 0),
      figures,
      shorts(name.byteLength, 0, 0, 0, 0),
      mode,
      offset,
      name,
    );
    parts.push(local);
    at += local.byteLength;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(8);
  end.writeUInt32LE(listing.byteLength, 0);
  end.writeUInt32LE(lies.directoryAt ?? at, 4);
  const count = lies.count ?? entries.length;
  return Buffer.concat([
    ...parts,
    listing,
    Buffer.from(lies.between ?? []),
    shorts(0x4b50, 0x0605, 0, 0, count, count),
    end,
    shorts(0),
  ]);
}

function shorts(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [index, value] of values.entries()) bytes.writeUInt16LE(value, index * 2);
  return bytes;
}
