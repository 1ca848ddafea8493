import { beforeAll, describe, expect, it } from "vitest";
import type { TextLayer } from "@/lib/template/layers/text";
import type { Painter } from "./painter";
import { textLayer } from "./testing/layers";
import { nodePainter } from "./testing/node-painter";
import { compareRasters, rasterInNode } from "./testing/raster";

let painter: Painter;
beforeAll(async () => {
  painter = await nodePainter();
});

/** Reads the RGBA of a pixel of the layer's box. */
async function pixelsOf(layer: TextLayer) {
  const svg = await painter.paintDocument(
    { width: layer.width, height: layer.height, background: null, alt: "", layers: [layer] },
    () => null,
  );
  const raster = await rasterInNode(svg);
  const at = (x: number, y: number) => [
    ...raster.data.slice((y * raster.width + x) * 4, (y * raster.width + x) * 4 + 4),
  ];
  return { at, raster, svg };
}

const LEFT_RED = {
  kind: "linear" as const,
  angle: 90,
  stops: [
    { offset: 0, color: "#ff0000" },
    { offset: 0.5, color: "#ff0000" },
    { offset: 0.5, color: "#0000ff" },
    { offset: 1, color: "#0000ff" },
  ],
};

describe("stroke", () => {
  it("is centred on the outline and lies beneath the letters", async () => {
    const style = { fontSize: 150, fontWeight: 800, color: "#ffffff" };
    const layer = textLayer("I", { align: "center", style, stroke: { color: "#000000", width: 20 } });
    const { at } = await pixelsOf(layer);
    const row = 110;
    const ink = Array.from({ length: 400 }, (_, x) => (at(x, row)[3] === 255 ? at(x, row)[0] : null));
    const white = ink.filter((red) => red === 255).length;
    const plain = await pixelsOf({ ...layer, stroke: null });
    const bar = Array.from({ length: 400 }, (_, x) => plain.at(x, row)[3]).filter(
      (alpha) => alpha === 255,
    ).length;
    expect(bar).toBeGreaterThan(20);
    expect(white).toBe(bar);
    const black = ink.filter((red) => red === 0).length;
    expect(black).toBeGreaterThanOrEqual(18);
    expect(black).toBeLessThanOrEqual(20);
  });

  it("is laid once where letters touch", async () => {
    const style = { fontSize: 120, fontWeight: 800, letterSpacing: -20 };
    const { raster } = await pixelsOf(
      textLayer("HHHH", {
        style: { ...style, color: "#00000000" },
        stroke: { color: "#00000080", width: 30 },
      }),
    );
    expect(raster.data.filter((value, index) => index % 4 === 3 && value > 129)).toHaveLength(0);
  });
});

describe("fill", () => {
  it("lies over the layer's box, whatever the colours of runs, underlines included", async () => {
    const runs = [
      { text: "HHHH", style: { color: "#00ff00" } },
      { text: "HHHH", style: { color: "#ffff00", underline: true } },
    ];
    const layer = textLayer("", {
      runs,
      fill: LEFT_RED,
      style: { fontSize: 70, fontWeight: 800, underline: true },
    });
    const { raster } = await pixelsOf(layer);
    const seen = { left: new Set<string>(), right: new Set<string>() };
    for (let pixel = 0; pixel < raster.data.length / 4; pixel += 1) {
      if (raster.data[pixel * 4 + 3] !== 255) continue;
      const column = pixel % raster.width;
      if (column < 198) seen.left.add(raster.data.slice(pixel * 4, pixel * 4 + 3).join());
      if (column > 202) seen.right.add(raster.data.slice(pixel * 4, pixel * 4 + 3).join());
    }
    expect(seen).toEqual({ left: new Set(["255,0,0"]), right: new Set(["0,0,255"]) });
  });

  it("of one colour is that colour", async () => {
    const { svg } = await pixelsOf(textLayer("Łódź", { fill: { kind: "solid", color: "#abcdef" } }));
    expect(svg).toContain('fill="#abcdef"');
    expect(svg).not.toContain("#1a2b3c");
  });
});

