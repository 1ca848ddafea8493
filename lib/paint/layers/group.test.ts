import { beforeAll, describe, expect, test } from "vitest";
import type { ResolvedLayer } from "@/lib/template/resolved";
import type { Painter } from "../painter";
import { groupLayer, imageLayer, shapeLayer, textLayer } from "../testing/layers";
import { nodePainter } from "../testing/node-painter";
import { paintedArea } from "../testing/painted-share";

let painter: Painter;
beforeAll(async () => {
  painter = await nodePainter();
});

const RED = "#ff0000";
const [WIDTH, HEIGHT] = [300, 200];
/** 100 x 100 px at 100, 50. */
const square = (id: string, color: string, rest: Parameters<typeof shapeLayer>[0] = {}): ResolvedLayer => ({
  ...shapeLayer({ x: 100, y: 50, width: 100, height: 100, fill: { kind: "solid", color }, ...rest }),
  id,
});
/** What is cut: all of the group's 300 x 200 px. */
const ground = (rest: Parameters<typeof shapeLayer>[0] = {}) =>
  square("ground", RED, { x: 0, y: 0, width: WIDTH, height: HEIGHT, ...rest });
const masked = (children: ResolvedLayer[], rest: Parameters<typeof groupLayer>[1] = {}) =>
  groupLayer(children, { masked: true, width: WIDTH, height: HEIGHT, ...rest });

async function painted(layer: ResolvedLayer, background: string | null = null) {
  const fill = background === null ? null : { kind: "solid" as const, color: background };
  const document = { width: WIDTH, height: HEIGHT, background: fill, alt: "", layers: [layer] };
  return painter.paintDocument(document, () => null);
}

/** Pixels of the cut ground's colour, each by its opacity. */
const redIn = async (layer: ResolvedLayer) => paintedArea(await painted(layer), RED);

describe("a masked group", () => {
  test("shows what is above its backmost layer where that has ink, and nothing of the mask", async () => {
    const group = masked([square("by", "#00ff00"), ground()]);
    const svg = await painted(group);
    expect(await paintedArea(svg, RED)).toBeCloseTo(10_000, 0);
    expect(await paintedArea(svg, "#00ff00")).toBe(0);
    expect(svg).toContain("<clipPath");
    expect(await redIn({ ...group, masked: false })).toBe(WIDTH * HEIGHT);
  });

  test.each<[string, ResolvedLayer, number]>([
    ["half transparent", square("by", "#00000080"), 10_000 * (128 / 255)],
    ["transparent as a whole", square("by", "#000000", { opacity: 0.25 }), 2_500],
    ["stroked", square("by", "#000000", { stroke: { color: "#0000ff", width: 20, dash: "solid" } }), 14_400],
    [
      "a gradient to nothing",
      square("by", "#000000", {
        fill: {
          kind: "linear",
          angle: 90,
          stops: [
            { offset: 0, color: "#ffffff" },
            { offset: 1, color: "#ffffff00" },
          ],
        },
      }),
      5_000,
    ],
    [
      "a group",
      groupLayer([square("one", "#000000", { x: 0 }), square("two", "#000000")], { id: "by" }),
      20_000,
    ],
  ])("counts the opacity of its mask and not its colours: %s", async (_name, by, area) => {
    const group = masked([by, ground()]);
    expect(await painted(group)).toContain('mask-type="alpha"');
    expect(Math.abs((await redIn(group)) - area)).toBeLessThan(area * 0.02);
  });

  test("is cut by letters as they are painted", async () => {
    const letters = {
      ...textLayer("Łódź", { style: { fontSize: 90, fontWeight: 800, color: RED } }),
      id: "by",
    };
    const alone = await redIn(letters);
    expect(alone).toBeGreaterThan(3_000);
    expect(Math.abs((await redIn(masked([letters, ground()]))) - alone)).toBeLessThan(alone * 0.01);
  });

  test.each<[string, ResolvedLayer]>([
    ["has no picture", { ...imageLayer(), id: "by" }],
    ["says nothing", { ...textLayer(""), id: "by" }],
    ["has neither fill nor stroke", square("by", "#000000", { fill: null })],
  ])("is whole while its mask %s", async (_name, by) => {
    expect(await redIn(masked([by, ground()]))).toBe(WIDTH * HEIGHT);
  });

  test("shows nothing when it holds its mask alone, or when nothing lies under the mask", async () => {
    const far = ground({ x: 250, width: 50 });
    for (const group of [masked([square("by", RED)]), masked([square("by", RED), far])]) {
      expect(await redIn(group)).toBe(0);
      expect(await painter.placeLayer(group, () => null)).toEqual({ svg: "", ink: null });
    }
  });

  test("says where its ink ends: where both have some, turned as the group is turned", async () => {
    const group = masked([square("by", "#000000"), ground({ width: 150 })], { rotation: 90 });
    const { ink } = await painter.placeLayer(group, () => null);
    const [left, top, right, bottom] = [ink?.left, ink?.top, ink?.right, ink?.bottom].map((value) =>
      Math.round(value ?? Number.NaN),
    );
    expect([left, top, right, bottom]).toEqual([100, 50, 200, 100]);
  });

  test("is made transparent and casts its shadow as it is cut", async () => {
    const shadow = { x: 0, y: 60, blur: 0, color: "#0000ff" };
    const group = masked([square("by", "#000000", { y: 0 }), ground()], { shadow, opacity: 0.5 });
    const svg = await painted(group);
    expect(await paintedArea(svg, "#0000ff")).toBeCloseTo(3_000, -2);
    expect(await paintedArea(svg, RED)).toBeCloseTo(5_000, -2);
  });
});
