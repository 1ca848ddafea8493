import fc from "fast-check";
import { expect, test } from "vitest";
import { svgDocument } from "@/lib/paint/svg/svg-document";
import { nodePainter } from "@/lib/paint/testing/node-painter";
import { resolveDocument } from "@/lib/template/resolve-document";
import { STARTERS } from "@/lib/template/starters/starters";
import { blendTile } from "../compile/blend";
import { rasterSvg } from "../compile/raster-svg";
import { readPlainSvg } from "./plain-svg";
import { drawOutlines, rasterPlain } from "./raster-plain";

type Area = { left: number; top: number; width: number; height: number };

function alphas(svg: string, area: Area, scale = 1): number[] {
  const plain = readPlainSvg(svg);
  const tile = plain && rasterPlain(plain, area, scale);
  if (!tile) throw new Error(`not read: ${svg}`);
  return Array.from({ length: area.width * area.height }, (_, pixel) => tile.data[pixel * 4 + 3] ?? 0);
}

const SQUARE = { left: 0, top: 0, width: 4, height: 4 };

test("a rectangle between pixels covers its exact share of each", () => {
  const svg = '<rect x="0.5" y="1.25" width="2" height="1.5" fill="#ff0000"/>';
  const share = [
    [0, 0, 0, 0],
    [0.375, 0.75, 0.375, 0],
    [0.375, 0.75, 0.375, 0],
    [0, 0, 0, 0],
  ];
  expect(alphas(svg, SQUARE)).toEqual(share.flat().map((part) => Math.round(part * 255)));
});

test("a slope covers its exact share of each pixel", () => {
  const svg = '<path d="M0 0L4 2V4H0z" fill="#000000"/>';
  const share = [
    [0.75, 0.25, 0, 0],
    [1, 1, 0.75, 0.25],
    [1, 1, 1, 1],
    [1, 1, 1, 1],
  ];
  expect(alphas(svg, SQUARE)).toEqual(share.flat().map((part) => Math.round(part * 255)));
});

test("modules side by side leave no seam, holes stay open, either way round", () => {
  const seamless = '<path d="M0 0h1.3v4h-1.3zM1.3 0h2.7v4h-2.7z" fill="#000000"/>';
  expect(new Set(alphas(seamless, SQUARE))).toEqual(new Set([255]));
  const ring = '<path d="M0 0h4v4h-4zM1 1v2h2v-2z" fill="#000000"/>';
  expect(alphas(ring, SQUARE).filter((alpha) => alpha === 0)).toHaveLength(4);
  const reversed = '<path d="M0 0v4h4v-4zM1 1h2v2h-2z" fill="#000000"/>';
  expect(alphas(reversed, SQUARE)).toEqual(alphas(ring, SQUARE));
});

test("colours lie over each other as Compositing says, and the opacity of a group is that of all in it", () => {
  const two =
    '<rect width="4" height="4" fill="#ff0000"/><rect width="4" height="4" fill="#0000ff" fill-opacity="0.5"/>';
  const draw = (svg: string) => {
    const plain = readPlainSvg(svg);
    return Array.from((plain && rasterPlain(plain, SQUARE, 1))?.data.subarray(0, 4) ?? []);
  };
  expect(draw(two)).toEqual([127, 0, 128, 255]);
  expect(draw(`<g opacity="0.4">${two}</g>`)).toEqual([127, 0, 128, 102]);
});

test.each([
  ["a stroke", '<path d="M0 0h1" fill="#000000" stroke="#ff0000"/>'],
  ["a gradient", '<path d="M0 0h1v1z" fill="url(#a)"/>'],
  ["an image", '<image href="data:image/png;base64,AA" width="1" height="1"/>'],
  ["a clip", '<path d="M0 0h1v1z" fill="#000000" clip-path="url(#c)"/>'],
  ["the other rule for holes", '<path fill-rule="evenodd" d="M0 0h1v1z" fill="#000000"/>'],
  ["round corners of a rectangle", '<rect width="4" height="4" rx="1" fill="#000000"/>'],
  ["a filter", '<g filter="url(#f)"><path d="M0 0h1v1z" fill="#000000"/></g>'],
  ["no colour", '<path d="M0 0h1v1z"/>'],
  ["a skew", '<g transform="skewX(3)"><path d="M0 0h1v1z" fill="#000000"/></g>'],
  [
    "an opacity beside other shapes",
    '<g opacity="0.5"><path d="M0 0h1v1z" fill="#000000"/></g><path d="M0 0h1v1z" fill="#000000"/>',
  ],
  ["two opacities", '<g opacity="0.5"><g opacity="0.5"><path d="M0 0h1v1z" fill="#000000"/></g></g>'],
  ["an element that does not end", '<g transform="scale(2)"><path d="M0 0h1v1z" fill="#000000"/>'],
  ["an end too many", '<path d="M0 0h1v1z" fill="#000000"/></g>'],
  ["text", '<path d="M0 0h1v1z" fill="#000000"/>words'],
])("%s is left to a rasteriser for all of SVG", (_name, svg) => {
  expect(readPlainSvg(svg)).toBeNull();
});

