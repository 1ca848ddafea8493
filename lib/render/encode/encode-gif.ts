import { isLightEnough } from "../engine/output";
import { indexesOf, type Pixels, type Reduction } from "./gif-indexes";
import { lzwBlocks } from "./gif-lzw";
import { choosePalette } from "./gif-palette";

/** A picture that changes: its first frame whole, then what of it is another way, each for so many seconds. */
export type Moving = {
  width: number;
  height: number;
  /** RGB. */
  first: Uint8Array;
  seconds: number;
  /** In their order; each lies over what was shown before. `more`: other parts that change at the same time, far from it. */
  changes: readonly (Pixels & { seconds: number; more?: readonly Pixels[] })[];
  /** Frames that would follow, but for which there was no room. */
  left?: number;
};

export type EncodedGif = {
  bytes: Uint8Array;
  /** Frames that are in it: fewer than wanted only where nothing else keeps the budget. */
  frames: number;
  /** Which of `GIF_STEPS` it was written with. */
  step: number;
};

/** How a picture is written, best first; a later one weighs less. */
export const GIF_STEPS: readonly (Reduction & { colours: number })[] = [
  { colours: 255, dither: 14, tolerance: 0 },
  { colours: 255, dither: 0, tolerance: 3 },
  { colours: 160, dither: 0, tolerance: 8 },
  { colours: 96, dither: 0, tolerance: 14 },
  { colours: 64, dither: 0, tolerance: 22 },
  { colours: 40, dither: 0, tolerance: 32 },
  { colours: 24, dither: 0, tolerance: 44 },
  { colours: 12, dither: 0, tolerance: 60 },
];

/** The step of a picture so large that none is looked for. */
export const LARGE_GIF_STEP = 3;

/** The first of `GIF_STEPS` at which a picture keeps a budget in kB; the last where none does. */
export function lightStep(moving: Moving, kilobytes: number | null): number {
  return encodeGif(moving, kilobytes).step;
}

/** Frames whose colours are looked at besides the first: they differ in digits, whose colours are all alike. */
const SAMPLED = 4;

/**
 * Writes a GIF that plays once and stays on its last frame, with the best of `GIF_STEPS` that keeps a budget in kB,
 * from `from` on; at the last of them with as many frames as the budget holds.
 */
export function encodeGif(moving: Moving, kilobytes: number | null, from = 0): EncodedGif {
  const last = GIF_STEPS.length - 1;
  for (let step = Math.min(from, last); ; step += 1) {
    const written = writeGif(moving, GIF_STEPS[step] ?? GIF_STEPS[0] ?? FULL);
    const bytes = written.reduce((sum, part) => sum + part.length, 0) + END.length;
    if (isLightEnough(bytes, kilobytes)) return { ...joined(written), step };
    if (step === last) return { ...joined(withinBudget(written, kilobytes)), step };
  }
}

const FULL = { colours: 255, dither: 0, tolerance: 0 };

/** Header with the first frame, then each later frame. */
function writeGif(moving: Moving, { colours, ...reduction }: Reduction & { colours: number }): Uint8Array[] {
  const { width, height, first, changes } = moving;
  const samples = sampled(changes).flatMap(({ data, more = [] }) => [data, ...more.map((part) => part.data)]);
  const palette = choosePalette([first, ...samples], colours);
  const count = palette.colours.length / 3;
  // One more for what stays as it was.
  const bits = Math.max(2, Math.ceil(Math.log2(count + 1)));
  const clear = (1 << bits) - 1;
  const table = new Uint8Array(3 << bits);
  table.set(palette.colours);
  const whole = { left: 0, top: 0, width, height };
  const shown = {
    data: first.slice(),
    indexes: indexesOf({ ...whole, data: first }, palette, reduction),
    width,
  };
  const parts = [
    concat(header(width, height, bits), table, frame(whole, moving.seconds, shown.indexes, bits, null)),
  ];
  for (const change of changes) {
    const laid = [change, ...(change.more ?? [])].map((part) => {
      const indexes = indexesOf(part, palette, reduction);
      keepSame(shown, part, indexes, clear);
      return { ...part, indexes };
    });
    const { indexes, ...place } = oneFrame(laid, clear);
    parts.push(frame(place, change.seconds, indexes, bits, clear));
  }
  return parts;
}

