import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, constants, deflateSync } from "node:zlib";
import { Blob, Face, Font } from "harfbuzzjs";
import type { ErrorCode } from "@/lib/errors";
import { readSfnt, writeSfnt } from "../decode/sfnt";

export type HostileFont = {
  id: string;
  what: string;
  bytes: Buffer;
  /** The refusal's code, that a clean font comes out, or that either may be. */
  expected: ErrorCode | "font" | "either";
};

/** A family name that tries to leave an attribute, a style sheet and a path. */
export const SHARP_NAME = `"><script>alert(1)</script>'; } * { color: red } /* ../../etc/passwd`;

const INTER = join(import.meta.dirname, "../../../public/fonts/inter/400.ttf");

/** An ordinary font, as others are made of it. */
export function ordinaryFont(): Promise<Buffer> {
  return readFile(INTER);
}

/** Damaged, hostile and merely unusual fonts. */
export async function hostileFonts(): Promise<HostileFont[]> {
  const font = await ordinaryFont();
  const flipped = Array.from({ length: 5 }, (_, round) => bitFlips(font, round));
  const list: Array<[id: string, what: string, bytes: Buffer, expected: HostileFont["expected"]]> = [
    ["F1", "nothing", Buffer.alloc(0), "invalid"],
    ["F2", "a web page", Buffer.from("<!DOCTYPE html><html></html>"), "unsupported_type"],
    ["F3", "a font cut at 30 %", font.subarray(0, font.length * 0.3), "invalid"],
    ["F4", "a directory of 65535 tables", manyTables(font), "invalid"],
    ...flipped.map((bytes) => ["F5", "64 flipped bits", bytes, "either"] as (typeof list)[number]),
    ["F6", "a WOFF2 that unpacks to 200 MB and says so", woff2Bomb(200_000_000), "invalid"],
    ["F6", "a WOFF2 that unpacks to 200 MB and says 1 kB", woff2Bomb(1000), "invalid"],
    ["F6", "a WOFF with a table of 100 MB", woffBomb(100_000_000), "invalid"],
    ["F6", "a WOFF with a table that is longer than it says", woffBomb(1000), "invalid"],
    ["F7", "50 MB", Buffer.concat([font, Buffer.alloc(50_000_000)]), "too_large"],
    ["F8", "a collection of 100 faces", collection(font), "invalid"],
    ["F9", "64 axes", withTables(font, { fvar: axes(64) }), "font"],
    ["F10", "colours and pictures over outlines", withTables(font, COLOURS), "font"],
    ["F10", "pictures alone", withTables(font, { ...COLOURS, glyf: null, loca: null }), "invalid"],
    ["F10", "outlines of nothing", withTables(font, { loca: emptyLoca(font) }), "invalid"],
    ["F12", "a letter of 60,000 points", detailed(font, 60_000), "invalid"],
    ["F12", "a letter of 4,900 points, 5,000 with its accents", detailed(font, 4_900), "font"],
    ["F12", "a letter of 5,010 points in ten parts", detailed(font, 5_010, 10), "invalid"],
    ["F11", "a family name of 60 kB", withTables(font, { name: familyName("W".repeat(30_000)) }), "font"],
    ["F11", "a family name with sharp edges", withTables(font, { name: familyName(SHARP_NAME) }), "font"],
  ];
  return list.map(([id, what, bytes, expected]) => ({ id, what, bytes, expected }));
}

/** The font with tables put in, or taken out where they are null. */
export function withTables(font: Uint8Array, changes: Record<string, Uint8Array | null>): Buffer {
  const { format, tables } = readSfnt(font);
  for (const [tag, table] of Object.entries(changes)) {
    if (table) tables.set(tag, table);
    else tables.delete(tag);
  }
  return Buffer.from(writeSfnt({ format, tables }));
}

/** A name table that says only this family, for Windows, in English. */
export function familyName(family: string): Buffer {
  const text = Buffer.from(family, "utf16le").swap16();
  const head = Buffer.alloc(18);
  for (const [index, value] of [0, 1, 18, 3, 1, 0x409, 1, text.length, 0].entries()) {
    head.writeUInt16BE(value, index * 2);
  }
  return Buffer.concat([head, text]);
}

const COLOURS = {
  "SVG ": Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
  COLR: Buffer.alloc(14),
  CBDT: Buffer.alloc(4),
};

/** Where every glyph's outline begins and ends at the same place. */
function emptyLoca(font: Buffer): Buffer {
  return Buffer.alloc(readSfnt(font).tables.get("loca")?.byteLength ?? 0);
}