test.each([["S1 1 2 2"], ["T1 1"], ["A1 1 0 0 1 2 2"], ["L1e3 2"], ["K3 3"]])(
  "path data with %s is left to it too",
  (data) => {
    expect(readPlainSvg(`<path d="M0 0${data}z" fill="#000000"/>`)).toBeNull();
  },
);

const coordinate = fc.integer({ min: -300, max: 700 }).map((tenths) => tenths / 10);
const point = fc.tuple(coordinate, coordinate);
const command = fc.oneof(
  point.map(([x, y]) => `L${x} ${y}`),
  fc.tuple(point, point).map((points) => `Q${points.flat().join(" ")}`),
  fc.tuple(point, point, point).map((points) => `C${points.flat().join(" ")}`),
);
const figure = fc
  .tuple(point, fc.array(command, { minLength: 2, maxLength: 4 }))
  .map(([[x, y], commands]) => `<path d="M${x} ${y}${commands.join("")}z" fill="#123456"/>`);

test("outlines over a frame are their tile over it", () => {
  fc.assert(
    fc.property(figure, fc.constantFrom(3 as const, 4 as const), (svg, channels) => {
      const plain = readPlainSvg(svg.replace("#123456", '#123456" fill-opacity="0.7'));
      if (!plain) throw new Error("not read");
      const area = { left: 8, top: 6, width: 30, height: 28 };
      const frame = () => ({
        width: 50,
        height: 40,
        channels,
        data: Uint8Array.from({ length: 50 * 40 * channels }, (_, index) => (index * 7) % 256),
      });
      const [direct, byTile] = [frame(), frame()];
      drawOutlines(direct, { ...area, shapes: plain.shapes, scale: 1 });
      blendTile(byTile, rasterPlain(plain, area, 1));
      expect(direct.data.every((byte, at) => Math.abs(byte - (byTile.data[at] ?? 0)) <= 1)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test("what is outside of the area changes nothing in it", () => {
  fc.assert(
    fc.property(figure, (svg) => {
      const large = alphas(svg, { left: -60, top: -60, width: 160, height: 160 });
      const small = alphas(svg, { left: 0, top: 0, width: 40, height: 40 });
      const differences = small.map((alpha, pixel) => {
        const [x, y] = [pixel % 40, Math.floor(pixel / 40)];
        return Math.abs(alpha - (large[(y + 60) * 160 + x + 60] ?? 0));
      });
      expect(Math.max(...differences)).toBeLessThanOrEqual(1);
    }),
    { numRuns: 150 },
  );
});

/** The share of pixels that two pictures disagree on visibly, and the mean difference, of 255. */
function compared(one: readonly number[], other: readonly number[]): { visible: number; mean: number } {
  const differences = one.map((alpha, pixel) => Math.abs(alpha - (other[pixel] ?? 0)));
  return {
    visible: differences.filter((difference) => difference > 32).length / one.length,
    mean: differences.reduce((sum, difference) => sum + difference, 0) / one.length,
  };
}

async function reference(svg: string, { left, top, width, height }: Area, times: number): Promise<number[]> {
  const box = { x: left, y: top, width, height };
  const { data } = await rasterSvg(svgDocument(box, svg, times));
  return Array.from({ length: width * height }, (_, pixel) => {
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    let sum = 0;
    for (let row = 0; row < times; row += 1) {
      for (let column = 0; column < times; column += 1) {
        sum += data[((y * times + row) * width * times + x * times + column) * 4 + 3] ?? 0;
      }
    }
    return sum / (times * times);
  });
}

test("outlines look as the rasteriser for all of SVG draws them eight times as large", async () => {
  await fc.assert(
    fc.asyncProperty(figure, async (svg) => {
      const area = { left: 0, top: 0, width: 40, height: 40 };
      const { visible, mean } = compared(alphas(svg, area), await reference(svg, area, 8));
      // Only where parts of one outline that run opposite ways cross in one pixel.
      expect(visible).toBeLessThan(0.02);
      expect(mean).toBeLessThan(1.5);
    }),
    { numRuns: 60 },
  );
});

test("texts of starters are drawn here, closer to the truth than by the other rasteriser", async () => {
  const painter = await nodePainter();
  let plainLayers = 0;
  let ours = 0;
  let theirs = 0;
  for (const { document } of STARTERS.slice(0, 2)) {
    const { document: resolved } = resolveDocument(document, document.samples[0]?.values ?? {}, { now: 0 });
    for (const layer of resolved.layers) {
      const { svg, ink } = await painter.placeLayer(layer, () => null);
      if (layer.type !== "text" || !ink || !readPlainSvg(svg)) continue;
      const [left, top] = [Math.floor(ink.left), Math.floor(ink.top)];
      const area = { left, top, width: Math.ceil(ink.right) - left, height: Math.ceil(ink.bottom) - top };
      const truth = await reference(svg, area, 4);
      plainLayers += 1;
      ours += compared(alphas(svg, area), truth).mean;
      theirs += compared(await reference(svg, area, 1), truth).mean;
    }
  }
  expect(plainLayers).toBeGreaterThan(5);
  expect(ours).toBeLessThan(theirs);
});
