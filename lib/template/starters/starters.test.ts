import { beforeAll, describe, expect, test } from "vitest";
import { createFontBook, type FontBook } from "@/lib/paint/font-book";
import { loadFonts } from "@/lib/paint/load-fonts";
import type { Painter } from "@/lib/paint/painter";
import { loadFontFile, nodePainter } from "@/lib/paint/testing/node-painter";
import { layoutText } from "@/lib/paint/text-layout";
import { checkDocument } from "../check-document";
import { placeholderKeys } from "../placeholders";
import { resolveDocument } from "../resolve-document";
import type { ResolvedLayer } from "../resolved";
import { type Document, documentSchema, type Layer } from "../schema";
import { walkLayers } from "../tree";
import { documentAtSize } from "../variants";
import { STARTER_CATEGORIES } from "./category";
import { STARTERS } from "./starters";

/** Smallest letters where the picture is shown, px. */
const READABLE = 11;
/** Room that apps may cut from each edge, as a share of the shorter side. */
const EDGE = 0.05;
const NOW = Date.UTC(2026, 10, 27);

const CASES = STARTERS.map(({ id, document }) => [id, document] as const);
/** And in each of their sizes. */
const SIZED = STARTERS.flatMap(({ id, document }) => [
  [id, documentAtSize(document, null)] as const,
  ...document.variants.map((size) => [`${id} as ${size.name}`, documentAtSize(document, size.id)] as const),
]);
const layersOf = (document: Document) => Array.from(walkLayers(document.layers), ({ layer }) => layer);
const saidBy = (layer: Layer) => (layer.type === "text" ? layer.runs.map(({ text }) => text).join("") : "");

/** The rows of a starter, and none: every field shows its fallback. */
function rowsOf({ samples }: Document): { name: string; values: Record<string, string> }[] {
  return [{ name: "no values", values: {} }, ...samples];
}

/** Layers that are not groups, placed on the canvas. Starters turn no group. */
function placed(layers: readonly ResolvedLayer[], x = 0, y = 0): Exclude<ResolvedLayer, { type: "group" }>[] {
  return layers.flatMap((layer) =>
    layer.type === "group"
      ? placed(layer.children, x + layer.x, y + layer.y)
      : [{ ...layer, x: x + layer.x, y: y + layer.y }],
  );
}

describe("the library", () => {
  test("has 26 starters, at least three of each category, in the order of categories", () => {
    expect(STARTERS).toHaveLength(26);
    const order = STARTER_CATEGORIES.map(({ id }) => id);
    for (const id of order) {
      expect(STARTERS.filter(({ category }) => category === id).length, id).toBeGreaterThanOrEqual(3);
    }
    const at = STARTERS.map(({ category }) => order.indexOf(category));
    expect(at).toEqual(at.toSorted((one, other) => one - other));
  });

  // Links of the demo, tests and people's scripts name them.
  test("names each one once, and keeps its ids", () => {
    expect(new Set(STARTERS.map(({ name }) => name)).size).toBe(STARTERS.length);
    expect(STARTERS.map(({ id }) => id).join(" ")).toBe(
      "abandoned-cart order-shipped welcome-mail review-request store-visit flash-sale webinar-invitation vip-pass " +
        "speaker-card course-certificate employee-award donation-thanks sales-follow-up demo-invitation " +
        "price-card account-review quote-card milestone-story fitness-progress loyalty-thank-you " +
        "birthday-coupon points-ring win-back-coupon welcome-offer customer-anniversary referral-card",
    );
  });

  test("has the sizes of mails, banners, squares, stories and paper, and every type of layer", () => {
    const sizes = new Set(STARTERS.map(({ document: { width, height } }) => `${width}x${height}`));
    for (const size of ["1200x628", "1200x400", "1080x1080", "1080x1920", "1754x1240", "1600x900"]) {
      expect(sizes, size).toContain(size);
    }
    const types = new Set(STARTERS.flatMap(({ document }) => layersOf(document).map(({ type }) => type)));
    expect([...types].sort()).toEqual(
      ["barcode", "chart", "countdown", "group", "image", "progress", "qr", "rating", "shape", "text"].sort(),
    );
  });
});

describe.each(CASES)("%s", (_id, document) => {
  test("is a sound document without anything to tell about it", () => {
    expect(documentSchema.safeParse(document).error).toBeUndefined();
    // Unused fields and samples that are none are problems too.
    expect(checkDocument(document)).toEqual([]);
  });

  test("says something for every field that stands in a text or in the alternative text", () => {
    const said = [document.alt, ...layersOf(document).map(saidBy)].flatMap(placeholderKeys);
    const bare = document.fields.filter(({ key, fallback }) => said.includes(key) && fallback === "");
    expect(bare.map(({ key }) => key)).toEqual([]);
    expect(placeholderKeys(document.alt).length).toBeGreaterThan(0);
    expect(resolveDocument(document, {}).document.alt).not.toMatch(/ [,.!?]|\{\{/);
  });

  test("has three to five whole rows of samples, one of which lacks something", () => {
    const { fields, samples } = document;
    const keys = fields.map(({ key }) => key).sort();
    expect(samples.length).toBeGreaterThanOrEqual(3);
    expect(samples.length).toBeLessThanOrEqual(5);
    for (const { name, values } of samples) expect(Object.keys(values).sort(), name).toEqual(keys);
    const [first, ...others] = samples;
    const blank = fields.filter(({ key, type }) => type !== "image" && first?.values[key] === "");
    expect(blank.map(({ key }) => key)).toEqual([]);
    expect(others.some(({ values }) => Object.values(values).includes(""))).toBe(true);
  });

  test("names its layers and fields for people", () => {
    const names = [...layersOf(document), ...document.fields.map(({ label }) => ({ name: label }))];
    expect(names.map(({ name }) => name).filter((name) => !/^\p{Lu}/u.test(name))).toEqual([]);
  });
});

describe("painted", () => {
  let painter: Painter;
  let book: FontBook;
  beforeAll(async () => {
    painter = await nodePainter();
    book = createFontBook(loadFontFile);
  });

  test.each(SIZED)(
    "%s shows every row: readable, inside its boxes, clear of the edges",
    async (_id, document) => {
      const least = (READABLE * document.width) / document.displayWidth;
      const edge = Math.min(document.width, document.height) * EDGE;
      const faults: string[] = [];
      for (const { name, values } of rowsOf(document)) {
        const resolved = resolveDocument(document, values, { now: NOW }).document;
        expect(await painter.paintDocument(resolved, () => null), name).toMatch(/^<svg/);
        for (const layer of placed(resolved.layers)) {
          const tell = (fault: string) => faults.push(`${name}: ${layer.id} ${fault}`);
          // Shapes are decoration, and so is the picture that stands in for none.
          if (layer.type === "shape" || layer.type === "image") continue;
          const { x, y, width, height } = layer;
          if (
            Math.min(x, y) < edge ||
            x + width > document.width - edge ||
            y + height > document.height - edge
          )
            tell("is at the edge");
          if (layer.type !== "text") continue;
          await loadFonts([layer], book);
          const { fontSize, overflows, truncated } = layoutText(layer, book);
          if (overflows) tell("leaves its box");
          if (truncated) tell("is cut short");
          if (fontSize < least) tell(`is ${fontSize} px, less than ${least} px`);
        }
      }
      expect(faults).toEqual([]);
    },
  );
});