/** The font with an "A" of so many points, in so many contours: `glyf` and `loca` as OpenType 1.9 has them. */
function detailed(font: Buffer, points: number, contours = 1): Buffer {
  const { tables } = readSfnt(font);
  const table = (tag: string) => Buffer.from(tables.get(tag) ?? []);
  const [glyf, loca, head] = [table("glyf"), table("loca"), table("head")];
  const ends = Array.from({ length: contours }, (_, index) => ((index + 1) * points) / contours - 1);
  const top = Buffer.alloc(10 + 2 * contours + 2);
  for (const [index, value] of [contours, 0, 0, 1000, 1000].entries()) top.writeInt16BE(value, index * 2);
  for (const [index, end] of ends.entries()) top.writeUInt16BE(end, 10 + index * 2);
  // On the curve, each a byte to the right of the one before or to the left of it, and a byte up or down.
  const flags = Buffer.from(Array.from({ length: points }, (_, at) => (at % 2 === 0 ? 0x37 : 0x07)));
  const letter = Buffer.concat([top, flags, Buffer.alloc(2 * points, 9)]);
  const longOffsets = head.readInt16BE(50) === 1;
  const offsets = Array.from({ length: loca.length / (longOffsets ? 4 : 2) }, (_, glyph) =>
    longOffsets ? loca.readUInt32BE(glyph * 4) : loca.readUInt16BE(glyph * 2) * 2,
  );
  const glyph = new Font(new Face(new Blob(font))).nominalGlyph(65) ?? 0;
  const [start = 0, end = 0] = offsets.slice(glyph);
  const padding = Buffer.alloc((4 - (letter.length % 4)) % 4);
  const moved = letter.length + padding.length - (end - start);
  const newLoca = Buffer.alloc(offsets.length * 4);
  for (const [index, offset] of offsets.entries())
    newLoca.writeUInt32BE(index > glyph ? offset + moved : offset, index * 4);
  head.writeInt16BE(1, 50);
  return withTables(font, {
    glyf: Buffer.concat([glyf.subarray(0, start), letter, padding, glyf.subarray(end)]),
    loca: newLoca,
    head,
  });
}

function manyTables(font: Buffer): Buffer {
  const bytes = Buffer.from(font);
  bytes.writeUInt16BE(65_535, 4);
  return bytes;
}

/** The same 64 bits at every run, anywhere in the file. */
function bitFlips(font: Buffer, round: number): Buffer {
  const bytes = Buffer.from(font);
  for (let flip = 0; flip < 64; flip += 1) {
    const at = createHash("sha256").update(`${round} ${flip}`).digest().readUInt32BE(0) % (bytes.length * 8);
    const byte = at >> 3;
    bytes[byte] = (bytes[byte] ?? 0) ^ (1 << (at & 7));
  }
  return bytes;
}

/** One table of zeros, 200 MB when unpacked; `announced` is the size the header speaks of. */
function woff2Bomb(announced: number): Buffer {
  const size = 200_000_000;
  const quality = { [constants.BROTLI_PARAM_QUALITY]: 1, [constants.BROTLI_PARAM_LGWIN]: 22 };
  const packed = brotliCompressSync(Buffer.alloc(size), { params: quality });
  const head = Buffer.alloc(48);
  head.write("wOF2\0\x01\0\0", "latin1");
  head.writeUInt16BE(1, 12);
  head.writeUInt32BE(announced, 16);
  head.writeUInt32BE(packed.length, 20);
  const record = Buffer.concat([Buffer.from([63]), Buffer.from("zero"), base128(size)]);
  const file = Buffer.concat([head, record, packed, Buffer.alloc((4 - ((53 + packed.length) % 4)) % 4)]);
  file.writeUInt32BE(file.length, 8);
  return file;
}

function base128(value: number): Buffer {
  const bytes = [value & 127];
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) bytes.unshift((rest & 127) | 128);
  return Buffer.from(bytes);
}

/** One table of 100 MB of zeros; `announced` is the length its record speaks of. */
function woffBomb(announced: number): Buffer {
  const packed = deflateSync(Buffer.alloc(100_000_000), { level: 1 });
  const head = Buffer.alloc(64);
  head.write("wOFF\0\x01\0\0", "latin1");
  head.writeUInt16BE(1, 12);
  head.write("zero", 44, "latin1");
  head.writeUInt32BE(64, 48);
  head.writeUInt32BE(Math.min(packed.length, announced - 1), 52);
  head.writeUInt32BE(announced, 56);
  return Buffer.concat([head, packed]);
}

function collection(font: Buffer): Buffer {
  const head = Buffer.alloc(12 + 400);
  head.write("ttcf\0\x01\0\0", "latin1");
  head.writeUInt32BE(100, 8);
  for (let face = 0; face < 100; face += 1) head.writeUInt32BE(412, 12 + face * 4);
  return Buffer.concat([head, font]);
}

function axes(count: number): Buffer {
  const head = Buffer.alloc(16);
  for (const [index, value] of [1, 0, 16, 2, count, 20, 0, count * 4 + 4].entries()) {
    head.writeUInt16BE(value, index * 2);
  }
  const records = Array.from({ length: count }, (_, index) => {
    const record = Buffer.alloc(20);
    record.write(`X${String(index).padStart(3, "0")}`, "latin1");
    for (const [at, value] of [0, 0x0001_0000, 0x0002_0000].entries())
      record.writeUInt32BE(value, 4 + at * 4);
    return record;
  });
  return Buffer.concat([head, ...records]);
}
