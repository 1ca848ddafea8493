import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { noise } from "../testing/malformed-images";
import { decodeImage, restrictDecoders } from "./decode-image";

const SVG = Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>");
const files: Record<string, Buffer> = {};
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "decode-image-"));
  await noise(8, 8).png().toFile(join(folder, "a.png"));
  for (const format of ["png", "jpeg", "webp", "gif", "tiff", "avif"] as const) {
    files[format] = await noise(8, 8).toFormat(format).toBuffer();
  }
  // From here on this process reads what the child reads; each test file has a process of its own.
  restrictDecoders();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe("restrictDecoders", () => {
  it("leaves four formats, from memory only", async () => {
    for (const format of ["png", "jpeg", "webp", "gif"]) {
      expect((await sharp(files[format]).metadata()).format).toBe(format);
    }
    for (const input of [files.tiff, files.avif, SVG, join(folder, "a.png")]) {
      await expect(sharp(input).metadata()).rejects.toThrow(/unsupported image format/);
    }
  });
});

describe("decodeImage", () => {
  it("reads nothing under another format's name", async () => {
    const bytes = files.webp ?? Buffer.alloc(0);
    expect(await decodeImage({ bytes, format: "webp", maxSide: 100 })).toMatchObject({ kind: "picture" });
    expect(await decodeImage({ bytes, format: "png", maxSide: 100 })).toEqual({ kind: "broken" });
  });
});
