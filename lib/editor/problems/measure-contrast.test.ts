import { beforeAll, describe, expect, test } from "vitest";
import { channelsOf, contrastOf } from "@/lib/template/contrast";
import { createDocument } from "@/lib/template/create-document";
import type { TextLayer } from "@/lib/template/layers/text";
import type { Document, Layer } from "@/lib/template/schema";
import { group, image, linear, shape, solid, text } from "@/lib/template/starters/build";
import { createMemory, type Eyes } from "./eyes";
import { situationOf } from "./judged-rows";
import { measureContrast, type Stand } from "./measure-contrast";
import { WITHOUT_REST } from "./pace";
import { flatPicture, nodeEyes } from "./testing/node-eyes";

let eyes: Eyes & { rasters: () => number };
beforeAll(async () => {
  eyes = await nodeEyes({
    ast_light00001: await flatPicture(400, 200, "#fafafa"),
    ast_halves0001: await flatPicture(400, 200, "#000000", "#ffffff"),
  });
});

const BOX = { id: "it", name: "It", x: 100, y: 100, width: 1000, height: 120 };
/** A grey on which white letters are a little too weak. */
const PHOTO_GREY = { background: solid("#858585") };
const CANVAS = createDocument({ width: 1200, height: 628, displayWidth: 600 });
const words = (change: Partial<TextLayer> & { color?: string } = {}) => {
  const { color = "#000000", ...rest } = change;
  return text(BOX, "Hamburgefonstiv words", { style: { fontSize: 40, color }, ...rest });
};

/** The weakest colour of the text `it`. */
async function weakest(layers: Layer[], change: Partial<Document> = {}): Promise<Stand> {
  const document: Document = { ...CANVAS, background: solid("#ffffff"), ...change, layers };
  const row = { name: "", view: { kind: "empty" }, values: {} } as const;
  const situation = situationOf(document, row, 0);
  const seen = situation.seen.get("it");
  if (seen?.layer.type !== "text") throw new Error("the text does not show");
  const [stand] = await measureContrast(
    situation.resolution.document,
    { ...seen, layer: seen.layer },
    0.5,
    eyes,
    WITHOUT_REST,
  );
  if (!stand) throw new Error("nothing was measured");
  return stand;
}

const ratio = (one: string, other: string) => contrastOf(channelsOf(one), channelsOf(other));

