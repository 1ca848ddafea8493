import { constants, crc32, deflateRaw, deflateRawSync, type ZlibOptions } from "node:zlib";
import { adler32, joinAdler32 } from "./adler";
import { bestFilter, type Filter, filterRows } from "./png-filter";
import type { Raster, RowSpan } from "./raster";

/**
 * A picture as a PNG in bands of rows that can be replaced one by one. Each band is deflated by itself and ends
 * on a byte (RFC 1951, a full flush), so their bytes may be joined in any mixture; the checksum of the whole is
 * computed from those of the parts. Plain data over shared memory: it travels between threads without a copy.
 */
export type PngBands = {
  width: number;
  height: number;
  channels: 3 | 4;
  /** Rows of each band but the last, which may have fewer. */
  rows: number;
  bands: Band[];
  /** The chunks of all bands, end to end. */
  chunks: Uint8Array;
};

type Band = {
  /** Where its chunk ends in `chunks`; it begins where the one before ends. */
  end: number;
  adler: number;
  filter: Filter;
  strategy: Strategy;
};

/**
 * How deflate looks for repetition: everywhere, only for runs of one byte, or not at all, which leaves short codes for
 * frequent bytes. Noise, and photographs hold much of it, repeats nothing.
 */
type Strategy = "matches" | "runs" | "codes";

/** Levels set how hard zlib looks for matches. For the others the higher one is quicker: it fills larger blocks. */
const STRATEGIES: Record<Strategy, { strategy: number; level: number }> = {
  matches: { strategy: constants.Z_DEFAULT_STRATEGY, level: 2 },
  runs: { strategy: constants.Z_RLE, level: 6 },
  codes: { strategy: constants.Z_HUFFMAN_ONLY, level: 6 },
};

/** Static bands are deflated once a version, changed ones for every picture. */
const LEVEL_ONCE = 6;

/** Bytes of pixels in a band: what is written anew around a small change, against what flushes cost. */
const BAND_BYTES = 32 * 1024;

/** How much more weight the quicker ways are worth: they take about a third and half of the time. */
const WORTH = { codes: 1.03, runs: 1.015 };

/** Cuts a picture into bands and deflates each in the way that suits it. */
export function compilePngBands(raster: Raster): PngBands {
  const { width, height, channels } = raster;
  const rows = Math.max(8, Math.round(BAND_BYTES / (width * channels)));
  const parts: Uint8Array[] = [];
  const bands: Band[] = [];
  let end = 0;
  for (let top = 0; top < height; top += rows) {
    const span = { top, bottom: Math.min(height, top + rows) };
    const filter = bestFilter(raster, span);
    const filtered = filterRows(raster, span, filter);
    const ways = {
      matches: deflateOnce(filtered, "matches"),
      runs: deflateOnce(filtered, "runs"),
      codes: deflateOnce(filtered, "codes"),
    };
    const lightest = [ways.runs, ways.codes].reduce(lighter, ways.matches);
    const chunk = chunkOf("IDAT", lightest);
    const strategy = quickestWay(ways, lightest.length);
    parts.push(chunk);
    end += chunk.length;
    bands.push({ end, adler: adler32(filtered), filter, strategy });
  }
  const chunks = new Uint8Array(new SharedArrayBuffer(end));
  let start = 0;
  for (const part of parts) {
    chunks.set(part, start);
    start += part.length;
  }
  return { width, height, channels, rows, bands, chunks };
}

/** Bands deflated in one go at most: fewer begin anew, more cannot be done side by side. */
const BANDS_AT_ONCE = 10;

/**
 * The PNG of a frame that differs from the compiled picture only in the rows of `changed`: bands they touch are
 * deflated anew, neighbours together, and all others are taken as they are.
 */
