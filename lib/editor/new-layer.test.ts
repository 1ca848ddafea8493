import { describe, expect, it } from "vitest";
import type { AddTool } from "./add-tool";
import { newLayerAt } from "./new-layer";
import { documentWith } from "./testing/sample-document";

const document = documentWith([]);
const shape = (presetId: string): AddTool => ({ type: "shape", presetId, label: presetId });
const heading: AddTool = { type: "text", presetId: "heading", label: "Heading" };
const drag = (x: number, y: number, keys: { square?: boolean; fromCentre?: boolean } = {}) => ({
  from: { x: 200, y: 100 },
  to: { x, y },
  square: keys.square ?? false,
  fromCentre: keys.fromCentre ?? false,
});

describe("newLayerAt", () => {
  it("puts the middle of a shape where the click was", () => {
    const { x, y, width, height } = newLayerAt(document, shape("ellipse"), "e", { at: { x: 300.4, y: 200 } });
    expect([Math.abs(x + width / 2 - 300.4) < 1, Math.abs(y + height / 2 - 200) < 1]).toEqual([true, true]);
  });

  it("draws from corner to corner whichever way, square with one key and about the middle with another", () => {
    const boxOf = (place: Parameters<typeof newLayerAt>[3]) => {
      const { x, y, width, height } = newLayerAt(document, shape("rectangle"), "r", place);
      return [x, y, width, height];
    };
    expect(boxOf(drag(320, 160))).toEqual([200, 100, 120, 60]);
    expect(boxOf(drag(140, 70))).toEqual([140, 70, 60, 30]);
    expect(boxOf(drag(140, 70, { square: true }))).toEqual([140, 40, 60, 60]);
    expect(boxOf(drag(260, 130, { fromCentre: true }))).toEqual([140, 70, 120, 60]);
    expect(boxOf(drag(200, 100))).toEqual([200, 100, 1, 1]);
  });

  it("draws a line from end to end, as thick as ever", () => {
    const line = newLayerAt(document, shape("line"), "l", drag(200, 300));
    expect(line).toMatchObject({ width: 200, height: 4, rotation: 90, x: 100, y: 198 });
  });

  it("begins a text at the click, and keeps a line's height in a flat box", () => {
    const clicked = newLayerAt(document, heading, "t", { at: { x: 100, y: 200 } });
    expect(clicked).toMatchObject({ x: 100, align: "start" });
    expect(clicked.y + clicked.height / 2).toBeCloseTo(200, 0);
    const atTheEdge = newLayerAt(document, heading, "t", { at: { x: 1150, y: 200 } });
    expect(atTheEdge.width).toBe(document.width * 0.2);
    const drawn = newLayerAt(document, heading, "t", drag(500, 105));
    expect(drawn).toMatchObject({ x: 200, width: 300, height: clicked.height });
  });

  it("refuses a preset that the type does not have", () => {
    expect(() => newLayerAt(document, shape("cube"), "c", { at: { x: 0, y: 0 } })).toThrow(RangeError);
  });
});
