import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createFontBook } from "./font-book";
import type { FontFamily } from "./font-catalogue";

const BYTES = readFile(join(import.meta.dirname, "../../public/fonts/bebas-neue/400.ttf"));

function uploaded(index: number): FontFamily {
  const family = `f_${index}`;
  const face = { family, weight: 400, italic: false, file: `/user-fonts/w/${index}` };
  return { family, label: "Acme", category: "sans", faces: [face] };
}

test("uploaded fonts that are not used stay open only up to a number, those of the catalogue always", async () => {
  const book = createFontBook(() => BYTES);
  await book.load(["/fonts/inter/400.ttf"]);
  for (let index = 0; index < 200; index += 1) {
    book.addFamilies([uploaded(index)]);
    await book.load([`/user-fonts/w/${index}`]);
    expect(book.isLoaded(`/user-fonts/w/${index}`)).toBe(true);
    expect(book.chooseFace(`f_${index}`, 400, false).file).toBe(`/user-fonts/w/${index}`);
  }
  const open = Array.from({ length: 200 }, (_, index) => `/user-fonts/w/${index}`).filter(book.isLoaded);
  expect(open.length).toBeLessThanOrEqual(62);
  expect(book.isLoaded("/fonts/inter/400.ttf")).toBe(true);
});

test("large ones stay open only up to their bytes", async () => {
  const large = new Uint8Array(20_000_000);
  large.set(await BYTES);
  const book = createFontBook(async () => large);
  for (let index = 0; index < 12; index += 1) {
    book.addFamilies([uploaded(index)]);
    await book.load([`/user-fonts/w/${index}`]);
    const open = Array.from({ length: 12 }, (_, each) => `/user-fonts/w/${each}`).filter(book.isLoaded);
    expect(open.length).toBeLessThanOrEqual(4);
    expect(open).toContain(`/user-fonts/w/${index}`);
  }
});

test("a document may use more uploaded fonts than stay open unused", async () => {
  const book = createFontBook(() => BYTES);
  const families = Array.from({ length: 100 }, (_, index) => uploaded(index));
  book.addFamilies(families);
  const files = families.flatMap(({ faces }) => faces.map(({ file }) => file));
  await book.load(files);
  book.addFamilies(families);
  expect(files.every(book.isLoaded)).toBe(true);
  expect(book.chooseFace("f_7", 400, false).file).toBe("/user-fonts/w/7");
});
