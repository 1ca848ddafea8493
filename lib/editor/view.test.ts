import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clampView, fitView, nextZoomStop, toDocument, toScreen, ZOOM_MAX, ZOOM_MIN, zoomBy } from "./view";

const canvas = { width: 1200, height: 628 };

describe("view", () => {
  it("keeps the point under the pointer where it is, whatever the zoom", () => {
    const number = fc.double({ min: -2000, max: 2000, noNaN: true });
    fc.assert(
      fc.property(number, number, fc.double({ min: 0.01, max: 100, noNaN: true }), (x, y, factor) => {
        const view = { zoom: 0.8, x: 40, y: -30 };
        const before = toDocument(view, { x, y });
        const after = toScreen(zoomBy(view, { x, y }, factor), before);
        expect(after.x).toBeCloseTo(x, 6);
        expect(after.y).toBeCloseTo(y, 6);
      }),
    );
  });

  it("stays within the zoom limits", () => {
    expect(zoomBy({ zoom: 10, x: 0, y: 0 }, { x: 0, y: 0 }, 100).zoom).toBe(ZOOM_MAX);
    expect(zoomBy({ zoom: 0.1, x: 0, y: 0 }, { x: 0, y: 0 }, 0.001).zoom).toBe(ZOOM_MIN);
  });

  it("fits the canvas into the middle and never enlarges it", () => {
    const fitted = fitView(canvas, { width: 696, height: 800 });
    expect(fitted.zoom).toBe(0.5);
    expect(toScreen(fitted, { x: 600, y: 314 })).toEqual({ x: 348, y: 400 });
    expect(fitView({ width: 100, height: 100 }, { width: 1000, height: 1000 }).zoom).toBe(1);
    expect(fitView(canvas, { width: 0, height: 0 }).zoom).toBe(ZOOM_MIN);
  });

  it("steps through the zoom stops from anywhere", () => {
    expect([nextZoomStop(0.6, 1), nextZoomStop(0.6, -1), nextZoomStop(1, 1), nextZoomStop(1, -1)]).toEqual([
      0.75, 0.5, 1.5, 0.75,
    ]);
    expect([nextZoomStop(ZOOM_MAX, 1), nextZoomStop(ZOOM_MIN, -1)]).toEqual([ZOOM_MAX, ZOOM_MIN]);
  });

  it("keeps part of the canvas in sight however far one pans", () => {
    const viewport = { width: 1000, height: 700 };
    const far = clampView({ zoom: 1, x: -9000, y: 9000 }, canvas, viewport);
    const corner = toScreen(far, { x: canvas.width, y: 0 });
    expect(corner.x).toBeGreaterThan(0);
    expect(corner.y).toBeLessThan(viewport.height);
    expect(clampView({ zoom: 1, x: 10, y: 20 }, canvas, viewport)).toEqual({ zoom: 1, x: 10, y: 20 });
  });
});
