import sharp from "sharp";
import { expect, it } from "vitest";
import { noise } from "../testing/malformed-images";
import { allowSvgAlone } from "./draw-svg";

const SVG = Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>");

it("a child that draws SVG reads that, and the rasters that may lie inside one, from memory only", async () => {
  const files: Record<string, Buffer> = {};
  for (const format of ["png", "jpeg", "webp", "gif", "tiff"] as const) {
    files[format] = await noise(8, 8).toFormat(format).toBuffer();
  }
  // From here on this process reads what the child reads; each test file has a process of its own.
  allowSvgAlone();
  for (const input of [SVG, files.png, files.jpeg]) {
    expect(await sharp(input).metadata()).toMatchObject({ width: expect.any(Number) });
  }
  for (const input of [files.webp, files.gif, files.tiff, "lib/render/anything.svg"]) {
    await expect(sharp(input).metadata()).rejects.toThrow(/unsupported image format|missing/);
  }
});
