import { beforeAll, describe, expect, it, vi } from "vitest";
import type { ResolvedImageSource, ResolvedLayer } from "@/lib/template/resolved";
import { createPainter, type Painter, type PaintImage } from "./painter";
import { groupLayer, imageLayer, qrLayer, shapeLayer, textLayer } from "./testing/layers";
import { nodePainter } from "./testing/node-painter";
import { PAINT_CASES } from "./testing/paint-cases";
import { rasterInNode } from "./testing/raster";
import { testImage } from "./testing/test-image";

let painter: Painter;
let image: PaintImage;
beforeAll(async () => {
  painter = await nodePainter();
  image = await testImage();
});

const book = (source: ResolvedImageSource) => (source.kind === "none" ? null : image);
const documentOf = (layers: ResolvedLayer[], width = 1200, height = 900) => ({
  width,
  height,
  background: null,
  alt: "",
  layers,
});
/** What stands between the outermost tags. */
const inside = (svg: string) => svg.slice(svg.indexOf(">") + 1, svg.lastIndexOf("</svg>"));
const cases = Object.entries(PAINT_CASES);

describe("a layer painted alone", () => {
  it.each(cases)("%s: is what the document has of it", async (_, layer) => {
    const alone = inside((await painter.paintLayer(layer, book)).svg);
    const whole = await painter.paintDocument(
      documentOf([{ ...layer, x: 10, y: 20, rotation: 5 }, shapeLayer()]),
      book,
    );
    expect(whole).toContain(alone);
  });

  it.each(cases)("%s: has all its ink inside its bounds", async (_, layer) => {
    const [x, y] = [350, 300];
    const picture = await painter.paintLayer(layer, book);
    const { data, width } = await rasterInNode(
      await painter.paintDocument(documentOf([{ ...layer, x, y }]), book),
    );
    const outside: string[] = [];
    for (let pixel = 0; pixel < data.length / 4; pixel += 1) {
      const column = (pixel % width) - x;
      const row = Math.floor(pixel / width) - y;
      const within =
        column >= picture.x &&
        row >= picture.y &&
        column < picture.x + picture.width &&
        row < picture.y + picture.height;
      if (!within && (data[pixel * 4 + 3] ?? 0) > 1) outside.push(`${column},${row}`);
    }
    expect(outside.slice(0, 5)).toEqual([]);
  });

  it.each(cases)("%s: is painted the same twice, and by another painter", async (_, layer) => {
    const first = await painter.paintLayer(layer, book);
    expect(await painter.paintLayer(structuredClone(layer), book)).toEqual(first);
    expect(await (await nodePainter()).paintLayer(layer, book)).toEqual(first);
  });
});

