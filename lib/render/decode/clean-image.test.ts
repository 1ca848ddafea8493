import sharp, { type Sharp } from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AppError } from "@/lib/errors";
import { bundleChildren } from "../testing/bundle-child";
import { malformedImages, noise, SMUGGLED } from "../testing/malformed-images";
import { childEntry } from "./child-entry";
import { type CleanImage, cleanImage } from "./clean-image";
import { createDecodePool, type DecodePool } from "./decode-pool";

let pool: DecodePool;
let child: Awaited<ReturnType<typeof bundleChildren>>;

beforeAll(async () => {
  child = await bundleChildren("decode-child");
  pool = createDecodePool({ entry: childEntry("decode-child", child.folder), size: 1 });
});

afterAll(async () => {
  pool.close();
  await child.remove();
});

const clean = (bytes: Uint8Array, maxSide?: number) => cleanImage(bytes, { pool, maxSide });

async function cleanSharp(picture: Sharp, maxSide?: number): Promise<CleanImage> {
  return clean(await picture.toBuffer(), maxSide);
}

async function sentenceFor(bytes: Uint8Array): Promise<string> {
  const error = await clean(bytes).catch((reason: unknown) => reason);
  if (!(error instanceof AppError)) throw new Error("expected a refusal");
  return `${error.code}: ${error.message}`;
}

/** The pixel at a place given as shares of width and height. */
async function pixelAt(bytes: Buffer, x: number, y: number): Promise<number[]> {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels;
  return Array.from(data.subarray(at, at + info.channels));
}

const RED = [255, 0, 0];
const GREEN = [0, 255, 0];
const BLUE = [0, 0, 255];
const WHITE = [255, 255, 255];

/** Red, green, blue, yellow, grey and brown that printing inks can reach. */
const PRINTABLE = [
  [237, 28, 36],
  [0, 166, 80],
  [46, 49, 146],
  [255, 242, 0],
  [128, 128, 128],
  [60, 40, 30],
] as const;

const WIDTH = 40;
const HEIGHT = 24;

/** Red and green above, blue and white below. */
function upright(x: number, y: number): number[] {
  if (y < HEIGHT / 2) return x < WIDTH / 2 ? RED : GREEN;
  return x < WIDTH / 2 ? BLUE : WHITE;
}

/** Where a stored pixel is shown, by EXIF orientation (EXIF 2.32, 4.6.4 A). */
const SHOWN: Record<number, (x: number, y: number) => [number, number]> = {
  1: (x, y) => [x, y],
  2: (x, y) => [WIDTH - 1 - x, y],
  3: (x, y) => [WIDTH - 1 - x, HEIGHT - 1 - y],
  4: (x, y) => [x, HEIGHT - 1 - y],
  5: (x, y) => [y, x],
  6: (x, y) => [WIDTH - 1 - y, x],
  7: (x, y) => [WIDTH - 1 - y, HEIGHT - 1 - x],
  8: (x, y) => [y, HEIGHT - 1 - x],
};

function storedAs(orientation: number): Sharp {
  const [width, height] = orientation < 5 ? [WIDTH, HEIGHT] : [HEIGHT, WIDTH];
  const pixels: number[] = [];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) pixels.push(...upright(...(SHOWN[orientation]?.(x, y) ?? [x, y])));
  }
  return sharp(Buffer.from(pixels), { raw: { width, height, channels: 3 } });
}

async function expectUpright(bytes: Buffer, tolerance: number): Promise<void> {
  for (const [x, y] of [
    [0.25, 0.25],
    [0.75, 0.25],
    [0.25, 0.75],
    [0.75, 0.75],
  ] as const) {
    const expected = upright(x * WIDTH, y * HEIGHT);
    const found = await pixelAt(bytes, x, y);
    for (const [channel, value] of expected.entries()) {
      expect(Math.abs((found[channel] ?? -1) - value), `${x},${y} is ${found}`).toBeLessThanOrEqual(
        tolerance,
      );
    }
  }
}

