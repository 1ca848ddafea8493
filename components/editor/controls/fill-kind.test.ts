import { describe, expect, it } from "vitest";
import type { Fill } from "@/lib/template/primitives";
import { asKind } from "./fill-kind";
import { alphaOf, hexToHsv } from "./hsv";

const solid = (color: string): Fill => ({ kind: "solid", color });

function endsOf(fill: Fill): [string, string] {
  if (fill.kind === "solid") throw new Error("The fill is no gradient.");
  return [fill.stops[0]?.color ?? "", fill.stops.at(-1)?.color ?? ""];
}

describe("asKind", () => {
  it.each(["linear", "radial"] as const)("makes a %s gradient that shows at both ends", (kind) => {
    for (const color of ["#ffffff", "#4455e6", "#000000", "#111827"]) {
      const [first, last] = endsOf(asKind(solid(color), kind));
      expect(first).toBe(color);
      expect(alphaOf(last)).toBe(1);
      expect(Math.abs(hexToHsv(last).v - hexToHsv(first).v)).toBeGreaterThan(0.2);
    }
  });

  it("fades no further than the colour it came from", () => {
    const [first, last] = endsOf(asKind(solid("#4455e680"), "linear"));
    expect(alphaOf(last)).toBe(alphaOf(first));
  });

  it("keeps the stops between gradients and the first colour of them", () => {
    const linear = asKind(solid("#4455e6"), "linear");
    expect(endsOf(asKind(linear, "radial"))).toEqual(endsOf(linear));
    expect(asKind(linear, "solid")).toEqual(solid("#4455e6"));
  });
});
