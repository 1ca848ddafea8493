import { describe, expect, it } from "vitest";
import { gripAt } from "./frame-handles";

const VIEW = { zoom: 1, x: 0, y: 0 };
const frame = (side: number) => ({ x: 100, y: 100, width: side, height: side, rotation: 0 });

describe("what a finger takes hold of", () => {
  it("is a handle within 22 px around it, where a mouse has to be nearer", () => {
    const near = { x: 100 + 300 + 14, y: 100 + 300 + 14 };
    expect(gripAt(frame(300), VIEW, near, true)).toEqual({ kind: "resize", handle: "se" });
    expect(gripAt(frame(300), VIEW, near)).toEqual({ kind: "rotate" });
    expect(gripAt(frame(300), VIEW, { x: 424, y: 424 }, true)).toBeNull();
  });

  it("leaves the middle of a small layer free, so that it can be moved", () => {
    for (const side of [24, 40, 60]) {
      const middle = { x: 100 + side / 2, y: 100 + side / 2 };
      expect(gripAt(frame(side), VIEW, middle, true)).toBeNull();
      expect(gripAt(frame(side), VIEW, { x: 92, y: 92 }, true)).toEqual({ kind: "resize", handle: "nw" });
    }
  });
});
