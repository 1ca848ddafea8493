import fc from "fast-check";
import { expect, test } from "vitest";
import { type Channels, channelsOf, contrastOf } from "@/lib/template/contrast";
import { mix, nearestReadable } from "./nearest-colour";

const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);

/** Hue in degrees as HSL has it, and how colourful it is: enough to see that a colour is of the same family. */
function hueOf([red, green, blue]: Channels): { hue: number; range: number } {
  const most = Math.max(red, green, blue);
  const range = most - Math.min(red, green, blue);
  if (range === 0) return { hue: 0, range };
  const sector =
    most === red
      ? (green - blue) / range
      : most === green
        ? (blue - red) / range + 2
        : (red - green) / range + 4;
  return { hue: (sector * 60 + 360) % 360, range };
}

test("what is given can be read on every colour behind, at any opacity", () => {
  fc.assert(
    fc.property(
      hex,
      fc.array(hex, { minLength: 1, maxLength: 4 }),
      fc.constantFrom(3, 4.5),
      fc.double({ min: 0.3, max: 1, noNaN: true }),
      (color, behind, ratio, share) => {
        const below = behind.map(channelsOf);
        const found = nearestReadable(color, below, ratio, share);
        if (found === null) return;
        for (const each of below)
          expect(contrastOf(each, mix(each, channelsOf(found), share))).toBeGreaterThanOrEqual(ratio);
      },
    ),
  );
});

test("on one colour there is always one that can be read", () => {
  fc.assert(
    fc.property(hex, hex, (color, behind) => {
      expect(nearestReadable(color, [channelsOf(behind)], 4.4)).not.toBeNull();
    }),
  );
});

test.each(["#f26b4e", "#22c55e", "#3b82f6", "#eab308", "#a855f7"])(
  "%s keeps its hue and its alpha",
  (color) => {
    const found = nearestReadable(`${color}e6`, [channelsOf("#ffffff")], 4.5);
    expect(found?.slice(7)).toBe("e6");
    const [before, after] = [hueOf(channelsOf(color)), hueOf(channelsOf(found ?? ""))];
    expect(after.range).toBeGreaterThan(0.2);
    expect(Math.abs(((after.hue - before.hue + 540) % 360) - 180)).toBeLessThan(20);
  },
);

test("it is no further away than it has to be", () => {
  const white = [channelsOf("#ffffff")];
  const found = channelsOf(nearestReadable("#f26b4e", white, 4.5) ?? "");
  expect(contrastOf(found, channelsOf("#ffffff"))).toBeLessThan(4.8);
});

test("between black and white side by side nothing is far enough from both", () => {
  expect(nearestReadable("#808080", [channelsOf("#000000"), channelsOf("#ffffff")], 4.6)).toBeNull();
});
