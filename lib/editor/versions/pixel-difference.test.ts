import { describe, expect, test } from "vitest";
import { type Pixels, padded, pixelDifference, shareWords } from "./pixel-difference";

/** A picture of one letter a pixel: r red, g nearly the same red, b blue, t and T two transparent colours. */
function picture(...rows: string[]): Pixels {
  const colours: Record<string, number[]> = {
    r: [200, 0, 0, 255],
    g: [202, 1, 0, 255],
    b: [0, 0, 200, 255],
    t: [0, 0, 0, 0],
    T: [90, 80, 70, 0],
  };
  const data = new Uint8ClampedArray(
    rows.flatMap((row) => [...row].flatMap((letter) => colours[letter] ?? [])),
  );
  return { width: rows[0]?.length ?? 0, height: rows.length, data };
}

function marked({ marks }: ReturnType<typeof pixelDifference>): string[] {
  return Array.from({ length: marks.height }, (_, y) =>
    Array.from({ length: marks.width }, (_, x) =>
      marks.data[(y * marks.width + x) * 4 + 3] === 0 ? "." : "x",
    ).join(""),
  );
}

describe("pixel difference", () => {
  test("what differs is marked and counted; rounding and unseen colours do not count", () => {
    const difference = pixelDifference(picture("rrbt", "rrrr"), picture("rgrT", "brrr"));
    expect(marked(difference)).toEqual(["..x.", "x..."]);
    expect(difference.share).toBe(0.25);
  });

  test("what only one of two sizes has differs", () => {
    const difference = pixelDifference(picture("rr"), picture("r", "r"));
    expect(marked(difference)).toEqual([".x", "xx"]);
    expect(padded(picture("rr"), difference.marks).data.slice(8)).toEqual(new Uint8ClampedArray(8));
    expect(padded(picture("r", "b"), { width: 2, height: 2 })).toEqual(picture("rt", "bt"));
  });

  test("words never round a change away", () => {
    expect([0, 0.000_01, 0.123_4, 1].map(shareWords)).toEqual([
      "No pixel differs",
      "Under 0.1% of pixels differ",
      "12.3% of pixels differ",
      "100% of pixels differ",
    ]);
  });
});
