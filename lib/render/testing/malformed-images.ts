import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";
import sharp, { type Sharp } from "sharp";
import type { ErrorCode } from "@/lib/errors";
import { buildPng, pngChunk } from "./png-builder";

export type MalformedImage = {
  /** Number in the list of what every entrance must survive. */
  id: string;
  what: string;
  bytes: Buffer;
  /** The refusal's code, or that a clean picture comes out. */
  expected: ErrorCode | "picture";
};

/** Text that must not survive in a clean picture. */
export const SMUGGLED = "<?php echo 'Zxq7Canary'; ?><script>alert(1)</script>";

/**
 * Damaged, hostile and merely unusual files, as bytes. The entries that are about transport (compressed,
 * endless and lying bodies) are with the limits of a fetch.
 */
export async function malformedImages(): Promise<MalformedImage[]> {
  const photo = noise(96, 64);
  const png = await photo.clone().png().toBuffer();
  const jpeg = await photo.clone().jpeg().toBuffer();
  const webp = await photo.clone().webp().toBuffer();
  const half = (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1);
  const text = (value: string) => Buffer.from(value, "latin1");
  const list: Array<[id: string, what: string, bytes: Buffer, expected: MalformedImage["expected"]]> = [
    ["I1", "nothing", Buffer.alloc(0), "invalid"],
    ["I2", "one byte", text("x"), "unsupported_type"],
    ["I3", "a web page", text("<!DOCTYPE html><html><body>Not found</body></html>"), "unsupported_type"],
    ["I4", "JSON", text('{"error":"not found"}'), "unsupported_type"],
    ["I5", "a PNG signature only", png.subarray(0, 8), "invalid"],
    ["I6", "half a PNG", half(png), "invalid"],
    ["I7", "half a JPEG", half(jpeg), "invalid"],
    ["I8", "half a WebP", half(webp), "invalid"],
    ["I9", "a PNG with a wrong checksum", wrongChecksum(png), "invalid"],
    ["I10", "a PNG of 0 × 0", buildPng({ width: 0, height: 0 }), "invalid"],
    ["I11", "a PNG that claims 65500 × 65500", claims(65_500, 65_500), "invalid"],
    ["I12", "a PNG that claims a width of 2^31 - 1", claims(2 ** 31 - 1, 1), "invalid"],
    ["I13", "400 megapixels in few bytes", buildPng({ width: 20_000, height: 20_000 }), "invalid"],
    ["I14", "64 megapixels in few bytes", buildPng({ width: 8000, height: 8000 }), "invalid"],
    ["I15", "a PNG with 50 MB of compressed text", textBomb(), "picture"],
    ["I16", "a PNG that is a ZIP too", Buffer.concat([png, text(`PK\x03\x04${SMUGGLED}`)]), "picture"],
    ["I18", "a GIF of garbage", Buffer.concat([text("GIF89a"), garbage(400)]), "invalid"],
    ["I19", "a GIF frame of 65535 × 65535", gif({ side: 65_535, frames: 1, frameSide: 65_535 }), "invalid"],
    ["I19", "a GIF screen of 65535 × 65535 round one dot", gif({ side: 65_535, frames: 1 }), "picture"],
    ["I20", "a GIF of 500 frames", gif({ side: 16, frames: 500 }), "picture"],
    ["I20", "a GIF of 5000 frames", gif({ side: 16, frames: 5000 }), "picture"],
    ["I21", "a BMP of 7 bits a pixel", Buffer.concat([text("BM"), garbage(60)]), "unsupported_type"],
    ["I22", "an ICO", Buffer.concat([text("\0\0\x01\0\x01\0"), garbage(60)]), "unsupported_type"],
    ["I23", "a TIFF whose directory points to itself", loopingTiff(), "unsupported_type"],
    ["I24", "a PDF", text("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"), "unsupported_type"],
    ["I25", "an AVIF box of garbage", isoMedia("avif"), "unsupported_type"],
    ["I25", "a HEIC box of garbage", isoMedia("heic"), "unsupported_type"],
    ["I26", "a JPEG of start and end only", text("\xff\xd8\xff\xd9"), "invalid"],
    ["I30", "1 MB of random bytes", garbage(1_000_000), "unsupported_type"],
    ["I34", "a JPEG with code in its comments", await commentedJpeg(jpeg), "picture"],
  ];
  return list.map(([id, what, bytes, expected]) => ({ id, what, bytes, expected }));
}

/** A picture of fixed noise, which no encoder makes small. */
export function noise(width: number, height: number): Sharp {
  return sharp(garbage(width * height * 3), { raw: { width, height, channels: 3 } });
}

/** The same bytes at every run. */
function garbage(length: number): Buffer {
  const blocks: Buffer[] = [];
  for (let at = 0; at < length; at += 32) blocks.push(createHash("sha256").update(`block ${at}`).digest());
  return Buffer.concat(blocks).subarray(0, length);
}

function claims(width: number, height: number): Buffer {
  return buildPng({ width, height, rows: Buffer.alloc(100) });
}

function wrongChecksum(png: Buffer): Buffer {
  const bytes = Buffer.from(png);
  const data = bytes.indexOf("IDAT", 0, "latin1");
  const length = bytes.readUInt32BE(data - 4);
  bytes.writeUInt32BE(0xdead_beef, data + 4 + length);
  return bytes;
}

function textBomb(): Buffer {
  const keyword = Buffer.from("Comment\0\0", "latin1");
  const extra = [pngChunk("zTXt", Buffer.concat([keyword, deflateSync(Buffer.alloc(50_000_000, 97))]))];
  return buildPng({ width: 32, height: 32, extra });
}

function gif({ side, frames, frameSide = 1 }: { side: number; frames: number; frameSide?: number }): Buffer {
  const screen = Buffer.from("GIF89a\0\0\0\0\x80\0\0\0\0\0\xff\xff\xff", "latin1");
  screen.writeUInt16LE(side, 6);
  screen.writeUInt16LE(side, 8);
  const dot = Buffer.from("!\xf9\x04\0\x0a\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0", "latin1");
  dot.writeUInt16LE(frameSide, 13);
  dot.writeUInt16LE(frameSide, 15);
  return Buffer.concat([screen, ...Array.from({ length: frames }, () => dot), Buffer.from(";")]);
}

function loopingTiff(): Buffer {
  const bytes = Buffer.alloc(26);
  bytes.write("II*\0", "latin1");
  bytes.writeUInt32LE(8, 4);
  bytes.writeUInt16LE(1, 8);
  bytes.writeUInt32LE(8, 22);
  return bytes;
}

function isoMedia(brand: string): Buffer {
  return Buffer.concat([Buffer.from(`\0\0\0\x1cftyp${brand}\0\0\0\0mif1${brand}`, "latin1"), garbage(500)]);
}

async function commentedJpeg(jpeg: Buffer): Promise<Buffer> {
  const exif = { IFD0: { ImageDescription: SMUGGLED }, IFD3: { GPSLatitude: "51/1 46/1 9/1" } };
  const tagged = await sharp(jpeg).withExif(exif).jpeg().toBuffer();
  const comment = Buffer.from(`\xff\xfe\0\0${SMUGGLED}`, "latin1");
  comment.writeUInt16BE(SMUGGLED.length + 2, 2);
  return Buffer.concat([tagged.subarray(0, 2), comment, tagged.subarray(2)]);
}
