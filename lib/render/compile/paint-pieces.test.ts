import { beforeAll, expect, test } from "vitest";
import type { Painter, PaintImage } from "@/lib/paint/painter";
import { MASK_CASES } from "@/lib/paint/testing/mask-cases";
import { nodePainter } from "@/lib/paint/testing/node-painter";
import { compareRasters } from "@/lib/paint/testing/raster";
import { testImage } from "@/lib/paint/testing/test-image";
import type { ResolvedLayer } from "@/lib/template/resolved";
import { paintPicture } from "./paint-pieces";
import { rasterSvg } from "./raster-svg";

let painter: Painter;
let image: PaintImage;
beforeAll(async () => {
  painter = await nodePainter();
  image = await testImage();
});

/** The share of pixels that differ visibly between a document put together from pieces and drawn as one SVG. */
async function share(layers: ResolvedLayer[], others = layers): Promise<number> {
  const canvas = { width: 440, height: 260, background: null, alt: "" };
  const pieces = await paintPicture(painter, { ...canvas, layers }, () => image, {
    scale: 1,
    onWhite: false,
  });
  const whole = await rasterSvg(await painter.paintDocument({ ...canvas, layers: others }, () => image));
  return compareRasters(pieces, whole, 32).share;
}

test.each(Object.entries(MASK_CASES))("%s: pieces are the document drawn as one", async (_name, layer) => {
  const placed = { ...layer, x: 20, y: 30 };
  expect(await share([placed])).toBeLessThan(0.002);
  if (layer.type !== "group") throw new Error("Masks are groups.");
  expect(await share([placed], [{ ...placed, ...layer, masked: false, x: 20, y: 30 }])).toBeGreaterThan(0.02);
});
