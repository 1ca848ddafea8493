import fc from "fast-check";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { decodeGif } from "../testing/decode-gif";
import { encodeGif, GIF_STEPS, type Moving } from "./encode-gif";
import { lzwBlocks } from "./gif-lzw";
import { choosePalette } from "./gif-palette";
import { pattern } from "./testing/patterns";

function rgb(width: number, height: number, of: (x: number, y: number) => readonly number[]): Uint8Array {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 3) data.set(of(x, y), at);
  }
  return data;
}

const still = (width: number, height: number, first: Uint8Array): Moving => ({
  width,
  height,
  first,
  seconds: 0,
  changes: [],
});

/** Repeats always alike, and looks like chance. */
function noise(seed: number) {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    return (state >> 16) & 255;
  };
}

/** The largest difference of a channel between RGBA and RGB pixels, and the mean one. */
function difference(rgba: Uint8Array, plain: Uint8Array): { most: number; mean: number } {
  let most = 0;
  let sum = 0;
  for (let from = 0, to = 0; from < plain.length; from += 3, to += 4) {
    for (let channel = 0; channel < 3; channel += 1) {
      const here = Math.abs((rgba[to + channel] ?? 0) - (plain[from + channel] ?? 0));
      most = Math.max(most, here);
      sum += here;
    }
  }
  return { most, mean: sum / plain.length };
}

describe("pictures of few colours come out as they are, for two decoders", () => {
  test.each([
    [1, 1],
    [1, 300],
    [333, 1],
    [601, 103],
    [1200, 628],
  ])("%d x %d", async (width, height) => {
    const data = rgb(width, height, (x, y) => [(x >> 4) % 2 ? 255 : 29, (y % 7) * 30, (x + y) % 3 ? 216 : 0]);
    const { bytes, frames } = encodeGif(still(width, height, data), null);
    expect(frames).toBe(1);
    const decoded = decodeGif(bytes);
    expect([decoded.width, decoded.height, decoded.loops]).toEqual([width, height, null]);
    expect(difference(decoded.frames[0]?.pixels ?? new Uint8Array(), data).most).toBe(0);
    const bySharp = await sharp(bytes).ensureAlpha().raw().toBuffer();
    expect(difference(bySharp, data).most).toBe(0);
  });
});

test("image data of any indexes reads back, at every size of code and past full tables", () => {
  const cases = fc.tuple(
    fc.integer({ min: 2, max: 8 }),
    fc.integer({ min: 1, max: 30_000 }),
    fc.nat(1_000),
    fc.nat(64),
  );
  fc.assert(
    fc.property(cases, ([bits, length, seed, runs]) => {
      const next = noise(seed);
      let value = 0;
      const indexes = Uint8Array.from({ length }, (_, at) => {
        if (at % (runs + 1) === 0) value = next() & ((1 << bits) - 1);
        return value;
      });
      const table = new Uint8Array(3 << bits).map((_, at) => (at % 3 === 0 ? at / 3 : 0));
      const short = (number: number) => [number & 255, number >> 8];
      const gif = Buffer.concat([
        Buffer.from("GIF89a"),
        Uint8Array.of(...short(length), 1, 0, 0x80 | (bits - 1), 0, 0),
        table,
        Uint8Array.of(0x2c, 0, 0, 0, 0, ...short(length), 1, 0, 0),
        lzwBlocks(indexes, bits),
        Uint8Array.of(0x3b),
      ]);
      const { frames } = decodeGif(gif);
      const read = Uint8Array.from({ length }, (_, at) => frames[0]?.pixels[at * 4] ?? 0);
      expect(Buffer.from(read).equals(Buffer.from(indexes))).toBe(true);
    }),
    { numRuns: 60 },
  );
});

describe("colours", () => {
  test("flat areas keep their very colours beside a photograph", () => {
    const next = noise(5);
    const brand = [29, 78, 216];
    const data = rgb(400, 300, (x) => (x < 100 ? brand : [next(), next(), next()]));
    const palette = choosePalette([data], 255);
    expect(palette.colours.length).toBeLessThanOrEqual(255 * 3);
    const index = palette.indexOf(29, 78, 216);
    expect([...palette.colours.subarray(index * 3, index * 3 + 3)]).toEqual(brand);
  });

  test("a gradient is close to what it was, and without bands", () => {
    const data = rgb(512, 100, (x, y) => [x >> 1, 120 + (y >> 1), 255 - (x >> 1)]);
    const { bytes, step } = encodeGif(still(512, 100, data), null);
    expect(step).toBe(0);
    expect(difference(decodeGif(bytes).frames[0]?.pixels ?? new Uint8Array(), data).mean).toBeLessThan(4);
  });
});