describe("a document", () => {
  it("gives each definition an id of its own, and refers to nothing else", async () => {
    const layers = cases.map(([, layer], index) => ({ ...layer, id: `layer-${index}` }));
    const svg = await painter.paintDocument(
      {
        ...documentOf(layers),
        background: {
          kind: "radial",
          stops: [
            { offset: 0, color: "#ffffff" },
            { offset: 1, color: "#000000" },
          ],
        },
      },
      book,
    );
    const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    const used = [...svg.matchAll(/url\(#([^)]+)\)/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(used));
  });

  it("gives nothing an id that belongs to another layer, or to the background, whatever layers are called", async () => {
    const fade = (color: string) => ({
      kind: "linear" as const,
      angle: 90,
      stops: [
        { offset: 0, color },
        { offset: 1, color: "#000000" },
      ],
    });
    const ids = ["canvas", "canvas-fill", "a", "a-text", "a-fill", "a-shadow"];
    const shadow = { x: 1, y: 1, blur: 2, color: "#000000" };
    const layers = ids.map((id) => ({ ...shapeLayer(), id, fill: fade("#ff0000"), shadow }));
    const svg = await painter.paintDocument({ ...documentOf(layers), background: fade("#0000ff") }, book);
    const given = [...svg.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(given).toHaveLength(2 * ids.length + 1);
    expect(new Set(given).size).toBe(given.length);
  });

  it("fetches nothing: pictures are data, and no text is left as text", async () => {
    const svg = await painter.paintDocument(documentOf(cases.map(([, layer]) => layer)), book);
    expect(svg).not.toMatch(/<text|<foreignObject|<script|font-family/);
    for (const [, href] of svg.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^data:image\/png;base64,/);
  });

  it("escapes what a picture's address could smuggle in", async () => {
    const href = 'data:image/png;base64,"><script>alert(1)</script>&';
    const { svg } = await painter.paintLayer(imageLayer(), () => ({ href, width: 10, height: 10 }));
    expect(svg).not.toContain("<script>");
    expect(svg).toContain("&quot;&gt;&lt;script&gt;");
  });
});

describe("an image layer", () => {
  it("shows its replacement when its picture is not there, and nothing without one", async () => {
    const layer = imageLayer({
      source: { kind: "url", url: "https://example.com/Łódź.png" },
      replacement: "ast_00000009",
    });
    const asked = vi.fn((source: ResolvedImageSource) => (source.kind === "asset" ? image : null));
    expect((await painter.paintLayer(layer, asked)).svg).toContain(image.href);
    expect(asked.mock.calls.map(([source]) => source)).toEqual([
      layer.source,
      { kind: "asset", assetId: "ast_00000009" },
    ]);
    expect(inside((await painter.paintLayer({ ...layer, replacement: null }, asked)).svg)).toBe("");
  });

  it("keeps the focal point in view when it crops", async () => {
    const at = async (focalX: number) => {
      const layer = imageLayer({ width: 40, height: 80, focalX });
      const { svg } = await painter.paintLayer(layer, book);
      const { data, width } = await rasterInNode(svg);
      // Inside the clear margin.
      return data[(4 * width + 4) * 4] ?? 0;
    };
    // Red grows from left to right in the test picture.
    expect(await at(0)).toBeLessThan(10);
    expect(await at(1)).toBeGreaterThan(160);
  });
});

describe("a QR layer", () => {
  it("has modules of whole pixels", async () => {
    const { svg } = await painter.paintLayer(
      qrLayer("https://example.com/?n=Łódź", { width: 333, height: 301 }),
      book,
    );
    const { data, width, height } = await rasterInNode(svg);
    for (let pixel = 0; pixel < width * height; pixel += 1) expect([0, 255]).toContain(data[pixel * 4]);
  });

  it.each(["", "x".repeat(1001), "Щ".repeat(501)])(
    "leaves its background alone for a text it cannot hold",
    async (text) => {
      const { svg } = await painter.paintLayer(qrLayer(text), book);
      expect(inside(svg)).toBe('<rect width="400" height="400" fill="#ffffff"/>');
    },
  );

  it.each(["L", "M", "Q", "H"] as const)("holds the longest text at level %s", async (level) => {
    const { svg } = await painter.paintLayer(qrLayer("x".repeat(1000), { level }), book);
    expect(svg).toContain("<path");
  });
});

describe("a group", () => {
  it("does not let overlapping children shine through each other", async () => {
    const child = (id: string, color: string, x: number) => ({
      ...shapeLayer({ fill: { kind: "solid", color }, width: 60, height: 60 }),
      id,
      x,
    });
    const group = groupLayer([child("a", "#ff0000", 0), child("b", "#0000ff", 20)], { opacity: 0.5 });
    const { data, width } = await rasterInNode((await painter.paintLayer(group, book)).svg);
    const pixel = [...data.slice((30 * width + 40) * 4, (30 * width + 40) * 4 + 4)];
    expect(pixel[0]).toBe(0);
    expect(pixel[3]).toBeGreaterThan(125);
    expect(pixel[3]).toBeLessThan(130);
  });
});

describe("fonts", () => {
  const loader = async () => {
    const loadFont = vi.fn(async (file: string) => {
      const { readFile } = await import("node:fs/promises");
      return readFile(`${import.meta.dirname}/../../public${file}`);
    });
    const { satoriNode } = await import("./satori-node");
    return { loadFont, painter: createPainter({ loadFont, satori: await satoriNode() }) };
  };

  it("are loaded once, on first need, also those in groups and those that stand in", async () => {
    const { loadFont, painter: fresh } = await loader();
    const layers = [
      groupLayer([textLayer("Щёголева", { style: { fontFamily: "Bebas Neue" } })]),
      textLayer("Łódź", { style: { fontFamily: "Lora", fontWeight: 700 } }),
    ];
    await Promise.all([fresh.prepare({ layers }), fresh.prepare({ layers })]);
    await fresh.paintDocument(documentOf(layers), book);
    expect(loadFont.mock.calls.map(([file]) => file).sort()).toEqual([
      "/fonts/bebas-neue/400.ttf",
      "/fonts/inter/400.ttf",
      "/fonts/lora/700.ttf",
    ]);
  });

  it("of families added at run time are loaded and used; a family nobody added is shown in Inter", async () => {
    const { loadFont, painter: fresh } = await loader();
    const layer = textLayer("Łódź", { style: { fontFamily: "f_x1", fontWeight: 500 } });
    await fresh.prepare({ layers: [layer] });
    expect(fresh.layoutText(layer).lines[0]?.runs[0]?.font).toBe("/fonts/inter/500.ttf");
    const family = (file: string) => ({
      family: "f_x1",
      label: "Ours",
      category: "sans" as const,
      faces: [{ family: "f_x1", weight: 700, italic: false, file }],
    });
    fresh.addFamilies([family("/fonts/caveat/700.ttf")]);
    fresh.addFamilies([family("/fonts/lora/700.ttf"), { ...family(""), family: "f_x2", faces: [] }]);
    fresh.addFamilies([{ ...family("/fonts/caveat/700.ttf"), family: "Inter" }]);
    await fresh.prepare({ layers: [layer] });
    expect(fresh.layoutText(layer).lines[0]?.runs[0]?.font).toBe("/fonts/lora/700.ttf");
    expect(fresh.chooseFace("f_x2", 400, false).file).toBe("/fonts/inter/400.ttf");
    expect(fresh.chooseFace("Inter", 400, false).file).toBe("/fonts/inter/400.ttf");
    expect(loadFont.mock.calls.map(([file]) => file)).toEqual([
      "/fonts/inter/500.ttf",
      "/fonts/lora/700.ttf",
    ]);
  });

  it("that cannot be read fail the call and are tried again by the next", async () => {
    const { loadFont, painter: fresh } = await loader();
    loadFont.mockRejectedValueOnce(new Error("offline"));
    const layers = [textLayer("O'Neil")];
    await expect(fresh.prepare({ layers })).rejects.toThrow("offline");
    await fresh.prepare({ layers });
    expect(loadFont).toHaveBeenCalledTimes(2);
  });

  it("that are no fonts are refused with a sentence", async () => {
    const { loadFont, painter: fresh } = await loader();
    loadFont.mockResolvedValueOnce(Buffer.from("<!doctype html>"));
    await expect(fresh.prepare({ layers: [textLayer("O'Neil")] })).rejects.toThrow(
      "Expected a TrueType font at /fonts/inter/400.ttf, got 15 other bytes.",
    );
  });
});
