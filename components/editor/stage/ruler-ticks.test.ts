import { expect, it } from "vitest";
import { rulerTicks } from "./ruler-ticks";

it.each([
  [40, 0.7, 900, 100],
  [-3000, 4, 900, 20],
  [0, 16, 500, 5],
  [400, 0.05, 900, 2000],
])("offset %f at zoom %f over %f px: a label every %f px", (offset, zoom, length, step) => {
  const ticks = rulerTicks(offset, zoom, length);
  const labelled = ticks.filter((tick) => tick.labelled).map(({ value }) => value);
  expect(labelled.length).toBeGreaterThan(1);
  expect(labelled.every((value) => value % step === 0)).toBe(true);
  expect((labelled[1] ?? 0) - (labelled[0] ?? 0)).toBe(step);
  for (const { value, at } of ticks) {
    expect(at).toBeCloseTo(offset + value * zoom, 6);
    expect(at).toBeGreaterThanOrEqual(0);
    expect(at).toBeLessThanOrEqual(length);
  }
});
