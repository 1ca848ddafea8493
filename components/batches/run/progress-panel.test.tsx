import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { BatchProgress } from "@/lib/batches/batch-item";
import { ProgressPanel } from "./progress-panel";

const RUNNING: BatchProgress = {
  ...{ id: "bat_1", state: "running", rows: 100, leftOut: 0, made: 0, failed: 0, bytes: 0 },
  ...{ waitsFor: null, rowsPerSecond: null, secondsLeft: null },
};

const textOf = (progress: BatchProgress) =>
  renderToStaticMarkup(<ProgressPanel progress={progress} />).replace(/<[^>]+>/g, " ");

test("a batch that is held up says why, and that it goes on by itself", () => {
  expect(textOf(RUNNING)).toContain("Beginning…");
  const full = textOf({ ...RUNNING, made: 10, waitsFor: "storage_full" });
  expect(full).toContain("No room in storage");
  expect(full).toContain("goes on by itself");
  expect(full).not.toContain("Beginning…");
  expect(textOf({ ...RUNNING, waitsFor: "unavailable" })).toContain("tries again each minute");
});

test("one that is not running waits for nothing", () => {
  expect(textOf({ ...RUNNING, state: "paused", waitsFor: "storage_full" })).not.toContain("No room");
});
