import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Fill } from "@/lib/template/primitives";
import type { Painter, PaintImage } from "./painter";
import { type BrowserPage, openBrowserPage } from "./testing/browser-page";
import { shapeLayer, textLayer } from "./testing/layers";
import { mixedTexts } from "./testing/mixed-texts";
import { nodePainter } from "./testing/node-painter";
import { PAINT_CASES } from "./testing/paint-cases";
import { compareRasters, rasterInBrowser, rasterInNode, rasterOfCss } from "./testing/raster";
import { testImage } from "./testing/test-image";

let browser: BrowserPage;
let painter: Painter;
let image: PaintImage;
beforeAll(async () => {
  browser = await openBrowserPage();
  await browser.loadPainter();
  painter = await nodePainter();
  image = await testImage();
});
afterAll(() => browser.close());

const cases = Object.entries(PAINT_CASES);
const hash = (text: string) => createHash("sha256").update(text).digest("hex");
const book = (source: { kind: string }) => (source.kind === "none" ? null : image);

describe("the same painter in Node and in Chromium", () => {
  it("has at least 25 cases", () => expect(cases.length).toBeGreaterThanOrEqual(25));

  it.each(cases)("%s: the SVG is the same", async (_, layer) => {
    const here = await painter.paintLayer(layer, book);
    const there = await browser.page.evaluate(
      ([wanted, picture]) => globalThis.paintInPage(wanted, picture),
      [layer, image] as const,
    );
    expect(hash(there)).toBe(hash(here.svg));
  });

  it.each(cases)("%s: both rasterisers draw it alike", async (_, layer) => {
    const { svg } = await painter.paintLayer(layer, book);
    const { share } = compareRasters(await rasterInNode(svg), await rasterInBrowser(browser.page, svg), 32);
    // The picture ends at its ink and is seen over black and over white: mostly edges, so twice the half per cent
    // allowed on a stage.
    expect(share).toBeLessThanOrEqual(0.01);
  });
});

describe("the same lines in Node and in Chromium", () => {
  const FITS = ["fixed", "shrink", "line", "ellipsis"] as const;
  const layers = mixedTexts(500, 500).map((text, index) =>
    textLayer(text, {
      fit: FITS[index % FITS.length] ?? "fixed",
      width: 60 + ((index * 37) % 400),
      height: 30 + ((index * 53) % 160),
      align: index % 3 === 0 ? "start" : "left",
      style: { fontSize: 18 + (index % 20), transform: index % 5 === 0 ? "title" : "none" },
    }),
  );

  it(`for ${layers.length} texts of all scripts, with emoji and mixed directions`, async () => {
    await painter.prepare({ layers });
    const there = await browser.page.evaluate((wanted) => globalThis.layoutInPage(wanted), layers);
    const different = layers.filter(
      (layer, index) => JSON.stringify(painter.layoutText(layer)) !== there[index],
    );
    expect(there).toHaveLength(layers.length);
    expect(different.map((layer) => layer.runs[0]?.text)).toEqual([]);
  });
});

const opaque = [
  { offset: 0, color: "#ff5500" },
  { offset: 0.3, color: "#ffee00" },
  { offset: 1, color: "#220066" },
];
const FILLS: Record<string, { fill: Fill; css: string }> = {
  "linear, 0 degrees": {
    fill: { kind: "linear", angle: 0, stops: opaque },
    css: "linear-gradient(0deg, STOPS)",
  },
  "linear, 30 degrees": {
    fill: { kind: "linear", angle: 30, stops: opaque },
    css: "linear-gradient(30deg, STOPS)",
  },
  "linear, -200 degrees": {
    fill: { kind: "linear", angle: -200, stops: opaque },
    css: "linear-gradient(-200deg, STOPS)",
  },
  radial: { fill: { kind: "radial", stops: opaque }, css: "radial-gradient(farthest-side, STOPS)" },
  "linear, to transparent": {
    fill: {
      kind: "linear",
      angle: 90,
      stops: [
        { offset: 0, color: "#ff0000" },
        { offset: 1, color: "#0000ff00" },
      ],
    },
    css: "linear-gradient(90deg, STOPS)",
  },
  "linear, stops out of order": {
    fill: {
      kind: "linear",
      angle: 90,
      stops: [
        { offset: 0.6, color: "#ff0000" },
        { offset: 0.2, color: "#00ff00" },
        { offset: 1, color: "#0000ff" },
      ],
    },
    css: "linear-gradient(90deg, STOPS)",
  },
};

