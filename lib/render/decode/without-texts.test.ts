import sharp from "sharp";
import { expect, test } from "vitest";
import { buildPng, pngChunk } from "../testing/png-builder";
import { withoutTexts } from "./without-texts";

const plain = buildPng({ width: 8, height: 6 });

test("texts go, everything else stays as it is, byte for byte", () => {
  const extra = ["tEXt", "zTXt", "iTXt"].map((type) => pngChunk(type, Buffer.from("Comment\0words")));
  const known = pngChunk("pHYs", Buffer.from([0, 0, 11, 19, 0, 0, 11, 19, 1]));
  const told = buildPng({ width: 8, height: 6, extra: [...extra, known] });
  expect(Buffer.from(withoutTexts(told)).equals(buildPng({ width: 8, height: 6, extra: [known] }))).toBe(
    true,
  );
  expect(Buffer.from(withoutTexts(plain)).equals(plain)).toBe(true);
});

test.each([
  ["a file that is no PNG", Buffer.from("GIF89a and more")],
  ["nothing", Buffer.alloc(0)],
  ["a PNG that ends early", plain.subarray(0, plain.length - 20)],
  [
    "a PNG whose chunk claims more than there is",
    Buffer.concat([plain.subarray(0, 8), Buffer.alloc(12, 0xff)]),
  ],
  ["a PNG with more behind its end", Buffer.concat([plain, Buffer.from("PK\x03\x04")])],
])("%s is left as it is", (_name, bytes) => {
  expect(Buffer.from(withoutTexts(bytes)).equals(bytes)).toBe(true);
});

test("what is left is still a picture", async () => {
  const told = buildPng({ width: 8, height: 6, extra: [pngChunk("tEXt", Buffer.from("Comment\0words"))] });
  expect(await sharp(withoutTexts(told)).metadata()).toMatchObject({ format: "png", width: 8, height: 6 });
});
