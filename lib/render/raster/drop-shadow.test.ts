import { expect, test } from "vitest";
import { svgDocument } from "@/lib/paint/svg/svg-document";
import { nodePainter } from "@/lib/paint/testing/node-painter";
import { shape } from "@/lib/template/starters/build";
import { asTile, paintPieces } from "../compile/paint-pieces";
import { rasterSvg } from "../compile/raster-svg";
import { readShadow } from "./drop-shadow";

const PLACE = { id: "card", name: "Card", x: 30, y: 24, width: 60, height: 40 };
const SHADOW = { x: 6, y: 8, blur: 12, color: "#102030aa" };

/** px. */
const ROOM = 80;

/** A pixel, alpha multiplied in; clear outside of the picture. */
function pixelAt(
  { width, height, data }: { width: number; height: number; data: Uint8Array },
  x: number,
  y: number,
): number[] {
  if (x < 0 || y < 0 || x >= width || y >= height) return [0, 0, 0, 0];
  const [red = 0, green = 0, blue = 0, alpha = 0] = data.subarray(
    (y * width + x) * 4,
    (y * width + x) * 4 + 4,
  );
  return [...[red, green, blue].map((value) => (value * alpha) / 255), alpha];
}

test.each([
  ["a plain one", { shadow: SHADOW }],
  ["one of a turned layer that is half clear", { shadow: SHADOW, rotation: 30, opacity: 0.5 }],
  ["one that is hardly blurred", { shadow: { ...SHADOW, blur: 2 } }],
  ["a sharp one", { shadow: { ...SHADOW, blur: 0 } }],
  ["one whose layer lies outside of the canvas", { shadow: { ...SHADOW, x: 50 }, x: -64 }],
  [
    "one of a layer with a line around it",
    { shadow: SHADOW, stroke: { color: "#ff0000", width: 4, dash: "solid" as const } },
  ],
])("a shadow, %s, is as the rasteriser for all of SVG draws it", async (_name, change) => {
  const painter = await nodePainter();
  const layer = { ...shape(PLACE, "rectangle", { fill: { kind: "solid", color: "#ffd166" } }), ...change };
  const { svg } = await painter.placeLayer(layer, () => null);
  expect(readShadow(svg)).not.toBeNull();
  const canvas = { width: 140, height: 110, scale: 2 };
  const tiles = (await paintPieces(painter, [layer], () => null, canvas)).map(asTile);
  const [tile] = tiles;
  if (!tile || tiles.length > 1) throw new Error("expected one tile");
  // Drawn with room around: the other rasteriser casts no shadow of what lies outside of its picture.
  const whole = await rasterSvg(
    svgDocument({ x: -ROOM, y: -ROOM, width: 140 + 2 * ROOM, height: 110 + 2 * ROOM }, svg, 2),
  );
  const differences: number[] = [];
  let ink = 0;
  for (let y = 0; y < 220; y += 1) {
    for (let x = 0; x < 280; x += 1) {
      const got = pixelAt(tile, x - tile.left, y - tile.top);
      const wanted = pixelAt(whole, x + 2 * ROOM, y + 2 * ROOM);
      differences.push(...got.map((value, channel) => Math.abs(value - (wanted[channel] ?? 0))));
      ink += wanted[3] ?? 0;
    }
  }
  expect(ink).toBeGreaterThan(10_000);
  const visible = differences.filter((difference) => difference > 8).length;
  expect(visible / differences.length).toBeLessThan(0.01);
  expect(differences.reduce((sum, difference) => sum + difference, 0) / differences.length).toBeLessThan(0.5);
});
