import { readFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";
import { rasterSvg } from "@/lib/render/compile/raster-svg";
import { GOLDEN_CELLS, type GoldenCell, goldenSheet } from "./testing/golden-sheet";
import { nodePainter } from "./testing/node-painter";

const GOLDEN = join(import.meta.dirname, "testing", "golden", "names.png");

/** A channel that differs by more than this, of 255, makes a pixel differ. */
const THRESHOLD = 32;
/** Pixels of one name that may differ: other processors round edges differently, a wrong mark moves more. */
const MOST = 4;

type Picture = { width: number; height: number; data: Uint8Array };

let golden: Picture;

async function painted(cells: readonly GoldenCell[]): Promise<Picture> {
  const painter = await nodePainter();
  const document = goldenSheet(cells);
  await painter.prepare(document);
  return rasterSvg(await painter.paintDocument(document, () => null), true);
}

async function readPicture(file: string): Promise<Picture> {
  const { data, info } = await sharp(await readFile(file))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

/** Names that look different in two pictures of the sheet, the picture `b` moved right by `shift` px. */
function different(a: Picture, b: Picture, shift = 0): string[] {
  expect([a.width, a.height]).toEqual([b.width, b.height]);
  return GOLDEN_CELLS.filter(({ layer }) => {
    let off = 0;
    for (let y = layer.y; y < layer.y + layer.height; y += 1) {
      for (let x = layer.x + shift; x < layer.x + layer.width; x += 1) {
        const at = (y * a.width + x) * 3;
        const from = at - shift * 3;
        const differs = [0, 1, 2].some(
          (channel) => Math.abs((a.data[at + channel] ?? 0) - (b.data[from + channel] ?? 0)) > THRESHOLD,
        );
        if (differs) off += 1;
      }
    }
    return off > MOST;
  }).map(({ name, layer }) => `${layer.id} ${name}`);
}

beforeAll(async () => {
  if (process.env.RENEW_GOLDEN) {
    const { width, height, data } = await painted(GOLDEN_CELLS);
    await sharp(data, { raw: { width, height, channels: 3 } })
      .png({ compressionLevel: 9, adaptiveFiltering: true })
      .toFile(GOLDEN);
  }
  golden = await readPicture(GOLDEN);
});

test("names of fifteen scripts and emoji look as they did when people last looked at them", async () => {
  expect(different(await painted(GOLDEN_CELLS), golden)).toEqual([]);
});

test("the comparison sees a wrong mark, a wrong letter and a shift of one pixel in every name", async () => {
  const sheet = await painted(GOLDEN_CELLS);
  expect(different(sheet, golden, 1)).toHaveLength(GOLDEN_CELLS.length);
  const wrong: [id: string, right: string, wrong: string][] = [
    ["latin-400-3", "Ș", "Ş"],
    ["latin-700-0", "ễ", "ể"],
    ["cyrillic-400-0", "ё", "е"],
    ["arabic-400-3", "\u200c", ""],
    ["hebrew-700-2", "שֶׁ", "שֶׂ"],
    ["devanagari-400-1", "क्षि", "क\u094d\u200cषि"],
    ["thai-400-2", "น้", "น"],
    ["traditional-400-3", "骨", "\u9aa9"],
    ["emoji-700-0", "🏽", "🏾"],
  ];
  const changed = GOLDEN_CELLS.map((cell) => {
    const [, from = "", to = ""] = wrong.find(([id]) => id === cell.layer.id) ?? [];
    return { ...cell, layer: { ...cell.layer, runs: [{ text: cell.name.replace(from, to), style: {} }] } };
  });
  expect(different(await painted(changed), golden)).toHaveLength(wrong.length);
});