const SHAPES = {
  rectangle: { layer: { shape: "rectangle" as const }, css: "" },
  "rounded rectangle": { layer: { shape: "rectangle" as const, radius: 30 }, css: "border-radius:30px" },
  "rectangle with too large a radius": {
    layer: { shape: "rectangle" as const, radius: 900 },
    css: "border-radius:900px",
  },
  ellipse: { layer: { shape: "ellipse" as const }, css: "border-radius:50%" },
  triangle: {
    layer: { shape: "polygon" as const, points: 3 },
    css: "clip-path:polygon(50% 0, 93.3013% 75%, 6.6987% 75%)",
  },
  "four-pointed star": {
    layer: { shape: "star" as const, points: 4, innerRadius: 0.4 },
    css: "clip-path:polygon(50% 0, 64.1421% 35.8579%, 100% 50%, 64.1421% 64.1421%, 50% 100%, 35.8579% 64.1421%, 0 50%, 35.8579% 35.8579%)",
  },
};

describe("shapes and gradients beside CSS", () => {
  const [width, height] = [300, 180];
  it.each(
    Object.entries(SHAPES).flatMap(([shape, { layer, css }]) =>
      Object.entries(FILLS).map(([name, { fill, css: gradient }]) => ({
        shape,
        name,
        layer,
        fill,
        css,
        gradient,
      })),
    ),
  )("$shape, $name", async ({ layer, fill, css, gradient }) => {
    const stops = fill.kind === "solid" ? [] : fill.stops;
    const list = stops.map(({ offset, color }) => `${color} ${offset * 100}%`).join();
    const background = `background:${gradient.replace("STOPS", list)}`;
    const expected = await rasterOfCss(
      browser.page,
      `width:${width}px;height:${height}px;${background};${css}`,
      width,
      height,
    );
    const layerOf = shapeLayer({ ...layer, fill, width, height });
    const svg = await painter.paintDocument(
      { width, height, background: null, alt: "", layers: [layerOf] },
      book,
    );
    for (const raster of [await rasterInNode(svg), await rasterInBrowser(browser.page, svg)]) {
      // Inside the shape colours agree closely; the edges differ by anti-aliasing alone.
      expect(compareRasters(raster, expected, 4).share).toBeLessThanOrEqual(0.02);
      expect(compareRasters(raster, expected, 48).share).toBeLessThanOrEqual(0.001);
    }
  });
});

describe("shadows beside CSS", () => {
  it.each([
    { x: 6, y: 8, blur: 12, color: "#00000088" },
    { x: -20, y: 30, blur: 60, color: "#cc0033" },
    { x: 10, y: 0, blur: 0, color: "#003366" },
  ])("$x $y $blur $color", async (shadow) => {
    const [width, height] = [500, 400];
    const layer = shapeLayer({ x: 150, y: 120, width: 200, height: 120, radius: 20, shadow });
    const { x, y, blur, color } = shadow;
    const expected = await rasterOfCss(
      browser.page,
      `left:150px;top:120px;width:200px;height:120px;border-radius:20px;background:#3366cc;box-shadow:${x}px ${y}px ${blur}px ${color}`,
      width,
      height,
    );
    const svg = await painter.paintDocument(
      { width, height, background: null, alt: "", layers: [layer] },
      book,
    );
    for (const raster of [await rasterInNode(svg), await rasterInBrowser(browser.page, svg)]) {
      // Rasterisers blur by three boxes rather than a true Gaussian, which shows in a few levels.
      const { share, largest } = compareRasters(raster, expected, 8);
      expect(share).toBeLessThanOrEqual(0.005);
      expect(largest).toBeLessThanOrEqual(100);
    }
  });
});