describe("contrast as it is seen", () => {
  test.each([
    ["#000000", "#ffffff"],
    ["#767676", "#ffffff"],
    ["#777777", "#ffffff"],
    ["#f26b4e", "#fff6e9"],
    ["#ffffff", "#1d4ed8"],
    ["#22c55e", "#111827"],
  ])("%s on %s is what WCAG's formula says of the two", async (color, background) => {
    const stand = await weakest([words({ color })], { background: solid(background) });
    expect(stand.ratio).toBeCloseTo(ratio(color, background), 1);
  });

  test("small letters need 4.5, and large or bold ones at their shown size 3", async () => {
    const needed = async (fontSize: number, fontWeight: number) =>
      (await weakest([text({ ...BOX, height: 300 }, "Words", { style: { fontSize, fontWeight } })])).needed;
    expect(await needed(47, 400)).toBe(4.5);
    expect(await needed(48, 400)).toBe(3);
    expect(await needed(37, 700)).toBe(4.5);
    expect(await needed(38, 700)).toBe(3);
    expect(await needed(38, 600)).toBe(4.5);
  });

  test("the weakest part counts, wherever in the text it is", async () => {
    const photo = image(
      { id: "photo", name: "Photo", x: 0, y: 0, width: 1200, height: 628 },
      { source: { kind: "asset", assetId: "ast_halves0001" } },
    );
    const across = words({ color: "#ffffff", align: "center" });
    expect((await weakest([photo, across])).ratio).toBeLessThan(1.1);
    const onlyDark = { ...words({ color: "#ffffff" }), width: 480 };
    expect((await weakest([photo, onlyDark])).ratio).toBeGreaterThan(20);
    const sloping = linear(90, "#000000", "#ffffff");
    expect((await weakest([words({ color: "#ffffff", align: "right" })], { background: sloping })).weak).toBe(
      true,
    );
  });

  test("a thin line behind letters spares them", async () => {
    const rule = shape({ id: "rule", name: "Rule", x: 0, y: 118, width: 1200, height: 2 }, "rectangle", {
      fill: solid("#000000"),
    });
    expect((await weakest([rule, words()])).weak).toBe(false);
  });

  test("what lies above the text, and outside of its letters, does not count", async () => {
    const plate = (id: string, y: number) =>
      shape({ id, name: id, x: 0, y, width: 1200, height: 90 }, "rectangle", { fill: solid("#000000") });
    expect((await weakest([words(), plate("above", 90)])).weak).toBe(false);
    expect((await weakest([plate("apart", 300), words()])).weak).toBe(false);
    expect((await weakest([plate("under", 90), words()])).weak).toBe(true);
  });

  test("opacity counts, that of groups too", async () => {
    const faint = words({ opacity: 0.5 });
    expect((await weakest([faint])).ratio).toBeCloseTo(ratio("#808080", "#ffffff"), 1);
    const box = { id: "group", name: "Group", x: 0, y: 0, width: 1200, height: 628 };
    expect((await weakest([group(box, [words()], { opacity: 0.5 })])).ratio).toBeCloseTo(
      ratio("#808080", "#ffffff"),
      1,
    );
  });

  test("a highlight, a shadow and an outline hold letters apart from what lies behind", async () => {
    const white = { color: "#ffffff" };
    expect((await weakest([words(white)])).weak).toBe(true);
    const highlight = { color: "#111827", paddingX: 12, paddingY: 8, radius: 0 };
    expect((await weakest([words({ ...white, highlight })])).weak).toBe(false);
    const stroke = { color: "#000000", width: 4 };
    expect((await weakest([words({ ...white, stroke })])).weak).toBe(false);
    expect((await weakest([words({ ...white, stroke: { ...stroke, width: 0.5 } })])).weak).toBe(true);
    const shadow = { x: 0, y: 0, blur: 24, color: "#000000" };
    expect((await weakest([words(white)], PHOTO_GREY)).weak).toBe(true);
    expect((await weakest([words({ ...white, shadow })], PHOTO_GREY)).weak).toBe(false);
    expect((await weakest([words({ ...white, shadow, rotation: 8 })], PHOTO_GREY)).weak).toBe(false);
    // Where it falls elsewhere, or no further than under the letters, it helps nobody.
    expect((await weakest([words({ ...white, shadow: { ...shadow, y: 200 } })], PHOTO_GREY)).weak).toBe(true);
    expect((await weakest([words({ ...white, shadow: { ...shadow, blur: 0 } })], PHOTO_GREY)).weak).toBe(
      true,
    );
  });

  test("a clear canvas is taken for white", async () => {
    expect((await weakest([words({ color: "#eeeeee" })], { background: null })).weak).toBe(true);
    expect((await weakest([words()], { background: null })).weak).toBe(false);
  });

  test("emoji are pictures, whatever their colours", async () => {
    const party = text(BOX, "Hi 🟨🟨🟨🟨", { style: { fontSize: 40, color: "#111827" } });
    expect((await weakest([party], { background: solid("#fde047") })).weak).toBe(false);
  });

  test("letters turned, in a turned group, are measured where they are", async () => {
    const box = { id: "group", name: "Group", x: 200, y: 100, width: 700, height: 300, rotation: 30 };
    const plate = shape({ id: "plate", name: "Plate", x: 0, y: 0, width: 700, height: 300 }, "rectangle", {
      fill: solid("#101828"),
    });
    const inside = { ...words({ color: "#ffffff", rotation: -12 }), x: 60, y: 80, width: 560 };
    expect((await weakest([group(box, [plate, inside])])).weak).toBe(false);
    const black = { ...inside, style: { ...inside.style, color: "#000000" } };
    expect((await weakest([group(box, [plate, black])])).weak).toBe(true);
  });

  test("what was measured is not drawn again", async () => {
    eyes.memory = createMemory();
    const before = eyes.rasters();
    await weakest([words({ color: "#123456" })]);
    const drawn = eyes.rasters() - before;
    expect(drawn).toBe(3);
    await weakest([words({ color: "#123456", name: "Renamed" })]);
    expect(eyes.rasters() - before).toBe(drawn);
  });
});
