import { expect, test } from "vitest";
import { documentWith, text } from "../testing/sample-document";
import { findProblems } from "./find-problems";
import { judgedRows } from "./judged-rows";
import { Cancelled, createPace } from "./pace";
import { nodeEyes } from "./testing/node-eyes";

test("rests once a stretch is over, and not before", async () => {
  let [now, rests] = [0, 0];
  const pace = createPace({
    now: () => now,
    idle: async () => {
      rests += 1;
    },
    cancelled: () => false,
  });
  for (const [at, rested] of [
    [10, 0],
    [15, 0],
    [16, 1],
    [31, 1],
    [33, 2],
  ] as const) {
    now = at;
    await pace.breathe();
    expect(rests).toBe(rested);
  }
});

test("work that is called off ends at the next breath, also while it rests", async () => {
  let cancelled = false;
  const pace = createPace({
    now: () => 0,
    idle: async () => undefined,
    cancelled: () => cancelled,
  });
  await pace.breathe();
  cancelled = true;
  await expect(pace.breathe()).rejects.toBeInstanceOf(Cancelled);
});

test("between two breaths at most one text is laid out, one picture drawn", async () => {
  const eyes = await nodeEyes();
  const document = documentWith(
    ["a", "b", "c", "d"].map((id, index) => text(id, `Words ${id}`, { y: 20 + index * 120 })),
  );
  let [laidOut, most, drawn] = [0, 0, eyes.rasters()];
  const layoutText: typeof eyes.painter.layoutText = (layer) => {
    laidOut += 1;
    return eyes.painter.layoutText(layer);
  };
  const breathe = async () => {
    most = Math.max(most, laidOut, eyes.rasters() - drawn);
    laidOut = 0;
    drawn = eyes.rasters();
  };
  const watched = { ...eyes, painter: { ...eyes.painter, layoutText } };
  await findProblems(document, { rows: judgedRows(document), eyes: watched, pace: { breathe } });
  expect(eyes.rasters()).toBe(12);
  expect(most).toBe(1);
});