export async function encodePngBands(
  compiled: PngBands,
  frame: Raster,
  changed: readonly RowSpan[],
): Promise<Buffer> {
  const { width, height, channels, rows, bands, chunks } = compiled;
  const stride = width * channels + 1;
  const parts: (Uint8Array | Promise<Uint8Array>)[] = [
    SIGNATURE,
    headerOf(width, height, channels),
    STREAM_HEADER,
  ];
  let adler = 1;
  for (const { first, last, dirty } of runsOf(compiled, changed)) {
    const span = { top: first * rows, bottom: Math.min(height, (last + 1) * rows) };
    const { filter, strategy } = bands[first] ?? WHOLE;
    if (dirty) {
      const filtered = filterRows(frame, span, filter);
      parts.push(deflateAside(filtered, strategy).then((bytes) => chunkOf("IDAT", bytes)));
      adler = joinAdler32(adler, adler32(filtered), filtered.length);
    } else {
      parts.push(chunks.subarray(bands[first - 1]?.end ?? 0, bands[last]?.end));
      for (const [index, band] of bands.slice(first, last + 1).entries()) {
        const top = (first + index) * rows;
        adler = joinAdler32(adler, band.adler, (Math.min(height, top + rows) - top) * stride);
      }
    }
  }
  parts.push(streamEnd(adler), END);
  return Buffer.concat(await Promise.all(parts));
}

/** Neighbouring bands that are treated alike: taken as they are, or deflated together in the same way. */
type Run = { first: number; last: number; dirty: boolean };

function runsOf({ height, rows, bands }: PngBands, changed: readonly RowSpan[]): Run[] {
  const runs: Run[] = [];
  for (const [index, { filter, strategy }] of bands.entries()) {
    const span = { top: index * rows, bottom: Math.min(height, (index + 1) * rows) };
    const dirty = changed.some(({ top, bottom }) => top < span.bottom && bottom > span.top && bottom > top);
    const run = runs.at(-1);
    const before = bands[index - 1];
    const alike = !dirty || (before?.filter === filter && before.strategy === strategy);
    const hasRoom = !dirty || (run !== undefined && run.last - run.first + 1 < BANDS_AT_ONCE);
    if (run?.dirty === dirty && alike && hasRoom) run.last = index;
    else runs.push({ first: index, last: index, dirty });
  }
  return runs;
}

/** How a band is written that was never looked at. */
const WHOLE = { filter: "up", strategy: "matches" } as const;

/** Deflates outside of this thread. */
function deflateAside(bytes: Uint8Array, strategy: Strategy): Promise<Buffer> {
  return new Promise((done, fail) => {
    deflateRaw(bytes, deflateOptions(bytes, STRATEGIES[strategy]), (error, deflated) =>
      error ? fail(error) : done(deflated),
    );
  });
}

function deflateOnce(bytes: Uint8Array, strategy: Strategy): Buffer {
  return deflateRawSync(bytes, deflateOptions(bytes, { ...STRATEGIES[strategy], level: LEVEL_ONCE }));
}

function deflateOptions(
  bytes: Uint8Array,
  { strategy, level }: { strategy: number; level: number },
): ZlibOptions {
  // In one piece: each further one is a way to another thread and back.
  const chunkSize = bytes.length + 1024;
  return { level, memLevel: 9, strategy, chunkSize, finishFlush: constants.Z_FULL_FLUSH };
}

function lighter(one: Buffer, other: Buffer): Buffer {
  return other.length < one.length ? other : one;
}

function quickestWay(ways: Record<Strategy, Buffer>, lightest: number): Strategy {
  if (ways.codes.length <= lightest * WORTH.codes) return "codes";
  return ways.runs.length <= lightest * WORTH.runs ? "runs" : "matches";
}

const SIGNATURE = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");

/** zlib's two bytes before the bands: deflate, 32 kB window (RFC 1950, 2.2). */
const STREAM_HEADER = chunkOf("IDAT", Uint8Array.of(0x78, 0x01));
const END = chunkOf("IEND", new Uint8Array(0));

const COLOUR_TYPES = { 3: 2, 4: 6 } as const;

function headerOf(width: number, height: number, channels: 3 | 4): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data[8] = 8;
  data[9] = COLOUR_TYPES[channels];
  return chunkOf("IHDR", data);
}

/** What ends the stream: an empty last block with fixed codes (RFC 1951, 3.2.3), then the checksum. */
function streamEnd(adler: number): Buffer {
  const data = Buffer.alloc(6);
  data[0] = 0x03;
  data.writeUInt32BE(adler, 2);
  return chunkOf("IDAT", data);
}

function chunkOf(type: string, data: Uint8Array): Buffer {
  const chunk = Buffer.allocUnsafe(data.length + 12);
  chunk.writeUInt32BE(data.length, 0);
  chunk.write(type, 4, "latin1");
  chunk.set(data, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, data.length + 8)), data.length + 8);
  return chunk;
}