const MALFORMED = await malformedImages();

describe("malformed images", () => {
  for (const { id, what, bytes, expected } of MALFORMED) {
    it(`${id} ${what}: ${expected}`, async () => {
      const before = process.memoryUsage().rss;
      const outcome = await clean(bytes).then(
        () => "picture",
        (error: AppError) => error.code,
      );
      expect(outcome).toBe(expected);
      expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
    });
  }

  it("leave the decoder working", async () => {
    expect(await cleanSharp(noise(8, 8).png())).toMatchObject({ width: 8, height: 8 });
  });
});

describe("what stays of a picture", () => {
  it("I16, I34 nothing but pixels", async () => {
    for (const { id, bytes, expected } of MALFORMED) {
      if (expected !== "picture") continue;
      const { bytes: cleaned } = await clean(bytes);
      const { exif, icc, xmp, iptc, comments, orientation, pages } = await sharp(cleaned).metadata();
      expect({ exif, icc, xmp, iptc, comments, orientation, pages }, id).toEqual({});
      for (const trace of [SMUGGLED, "Zxq7Canary", "PK\x03\x04", "Comment"])
        expect(cleaned.includes(trace), id).toBe(false);
      expect(cleaned.length, id).toBeLessThan(100_000);
    }
  });

  it("I17 its format is what its bytes say", async () => {
    const contentTypes = [];
    for (const format of ["png", "jpeg", "webp", "gif"] as const) {
      contentTypes.push((await cleanSharp(noise(20, 10).toFormat(format))).contentType);
    }
    expect(contentTypes).toEqual(["image/png", "image/jpeg", "image/jpeg", "image/png"]);
  });

  it("I28 it stands upright, whatever way it was stored", async () => {
    for (let orientation = 1; orientation <= 8; orientation += 1) {
      const picture = storedAs(orientation).jpeg({ quality: 100 }).withMetadata({ orientation });
      const cleaned = await cleanSharp(picture);
      expect([cleaned.width, cleaned.height], `orientation ${orientation}`).toEqual([WIDTH, HEIGHT]);
      await expectUpright(cleaned.bytes, 12);
    }
  });

  it("I27 CMYK becomes the RGB that it looks like", async () => {
    for (const [r, g, b] of PRINTABLE) {
      const patch = sharp({ create: { width: 16, height: 16, channels: 3, background: { r, g, b } } });
      const cmyk = await patch.toColourspace("cmyk").jpeg({ quality: 100 }).toBuffer();
      expect((await sharp(cmyk).metadata()).space).toBe("cmyk");
      const cleaned = await clean(cmyk);
      expect((await sharp(cleaned.bytes).metadata()).space).toBe("srgb");
      const found = await pixelAt(cleaned.bytes, 0.5, 0.5);
      const off = [r, g, b].map((value, channel) => Math.abs((found[channel] ?? 999) - value));
      expect(Math.max(...off), `${[r, g, b]} became ${found}`).toBeLessThan(40);
    }
  });

  it("I29 16 bits become 8, wide gamuts sRGB", async () => {
    const deep = await storedAs(1).toColourspace("rgb16").png().toBuffer();
    expect((await sharp(deep).metadata()).depth).toBe("ushort");
    const cleaned = await clean(deep);
    expect((await sharp(cleaned.bytes).metadata()).depth).toBe("uchar");
    await expectUpright(cleaned.bytes, 0);
    const wide = await cleanSharp(storedAs(1).withIccProfile("p3").png());
    await expectUpright(wide.bytes, 4);
  });

  it("only the first frame moves in", async () => {
    const frames = Buffer.concat([Buffer.alloc(300, 255), Buffer.alloc(300, 0)]);
    for (const format of ["gif", "webp"] as const) {
      const moving = sharp(frames, { raw: { width: 10, height: 20, channels: 3, pageHeight: 10 } });
      const bytes = await moving.toFormat(format, { lossless: true }).toBuffer();
      expect((await sharp(bytes).metadata()).pages, format).toBe(2);
      const cleaned = await clean(bytes);
      expect([cleaned.width, cleaned.height], format).toEqual([10, 10]);
      expect((await pixelAt(cleaned.bytes, 0.5, 0.5)).slice(0, 3), format).toEqual(WHITE);
    }
  });

  it("it fits the longest side and is never enlarged", async () => {
    expect(await cleanSharp(noise(600, 200).jpeg(), 300)).toMatchObject({ width: 300, height: 100 });
    expect(await cleanSharp(noise(30, 900).jpeg(), 300)).toMatchObject({ width: 10, height: 300 });
    expect(await cleanSharp(noise(30, 20).jpeg(), 300)).toMatchObject({ width: 30, height: 20 });
    expect(await cleanSharp(noise(2500, 10).jpeg())).toMatchObject({ width: 2400 });
  });

  it("it comes no larger than its box needs, and no smaller where it has that much", async () => {
    const sizeOf = async (width: number, height: number, cover: number, maxSide = 2400) => {
      const cleaned = await cleanImage(await noise(width, height).jpeg().toBuffer(), {
        pool,
        cover,
        maxSide,
      });
      return [cleaned.width, cleaned.height];
    };
    expect(await sizeOf(600, 200, 100)).toEqual([300, 100]);
    expect(await sizeOf(200, 600, 100)).toEqual([100, 300]);
    expect(await sizeOf(90, 60, 100)).toEqual([90, 60]);
    expect(await sizeOf(3000, 100, 50, 400)).toEqual([400, 13]);
  });

  it("transparency and small graphics stay lossless, photographs do not", async () => {
    const flat = (alpha: number, width = 1200) =>
      sharp({ create: { width, height: 900, channels: 4, background: { r: 200, g: 30, b: 90, alpha } } });
    const typeOf = async (picture: Sharp) => (await cleanSharp(picture)).contentType;
    expect(await typeOf(flat(0.5).png())).toBe("image/png");
    expect(await typeOf(flat(0.5).webp())).toBe("image/png");
    expect(await typeOf(flat(1).png())).toBe("image/jpeg");
    expect(await typeOf(flat(1, 300).png())).toBe("image/png");
    expect(await typeOf(flat(1, 300).webp())).toBe("image/jpeg");
    expect(await typeOf(storedAs(1).greyscale().png())).toBe("image/png");
    const { bytes } = await cleanSharp(flat(0.5, 30).png());
    expect(await pixelAt(bytes, 0.5, 0.5)).toEqual([200, 30, 90, 128]);
  });
});

