import fc from "fast-check";
import { expect, test } from "vitest";
import { LIMITS } from "@/lib/template/limits";
import { type Stops, withoutStop, withStop, withStopAt } from "./gradient-stops";

const stops: Stops = [
  { offset: 0, color: "#000000" },
  { offset: 0.5, color: "#ff0000" },
  { offset: 1, color: "#ffffff00" },
];

test("a new stop stands in its place, in the colour that was there", () => {
  expect(withStop(stops, 0.25)).toEqual({
    stops: [stops[0], { offset: 0.25, color: "#800000" }, stops[1], stops[2]],
    index: 1,
  });
  expect(withStop(stops, 0.75)?.stops[2]).toEqual({ offset: 0.75, color: "#ff000080" });
  expect(withStop(stops, -3)).toMatchObject({
    stops: [{ color: "#000000" }, { offset: 0 }, {}, {}],
    index: 1,
  });
});

test("a gradient has from two stops to as many as can be stored", () => {
  const full = Array.from({ length: LIMITS.gradientStops }, (_, at) => ({
    offset: at / 20,
    color: "#000000",
  }));
  expect(withStop(full, 0.3)).toBeNull();
  expect(withoutStop(stops, 1)).toEqual({ stops: [stops[0], stops[2]], index: 1 });
  expect(withoutStop(stops.slice(1), 0)).toBeNull();
});

test("a stop that passes others changes places with them and stays the one that is moved", () => {
  const moved = withStopAt(stops, 0, 0.704);
  expect(moved.stops.map(({ offset }) => offset)).toEqual([0.5, 0.7, 1]);
  expect(moved.stops[moved.index]?.color).toBe("#000000");
});

test("stops are kept in order, whatever is done", () => {
  const offset = fc.integer({ min: -50, max: 150 }).map((percent) => percent / 100);
  fc.assert(
    fc.property(fc.array(offset, { maxLength: 6 }), fc.nat(5), (offsets, index) => {
      let now = stops;
      for (const at of offsets) now = withStopAt(withStop(now, at)?.stops ?? now, index, 1 - at).stops;
      const places = now.map((stop) => stop.offset);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    }),
  );
});
