import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import type { Painter } from "./painter";
import { type Framing, placePicture } from "./picture-place";
import { imageLayer } from "./testing/layers";
import { nodePainter } from "./testing/node-painter";

let painter: Painter;
beforeAll(async () => {
  painter = await nodePainter();
});

const side = fc.integer({ min: 20, max: 900 });
const share = fc.integer({ min: 0, max: 20 }).map((part) => part / 20);
const size = fc.record({ width: side, height: side });
const framing = fc.record({
  width: side,
  height: side,
  fit: fc.constantFrom("cover" as const, "contain" as const),
  focalX: share,
  focalY: share,
});

async function paintedPlace(framed: Framing, picture: { width: number; height: number }) {
  const { svg } = await painter.paintLayer(imageLayer(framed), () => ({
    ...picture,
    href: "data:image/png;base64,AA",
  }));
  const found = /<image x="([^"]*)" y="([^"]*)" width="([^"]*)" height="([^"]*)"/.exec(svg);
  const [x, y, width, height] = (found ?? []).slice(1).map(Number);
  return { x, y, width, height };
}

test("a picture is placed where the painter paints it, enlarged or not", async () => {
  await fc.assert(
    fc.asyncProperty(framing, size, fc.constantFrom(1, 1.3, 10), async (framed, picture, zoom) => {
      const place = placePicture({ ...framed, zoom }, picture);
      const painted = await paintedPlace({ ...framed, zoom }, picture);
      for (const name of ["x", "y", "width", "height"] as const)
        expect(painted[name]).toBeCloseTo(place[name], 1);
    }),
    { numRuns: 60 },
  );
});

test("zoom enlarges about the focal point: it stays where it is in the box", () => {
  fc.assert(
    fc.property(framing, size, (framed, picture) => {
      const spot = (zoom: number) => {
        const { x, y, width, height } = placePicture({ ...framed, zoom }, picture);
        return { x: x + width * framed.focalX, y: y + height * framed.focalY };
      };
      expect(spot(4).x).toBeCloseTo(spot(1).x, 6);
      expect(spot(4).y).toBeCloseTo(spot(1).y, 6);
      expect(spot(4).x).toBeCloseTo(framed.width * framed.focalX, 6);
    }),
  );
});
