import { expect, test } from "vitest";
import { createUsageCounts } from "./usage-counts";

const MIDNIGHT = Date.UTC(2026, 11, 1);

test("a picture belongs to the day and month it was answered in, in UTC", () => {
  let now = MIDNIGHT - 1;
  const counts = createUsageCounts(() => now);
  const owner = { workspaceId: "w", projectId: "p" };
  counts.served(owner);
  counts.rendered(owner);
  now = MIDNIGHT;
  counts.served(owner);
  const rows = counts.take();
  const row = { workspaceId: "w", projectId: "p" };
  expect(rows).toEqual([
    { ...row, day: "2026-11-30", served: 1, rendered: 1 },
    { ...row, day: "2026-12-01", served: 1, rendered: 0 },
  ]);
  expect(counts.take()).toEqual([]);
  counts.served(owner);
  expect(counts.take()).toEqual([{ ...row, day: "2026-12-01", served: 1, rendered: 0 }]);
});

test("looking takes nothing away, and what was taken changes no more", () => {
  const counts = createUsageCounts(() => MIDNIGHT);
  counts.served({ workspaceId: "w" });
  expect(counts.peek()).toMatchObject([{ projectId: "", served: 1 }]);
  const taken = counts.take();
  counts.served({ workspaceId: "w" });
  expect(taken).toMatchObject([{ served: 1 }]);
});

test("memory is bounded: without room for a project its workspace still counts, and what is left out is known", () => {
  const counts = createUsageCounts(() => MIDNIGHT, 10);
  for (let project = 0; project < 1000; project += 1) {
    counts.served({ workspaceId: "w", projectId: `p${project}` });
  }
  expect(counts.peek()).toHaveLength(10);
  expect(counts.peek().find(({ projectId }) => projectId === "")?.served).toBe(1000 - 9);
  counts.served({ workspaceId: "another", projectId: "p" });
  expect(counts.dropped()).toBe(1);
  const sum = counts.take().reduce((all, { served }) => all + served, 0);
  expect(sum).toBe(1000);
  counts.served({ workspaceId: "another", projectId: "p" });
  expect([counts.dropped(), counts.take().length]).toEqual([1, 1]);
});
