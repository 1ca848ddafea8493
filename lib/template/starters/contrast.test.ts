import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";
import { createFontBook, type FontBook } from "@/lib/paint/font-book";
import { loadFonts } from "@/lib/paint/load-fonts";
import type { Painter } from "@/lib/paint/painter";
import { loadFontFile, nodePainter } from "@/lib/paint/testing/node-painter";
import { layoutText } from "@/lib/paint/text-layout";
import { contrast } from "../contrast";
import type { TextLayer } from "../layers/text";
import { resolveDocument } from "../resolve-document";
import type { ResolvedLayer } from "../resolved";
import type { Document } from "../schema";
import { STARTERS } from "./starters";

/** Colours that are looked at under a text. */
const GRID = { width: 24, height: 12 };

/** What is under texts is large: it is painted small, in pixels to a px. */
const SCALE = 0.4;

let painter: Painter;
let book: FontBook;
beforeAll(async () => {
  painter = await nodePainter();
  book = createFontBook(loadFontFile);
});

function textsOf(layers: readonly ResolvedLayer[], x = 0, y = 0): TextLayer[] {
  return layers.flatMap((layer) => {
    const here = { x: x + layer.x, y: y + layer.y };
    if (layer.type === "group") return textsOf(layer.children, here.x, here.y);
    return layer.type === "text" ? [{ ...layer, ...here }] : [];
  });
}

function withoutTexts(layers: readonly ResolvedLayer[]): ResolvedLayer[] {
  return layers.flatMap((layer): ResolvedLayer[] => {
    if (layer.type === "text") return [];
    return layer.type === "group" ? [{ ...layer, children: withoutTexts(layer.children) }] : [layer];
  });
}

/** What WCAG 2.2, 1.4.3, asks of letters of this size, px where they are shown. */
function enough(size: number, weight: number): number {
  return size >= 24 || (size >= 18.66 && weight >= 700) ? 3 : 4.5;
}

async function faultsOf(document: Document): Promise<string[]> {
  const resolved = resolveDocument(document, document.samples[0]?.values ?? {}, { now: 0 }).document;
  const ground = { ...resolved, layers: withoutTexts(resolved.layers) };
  const [width, height] = [Math.round(document.width * SCALE), Math.round(document.height * SCALE)];
  const svg = await painter.paintDocument(ground, () => null);
  const small = svg.replace(/width="\d+" height="\d+"/, `width="${width}" height="${height}"`);
  const picture = await sharp(Buffer.from(small))
    .flatten({ background: "#ffffff" })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(picture.info).toMatchObject({ width, height });
  const raw = { width, height, channels: 3 } as const;
  const faults: string[] = [];
  for (const text of textsOf(resolved.layers)) {
    await loadFonts([text], book);
    const { lines, scale, ...inked } = layoutText(text, book);
    const under = await sharp(picture.data, { raw })
      .extract({
        left: Math.floor((text.x + Math.min(...lines.map(({ x }) => x))) * SCALE),
        top: Math.floor((text.y + (lines[0]?.top ?? 0)) * SCALE),
        width: Math.ceil(inked.width * SCALE),
        height: Math.ceil(inked.height * SCALE),
      })
      .resize({ ...GRID, fit: "fill" })
      .raw()
      .toBuffer();
    for (const { style } of text.runs) {
      const { color, fontSize, fontWeight } = { ...text.style, ...style };
      const shownSize = (fontSize * scale * document.displayWidth) / document.width;
      const least = Math.min(...coloursIn(under).map((below) => contrast(color, [below]) ?? 0));
      if (least < enough(shownSize, fontWeight)) faults.push(`${text.name}: ${least.toFixed(2)} to 1`);
    }
  }
  return faults;
}

function coloursIn(rgb: Buffer): string[] {
  const hex = rgb.toString("hex");
  return Array.from({ length: rgb.length / 3 }, (_, at) => `#${hex.slice(at * 6, at * 6 + 6)}`);
}

test.each(STARTERS.map(({ id, document }) => [id, document] as const))(
  "every text of %s stands out from what is under it",
  async (_id, document) => {
    expect(await faultsOf(document)).toEqual([]);
  },
);
