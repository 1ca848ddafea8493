import { inflateSync } from "node:zlib";
import { decode as fastPng } from "fast-png";
import jpegJs from "jpeg-js";
import { PNG } from "pngjs";
import sharp from "sharp";
import { seededRandom } from "@/lib/paint/testing/mixed-texts";
import { compileJpegBands, encodeJpegBands, encodeJpegFrame } from "@/lib/render/encode/jpeg-bands";
import { compilePngBands, encodePngBands } from "@/lib/render/encode/png-bands";
import type { Raster, RowSpan } from "@/lib/render/encode/raster";
import { pattern, withNegative } from "@/lib/render/encode/testing/patterns";
import type { Target } from "../figures";
import type { BrowserDecoder } from "./browser-decoder";

/** Sizes that are odd, that end in a part of a band, that have one band and more than eight. */
const SIDES = [1, 7, 16, 33, 63, 64, 65, 127, 200, 333, 601, 700];

/** Holds pictures that were put together from bands against what they were made of, by three decoders each. */
export async function checkBands(cases: number, browser: BrowserDecoder): Promise<Target[]> {
  const random = seededRandom(11);
  const pick = <T>(from: readonly T[], otherwise: T): T =>
    from[Math.floor(random() * from.length)] ?? otherwise;
  let pngFaults = 0;
  let jpegFaults = 0;
  for (let index = 0; index < cases; index += 1) {
    const [width, height] = [pick(SIDES, 1), pick(SIDES, 1)];
    const changed = spansOf(height, random);
    const channels = pick([3, 4] as const, 3);
    if (!(await holds(isPngRight(pattern(width, height, channels, index + 1), changed)))) pngFaults += 1;
    const settings = { quality: pick([80, 48, 24], 80), chroma: pick(["4:2:0", "4:4:4"] as const, "4:2:0") };
    const base = pattern(width, height, 3, index + 1);
    const frame = withNegative(base, changed);
    const inBands = await encodeJpegBands(await compileJpegBands(base, settings), frame, changed);
    const whole = await encodeJpegFrame(frame, settings);
    if (!(await holds(isSameJpeg(inBands, whole, browser)))) jpegFaults += 1;
  }
  const target = (kind: string, decoders: string, faults: number): Target => ({
    name: `${cases} ${kind} in bands by ${decoders}`,
    wanted: "all equal",
    measured: `${cases - faults} equal`,
    met: faults === 0,
  });
  return [
    target("PNGs", "pngjs, sharp and fast-png", pngFaults),
    target("JPEGs", "jpeg-js, sharp and Chromium", jpegFaults),
  ];
}

function spansOf(height: number, random: () => number): RowSpan[] {
  return Array.from({ length: Math.floor(random() * 4) }, () => {
    const top = Math.floor(random() * height);
    return { top, bottom: Math.min(height, top + 1 + Math.floor(random() * 90)) };
  });
}

/** What a decoder refuses does not hold either. */
function holds(check: Promise<boolean>): Promise<boolean> {
  return check.catch(() => false);
}

async function isPngRight(base: Raster, changed: readonly RowSpan[]): Promise<boolean> {
  const frame = withNegative(base, changed);
  const png = await encodePngBands(compilePngBands(base), frame, changed);
  const expected = Buffer.from(frame.data);
  const byPngjs = PNG.sync.read(png).data;
  const opaque = frame.channels === 3;
  const rgba = await sharp(frame.data, { raw: frame }).ensureAlpha().raw().toBuffer();
  const bySharp = await sharp(png).raw().toBuffer();
  const byFast = fastPng(png);
  // Decoders of pictures leave the checksum of the stream alone; this one does not.
  inflateSync(streamOf(png));
  return (
    byPngjs.equals(opaque ? rgba : expected) &&
    bySharp.equals(expected) &&
    Buffer.from(byFast.data).equals(expected)
  );
}

/** The data of a PNG's IDAT chunks, end to end (W3C PNG 11.2.3). */
function streamOf(png: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = SIGNATURE; at < png.length; at += CHUNK + png.readUInt32BE(at)) {
    const start = at + 8;
    if (png.toString("latin1", at + 4, start) === "IDAT")
      parts.push(png.subarray(start, start + png.readUInt32BE(at)));
  }
  return Buffer.concat(parts);
}

/** Bytes before the first chunk, and those of a chunk beside its data. */
const SIGNATURE = 8;
const CHUNK = 12;

/** Both have the same pixels for each decoder; decoders may differ among each other. */
async function isSameJpeg(inBands: Buffer, whole: Buffer, browser: BrowserDecoder): Promise<boolean> {
  const plain = (bytes: Buffer) => Buffer.from(jpegJs.decode(bytes, { useTArray: true }).data);
  const [one, other] = await Promise.all([inBands, whole].map((bytes) => sharp(bytes).raw().toBuffer()));
  return (
    plain(inBands).equals(plain(whole)) &&
    one !== undefined &&
    other !== undefined &&
    one.equals(other) &&
    (await browser.areEqual(inBands, whole))
  );
}