describe("sentences", () => {
  it("say what was expected and what came", async () => {
    expect(await sentenceFor(Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"))).toBe(
      "unsupported_type: An SVG can be uploaded, but not linked to.",
    );
    expect(await sentenceFor(Buffer.alloc(18_200_000))).toBe(
      "too_large: This file is 18.2 MB; the limit is 10 MB.",
    );
    expect(await sentenceFor(Buffer.alloc(10_000_001))).toBe(
      "too_large: This file is 10.1 MB; the limit is 10 MB.",
    );
    expect(await sentenceFor(Buffer.alloc(0))).toBe(
      "invalid: This file is empty; upload a PNG, JPEG, WebP, GIF or SVG.",
    );
    expect(await sentenceFor(Buffer.from("{}"))).toBe(
      "unsupported_type: This file is not a picture we can read; upload a PNG, JPEG, WebP, GIF or SVG.",
    );
    expect(await sentenceFor(Buffer.from("\xff\xd8\xff\xd9", "latin1"))).toBe(
      "invalid: This JPEG is broken and cannot be read; save it again or choose another file.",
    );
    const bomb = MALFORMED.find(({ id }) => id === "I13");
    expect(await sentenceFor(bomb?.bytes ?? Buffer.alloc(0))).toBe(
      "invalid: This picture is 20000 × 20000 pixels; the limit is 40 million pixels. Make it smaller and upload it again.",
    );
  });
});
