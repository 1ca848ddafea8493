import { afterEach, expect, test, vi } from "vitest";
import type { BatchProgress } from "./batch-item";
import { endWatching, watchProgress } from "./watch-progress";

const BATCH = { id: "bat_1", workspaceId: "wsp_1" };
const START: BatchProgress = {
  id: "bat_1",
  state: "running",
  rows: 10,
  leftOut: 0,
  made: 0,
  failed: 0,
  bytes: 0,
  waitsFor: null,
  rowsPerSecond: null,
  secondsLeft: null,
};

afterEach(() => {
  endWatching();
  vi.useRealTimers();
});

/** Loads what `now.progress` says at the moment, and counts how often. */
function rig() {
  vi.useFakeTimers();
  const now: { progress: BatchProgress | null } = { progress: START };
  const load = vi.fn(async () => now.progress);
  const heard: (number | null)[] = [];
  const watch = () =>
    watchProgress(BATCH, (progress) => heard.push(progress?.made ?? null), { everyMs: 1_000, load });
  return { now, load, heard, watch };
}

test("however many watch, the batch is looked at once a second, and told of only where it changed", async () => {
  const { now, load, heard, watch } = rig();
  const stops = Array.from({ length: 50 }, watch);
  await vi.advanceTimersByTimeAsync(0);
  expect([load.mock.calls.length, heard.length]).toEqual([1, 50]);
  await vi.advanceTimersByTimeAsync(3_000);
  expect([load.mock.calls.length, heard.length]).toEqual([4, 50]);
  now.progress = { ...START, made: 7 };
  await vi.advanceTimersByTimeAsync(1_000);
  expect(heard.slice(50)).toEqual(Array(50).fill(7));
  // Who comes later is told at once.
  watch();
  expect(heard.slice(100)).toEqual([7]);
  for (const stop of stops) stop();
  expect(load).toHaveBeenCalledTimes(5);
});

test("when nobody watches any more, nobody asks", async () => {
  const { load, watch } = rig();
  const stop = watch();
  await vi.advanceTimersByTimeAsync(1_000);
  stop();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(load).toHaveBeenCalledTimes(2);
});

test("who watches a batch that is deleted, or a server that stops, is told that it is over", async () => {
  const { now, heard, watch } = rig();
  watch();
  await vi.advanceTimersByTimeAsync(0);
  now.progress = null;
  await vi.advanceTimersByTimeAsync(1_000);
  expect(heard).toEqual([0, null]);
  now.progress = START;
  watch();
  await vi.advanceTimersByTimeAsync(0);
  endWatching();
  expect(heard).toEqual([0, null, 0, null]);
});