describe("what moves", () => {
  /** A field of noise in which a square of one colour stands elsewhere each second. */
  function moving(count: number, seconds = 1): { source: Moving; frames: Uint8Array[] } {
    const next = noise(9);
    const [width, height, side] = [320, 200, 40];
    const first = rgb(width, height, (x, y) => (x < 200 && y < 120 ? [20, 30, 40] : [next() >> 2, 90, 120]));
    const frames = [first];
    const changes = Array.from({ length: count - 1 }, (_, index) => {
      const data = rgb(side, side, (x, y) =>
        (x + y + index) % 5 === 0 ? [255, 255, 255] : [200, index * 4, 30],
      );
      const [left, top] = [(index * 7) % 100, (index * 3) % 60];
      const whole = (frames.at(-1) ?? first).slice();
      for (let y = 0; y < side; y += 1) {
        whole.set(data.subarray(y * side * 3, (y + 1) * side * 3), ((top + y) * width + left) * 3);
      }
      frames.push(whole);
      return { left, top, width: side, height: side, data, seconds };
    });
    return { source: { width, height, first, seconds, changes }, frames };
  }

  test("each frame is the picture of its moment; it plays once and keeps what was before", async () => {
    const { source, frames } = moving(60);
    const { bytes, ...rest } = encodeGif(source, null);
    expect(rest).toEqual({ frames: 60, step: 0 });
    const decoded = decodeGif(bytes);
    expect(decoded.loops).toBeNull();
    expect(decoded.frames.map(({ delay, disposal }) => `${delay} ${disposal}`)).toEqual(
      Array(60).fill("100 1"),
    );
    expect(decoded.frames[0]).toMatchObject({ x: 0, y: 0, width: 320, height: 200 });
    for (const [index, { pixels }] of decoded.frames.entries()) {
      expect(difference(pixels, frames[index] ?? new Uint8Array()).mean, String(index)).toBeLessThan(4);
    }
    // The second decoder puts frames below each other.
    const pages = await sharp(bytes, { animated: true }).ensureAlpha().raw().toBuffer();
    const size = 320 * 200 * 4;
    for (const [index, { pixels }] of decoded.frames.entries()) {
      expect(Buffer.compare(pages.subarray(index * size, (index + 1) * size), pixels), String(index)).toBe(0);
    }
  });

  test("what does not change is let through, so that it neither flickers nor weighs", () => {
    const { source } = moving(2);
    const { bytes } = encodeGif(source, null);
    const [one, two] = decodeGif(bytes).frames;
    let changed = 0;
    for (let at = 0; at < (one?.pixels.length ?? 0); at += 4) {
      if (one?.pixels.readUInt32LE(at) !== two?.pixels.readUInt32LE(at)) changed += 1;
    }
    expect(changed).toBeLessThanOrEqual(40 * 40);
    const same = {
      ...source,
      changes: [{ left: 0, top: 0, width: 320, height: 200, data: source.first, seconds: 1 }],
    };
    const idle =
      encodeGif(same, null).bytes.length - encodeGif({ ...source, changes: [] }, null).bytes.length;
    expect(idle).toBeLessThan(400);
  });

  test("gives up colours before frames, and frames only where nothing else is left", () => {
    const { source } = moving(60);
    const full = encodeGif(source, null).bytes.length;
    const budget = Math.round(full / 1_250);
    const lighter = encodeGif(source, budget);
    expect(lighter.bytes.length).toBeLessThanOrEqual(budget * 1_000);
    expect(lighter.frames).toBe(60);
    expect(lighter.step).toBeGreaterThan(0);
    const least = encodeGif(source, 5);
    expect(least.step).toBe(GIF_STEPS.length - 1);
    expect(least.frames).toBeLessThan(60);
    expect(decodeGif(least.bytes).frames).toHaveLength(least.frames);
  });

  test("parts that change far apart are one frame, the very same as all that lies between them", () => {
    const [width, height] = [320, 200];
    const first = rgb(width, height, (x, y) => (x + y < 260 ? [255, 255, 255] : [20, 90, 160]));
    const second = first.slice();
    const places = [
      { left: 3, top: 5, width: 20, height: 10 },
      { left: 280, top: 170, width: 30, height: 20 },
      { left: 100, top: 90, width: 8, height: 8 },
    ];
    const patches = places.map((place) => {
      const data = rgb(place.width, place.height, (x) => (x % 2 ? [255, 255, 255] : [200, 30, 30]));
      for (let y = 0; y < place.height; y += 1) {
        const row = data.subarray(y * place.width * 3, (y + 1) * place.width * 3);
        second.set(row, ((place.top + y) * width + place.left) * 3);
      }
      return { ...place, data };
    });
    const [main, ...more] = patches;
    if (!main) throw new Error("no patch");
    const whole = { left: 0, top: 0, width, height, data: second, seconds: 1 };
    const [apart, together] = [{ ...main, more, seconds: 1 }, whole].map((change) =>
      decodeGif(encodeGif({ width, height, first, seconds: 1, changes: [change] }, null).bytes),
    );
    expect(apart?.frames).toHaveLength(2);
    expect(apart?.frames[1]).toMatchObject({ x: 3, y: 5, width: 307, height: 185, delay: 100 });
    expect(difference(apart?.frames[1]?.pixels ?? new Uint8Array(), second).most).toBe(0);
    expect(
      Buffer.compare(apart?.frames[1]?.pixels ?? Buffer.of(), together?.frames[1]?.pixels ?? Buffer.of()),
    ).toBe(0);
  });

  test("equal pictures are equal bytes", () => {
    const [one, two] = [moving(20).source, moving(20).source];
    expect(Buffer.compare(encodeGif(one, 40).bytes, encodeGif(two, 40).bytes)).toBe(0);
  });
});

test("the picture of pure noise, the worst there is, keeps 500 kB in 1200 x 628", () => {
  const next = noise(3);
  const data = rgb(1200, 628, () => [next(), next(), next()]);
  const { bytes } = encodeGif(still(1200, 628, data), 500);
  expect(bytes.length).toBeLessThanOrEqual(500_000);
});

test("steps weigh less one by one", () => {
  const { data } = pattern(600, 400, 3);
  const weights = GIF_STEPS.map((_, step) => encodeGif(still(600, 400, data), null, step).bytes.length);
  expect(weights).toEqual(weights.toSorted((a, b) => b - a));
});