describe("emoji", () => {
  it("keep their own colours under any colour, fill and stroke", async () => {
    const plain = await pixelsOf(textLayer("🎉👨‍👩‍👧‍👦", { style: { fontSize: 90 } }));
    const dressed = await pixelsOf(
      textLayer("🎉👨‍👩‍👧‍👦", {
        style: { fontSize: 90, color: "#00ff0011" },
        fill: LEFT_RED,
        stroke: { color: "#00ff00", width: 20 },
      }),
    );
    expect(compareRasters(plain.raster, dressed.raster, 0).share).toBe(0);
    const colours = new Set(plain.svg.match(/fill="#[0-9a-f]{6}"/g));
    expect(colours.size).toBeGreaterThan(5);
  });

  it("are painted in the order of the text", async () => {
    const { svg } = await pixelsOf(textLayer("a👍b", { style: { color: "#123456" } }));
    const fills = [...svg.matchAll(/<path[^>]*fill="(#[0-9a-f]{6})"/g)].map(([, color]) => color);
    expect([fills[0], fills.at(-1)]).toEqual(["#123456", "#123456"]);
    expect(fills.slice(1, -1)).not.toContain("#123456");
    expect(fills.length).toBeGreaterThan(2);
  });
});

describe("highlight", () => {
  const highlight = { color: "#0000ff80", paddingX: 10, paddingY: 8, radius: 0 };

  it("is a box behind each line that says something, as wide as its ink", async () => {
    const layer = textLayer("HHHH\n \nHH", { lineHeight: 1, style: { fontSize: 50 }, highlight, x: 0 });
    const { at } = await pixelsOf({ ...layer, height: 200, width: 500 });
    const width = (row: number) =>
      Array.from({ length: 500 }, (_, x) => at(x, row)[3] ?? 0).filter((alpha) => alpha > 100).length;
    expect(width(2)).toBeGreaterThan(width(102) + 60);
    expect(width(102)).toBeGreaterThan(60);
    expect(width(75)).toBe(0);
    expect(width(156)).toBe(width(102));
    expect(width(159)).toBe(0);
  });

  it("reaches as far beyond the ink as its padding says, at both sides", async () => {
    const layer = textLayer("HIH", { align: "center", style: { fontSize: 50, letterSpacing: 20 } });
    const columns = async (wanted: TextLayer) => {
      const { at } = await pixelsOf(wanted);
      const inked = Array.from({ length: 400 }, (_, x) => x).filter((x) => (at(x, 30)[3] ?? 0) > 60);
      return [inked[0] ?? 0, inked.at(-1) ?? 0] as const;
    };
    const [left, right] = await columns(layer);
    const [boxLeft, boxRight] = await columns({ ...layer, highlight });
    expect(Math.abs(left - boxLeft - 10)).toBeLessThanOrEqual(1);
    expect(Math.abs(boxRight - right - 10)).toBeLessThanOrEqual(1);
  });

  it("is nowhere laid on twice, and lies beneath the letters", async () => {
    const layer = textLayer("HHH\nHHH", {
      lineHeight: 1,
      style: { fontSize: 60, color: "#ff0000" },
      highlight,
    });
    const { raster } = await pixelsOf(layer);
    let blue = 0;
    let red = 0;
    for (let pixel = 0; pixel < raster.data.length; pixel += 4) {
      const [r = 0, , b = 0, alpha = 0] = raster.data.slice(pixel, pixel + 4);
      if (r === 0 && b > 0) {
        blue += 1;
        expect(alpha).toBeLessThanOrEqual(129);
      }
      if (r === 255 && alpha === 255) red += 1;
    }
    expect(blue).toBeGreaterThan(1000);
    expect(red).toBeGreaterThan(500);
  });

  it("has corners of at most half its shorter side", async () => {
    const { svg } = await pixelsOf(textLayer("Łódź", { highlight: { ...highlight, radius: 500 } }));
    const [, radius] = /A([0-9.]+) /.exec(svg) ?? [];
    expect(Number(radius)).toBeCloseTo((32 * 1.2 + 16) / 2, 1);
  });
});

describe("a line that runs far out of the box", () => {
  it("is painted as far as a canvas reaches, in paths of bounded length", async () => {
    // One grapheme, which no layout cuts: each letter is joined to the next by the sign between them.
    const layer = textLayer("क्".repeat(10_000), { fit: "fixed", style: { fontSize: 8 } });
    await painter.prepare({ layers: [layer] });
    const [line, ...others] = painter.layoutText(layer).lines;
    expect(others).toEqual([]);
    const glyphWidth = (line?.width ?? 0) / (line?.runs[0]?.glyphs.length ?? 0);
    const { svg } = await painter.paintLayer(layer, () => null);
    const reached = (layer.width + 4096) / glyphWidth;
    expect(Math.abs((svg.match(/M/g)?.length ?? 0) - reached)).toBeLessThanOrEqual(1);
    const paths = Array.from(svg.matchAll(/ d="([^"]*)"/g), ([, data = ""]) => data.length);
    expect(paths.length).toBeGreaterThan(2);
    expect(Math.max(...paths)).toBeLessThan(120_000);
  });
});