function sampled<T>(changes: readonly T[]): T[] {
  const count = Math.min(SAMPLED, changes.length);
  return Array.from(
    { length: count },
    (_, index) => changes[Math.floor(((index + 1) * changes.length) / count) - 1],
  ).filter((change) => change !== undefined);
}

type Shown = { data: Uint8Array; indexes: Uint8Array; width: number };

/** Lets pixels through that are as they were, and remembers the others. */
function keepSame(
  shown: Shown,
  { left, top, width, height, data }: Pixels,
  indexes: Uint8Array,
  clear: number,
): void {
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0, to = (top + y) * shown.width + left; x < width; x += 1, at += 1, to += 1) {
      const [from, there] = [at * 3, to * 3];
      const isSame =
        data[from] === shown.data[there] &&
        data[from + 1] === shown.data[there + 1] &&
        data[from + 2] === shown.data[there + 2];
      const index = indexes[at] ?? 0;
      if (isSame || index === shown.indexes[to]) indexes[at] = clear;
      if (isSame) continue;
      shown.data[there] = data[from] ?? 0;
      shown.data[there + 1] = data[from + 1] ?? 0;
      shown.data[there + 2] = data[from + 2] ?? 0;
      shown.indexes[to] = index;
    }
  }
}

type Laid = Omit<Pixels, "data"> & { indexes: Uint8Array };

/** Parts of one moment as one frame, for each frame takes its time: what lies between them is let through. */
function oneFrame(parts: readonly Laid[], clear: number): Laid {
  const [only, ...others] = parts;
  if (only && others.length === 0) return only;
  const left = Math.min(...parts.map((part) => part.left));
  const top = Math.min(...parts.map((part) => part.top));
  const width = Math.max(...parts.map((part) => part.left + part.width)) - left;
  const height = Math.max(...parts.map((part) => part.top + part.height)) - top;
  const indexes = new Uint8Array(width * height).fill(clear);
  for (const part of parts) {
    for (let y = 0; y < part.height; y += 1) {
      const row = part.indexes.subarray(y * part.width, (y + 1) * part.width);
      indexes.set(row, (part.top - top + y) * width + part.left - left);
    }
  }
  return { left, top, width, height, indexes };
}

function header(width: number, height: number, bits: number): Uint8Array {
  const table = 0x80 | ((bits - 1) << 4) | (bits - 1);
  return Uint8Array.of(...Buffer.from("GIF89a"), ...short(width), ...short(height), table, 0, 0);
}

/** Longest time of a frame, in hundredths of a second. */
const LONGEST = 65_535;

/** What a frame is, where it lies and its pixels. It stays while the next one is laid over it. */
function frame(
  { left, top, width, height }: Omit<Pixels, "data">,
  seconds: number,
  indexes: Uint8Array,
  bits: number,
  clear: number | null,
): Uint8Array {
  const keep = (1 << 2) | (clear === null ? 0 : 1);
  const delay = Math.min(LONGEST, Math.round(seconds * 100));
  return concat(
    Uint8Array.of(0x21, 0xf9, 4, keep, ...short(delay), clear ?? 0, 0),
    Uint8Array.of(0x2c, ...short(left), ...short(top), ...short(width), ...short(height), 0),
    lzwBlocks(indexes, bits),
  );
}

const END = Uint8Array.of(0x3b);

/** As many frames as keep the budget, the first in any case. */
function withinBudget(parts: readonly Uint8Array[], kilobytes: number | null): Uint8Array[] {
  let bytes = END.length;
  return parts.filter((part, index) => {
    bytes += part.length;
    return index === 0 || isLightEnough(bytes, kilobytes);
  });
}

function joined(parts: readonly Uint8Array[]): Pick<EncodedGif, "bytes" | "frames"> {
  return { bytes: concat(...parts, END), frames: parts.length };
}

function short(value: number): [number, number] {
  return [value & 255, value >> 8];
}

function concat(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
