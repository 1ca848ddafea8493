import sharp from "sharp";
import type { Raster, RowSpan } from "./raster";

/** How a JPEG is written. Chroma at half size (4:2:0) halves the weight and blurs only edges between colours. */
export type JpegSettings = { quality: number; chroma: "4:2:0" | "4:4:4" };

/**
 * A picture as a JPEG in bands of rows that can be replaced one by one: restart markers stand between them
 * (ITU-T T.81, E.1.4), at which a decoder forgets what came before, and all bands share the standard Huffman
 * tables. Plain data over shared memory.
 */
export type JpegBands = {
  width: number;
  height: number;
  settings: JpegSettings;
  /** Rows of each band but the last; whole rows of blocks. */
  rows: number;
  /** Where the coded data of each band ends in `scans`. */
  ends: number[];
  /** Coded data of all bands, end to end, without the markers between them. */
  scans: Uint8Array;
  /** Everything before the coded data. */
  head: Uint8Array;
};

/** Pixels that take as long to encode as a call does beside them; measured. */
const CALL_PIXELS = 80_000;

/** Rows of a band where nothing is known of what will change. */
const ROWS = 64;

/** Most rows of a band are a multiple of this, and of both sizes of block. */
const STEP = 16;

/** Bands with which pictures like one whose rows `changed` are encoded soonest: rows of a band. */
function rowsOfBands({ width, height }: Raster, changed: readonly RowSpan[]): number {
  let best = ROWS;
  if (changed.length === 0) return best;
  for (let rows = STEP; rows < height; rows += STEP) {
    const bands = { width, height, rows };
    if (costOfBands(bands, changed) < costOfBands({ ...bands, rows: best }, changed)) best = rows;
  }
  return best;
}

type Cut = Pick<JpegBands, "width" | "height" | "rows">;

/** What encoding the bands that rows touch costs, in pixels. */
function costOfBands(bands: Cut, changed: readonly RowSpan[]): number {
  return spansOf(bands)
    .filter((span) => isTouched(span, changed))
    .reduce((sum, { top, bottom }) => sum + CALL_PIXELS + (bottom - top) * bands.width, 0);
}

/** Whether encoding the bands that rows touch is quicker than encoding the whole frame in one call. */
export function isQuickerInBands(bands: Cut, changed: readonly RowSpan[]): boolean {
  return costOfBands(bands, changed) < CALL_PIXELS + bands.width * bands.height;
}

/** A JPEG of a whole opaque frame, with the standard tables: twice as fast as with tables of its own, 3 % heavier. */
export async function encodeJpegFrame(frame: Raster, settings: JpegSettings): Promise<Buffer> {
  return encodeRows(frame, { top: 0, bottom: frame.height }, settings);
}

/** Cuts an opaque picture into bands and encodes each. `expected` are rows that are likely to change. */
export async function compileJpegBands(
  frame: Raster,
  settings: JpegSettings,
  expected: readonly RowSpan[] = [],
): Promise<JpegBands> {
  const { width, height } = frame;
  const rows = rowsOfBands(frame, expected);
  const spans = spansOf({ height, rows });
  const encoded: Buffer[] = [];
  for (const span of spans) encoded.push(await encodeRows(frame, span, settings));
  const parsed = encoded.map(splitJpeg);
  const total = parsed.reduce((sum, { scan }) => sum + scan.length, 0);
  const scans = new Uint8Array(new SharedArrayBuffer(total));
  const ends: number[] = [];
  let end = 0;
  for (const { scan } of parsed) {
    scans.set(scan, end);
    end += scan.length;
    ends.push(end);
  }
  const [first] = parsed;
  if (!first) throw new Error("a picture has at least one row");
  const head = joinedHead(first.head, { width, height, rows }, settings.chroma);
  return { width, height, settings, rows, ends, scans, head };
}

/** The JPEG of an opaque frame that differs from the compiled picture only in the rows of `changed`. */
export async function encodeJpegBands(
  compiled: JpegBands,
  frame: Raster,
  changed: readonly RowSpan[],
): Promise<Buffer> {
  const { settings, ends, scans, head } = compiled;
  const parts: Uint8Array[] = [head];
  const spans = spansOf(compiled);
  const fresh = await Promise.all(
    spans.map(async (span) =>
      isTouched(span, changed) ? splitJpeg(await encodeRows(frame, span, settings)).scan : null,
    ),
  );
  for (const [index, scan] of fresh.entries()) {
    if (index > 0) parts.push(Uint8Array.of(0xff, 0xd0 + ((index - 1) % 8)));
    parts.push(scan ?? scans.subarray(ends[index - 1] ?? 0, ends[index]));
  }
  parts.push(END_OF_IMAGE);
  return Buffer.concat(parts);
}

const END_OF_IMAGE = Uint8Array.of(0xff, 0xd9);

function spansOf({ height, rows }: Pick<Cut, "height" | "rows">): RowSpan[] {
  return Array.from({ length: Math.ceil(height / rows) }, (_, index) => ({
    top: index * rows,
    bottom: Math.min(height, (index + 1) * rows),
  }));
}

function isTouched(span: RowSpan, changed: readonly RowSpan[]): boolean {
  return changed.some(({ top, bottom }) => bottom > top && top < span.bottom && bottom > span.top);
}

function encodeRows(frame: Raster, { top, bottom }: RowSpan, settings: JpegSettings): Promise<Buffer> {
  const { width, channels, data } = frame;
  if (channels !== 3) throw new Error("a JPEG is made of opaque pixels");
  const rows = data.subarray(top * width * 3, bottom * width * 3);
  return sharp(rows, { raw: { width, height: bottom - top, channels } })
    .jpeg({ quality: settings.quality, chromaSubsampling: settings.chroma, optimiseCoding: false })
    .toBuffer();
}

const START_OF_FRAME = 0xc0;
const START_OF_SCAN = 0xda;
const RESTART_INTERVAL = 0xdd;

/** A baseline JPEG with one scan, cut where its coded data begins; the end marker is left off. */
function splitJpeg(jpeg: Buffer): { head: Buffer; scan: Buffer } {
  const { start, length } = segmentOf(jpeg, START_OF_SCAN);
  const from = start + 2 + length;
  return { head: jpeg.subarray(0, from), scan: jpeg.subarray(from, jpeg.length - 2) };
}

/** The head of a band as the head of the whole: its height, and how many blocks there are between restarts. */
function joinedHead(head: Buffer, { width, height, rows }: Cut, chroma: JpegSettings["chroma"]): Uint8Array {
  const patched = Buffer.from(head);
  patched.writeUInt16BE(height, segmentOf(patched, START_OF_FRAME).start + 5);
  const block = chroma === "4:2:0" ? 16 : 8;
  const interval = Buffer.from([0xff, RESTART_INTERVAL, 0, 4, 0, 0]);
  interval.writeUInt16BE(Math.ceil(width / block) * (rows / block), 4);
  const scan = segmentOf(patched, START_OF_SCAN).start;
  return Buffer.concat([patched.subarray(0, scan), interval, patched.subarray(scan)]);
}

/** A marker segment of the head: where its marker stands and how long it is after that. */
function segmentOf(jpeg: Buffer, marker: number): { start: number; length: number } {
  let at = 2;
  while (at + 4 <= jpeg.length && jpeg[at] === 0xff) {
    const length = jpeg.readUInt16BE(at + 2);
    if (jpeg[at + 1] === marker) return { start: at, length };
    at += 2 + length;
  }
  throw new Error(`expected marker ${marker.toString(16)} in the head of a JPEG`);
}
