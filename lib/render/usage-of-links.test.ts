import { beforeEach, expect, test } from "vitest";
import { handlerRig } from "./testing/handler-rig";

/** What the picture handler counts, with the handler itself, its caches and its painter. */

const WARM = "/i/tag.png?first_name=O%27Neil";

let at: ReturnType<typeof handlerRig>;
beforeEach(() => {
  at = handlerRig();
});

/** Served and rendered until now. */
function counted(): [served: number, rendered: number] {
  const rows = at.rig.counts.peek();
  for (const row of rows) expect(row).toMatchObject({ workspaceId: "w", projectId: "p", day: "1970-01-01" });
  const sum = (name: "served" | "rendered") => rows.reduce((all, row) => all + row[name], 0);
  return [sum("served"), sum("rendered")];
}

test("one that is new and 99 that are remembered: 100 served, 1 rendered", async () => {
  for (let turn = 0; turn < 100; turn += 1) expect((await at.get(WARM)).status).toBe(200);
  expect(counted()).toEqual([100, 1]);
});

test("a thousand at once that are equal are painted once, and all counted", async () => {
  await Promise.all(Array.from({ length: 1000 }, () => at.get(WARM)));
  expect(counted()).toEqual([1000, 1]);
});

test("a remembered picture is answered and counted at once: nothing is asked for, so no query either", async () => {
  await at.get(WARM);
  at.rig.down = true;
  for (let turn = 0; turn < 50; turn += 1) expect(at.atOnce(WARM)?.status).toBe(200);
  expect(counted()).toEqual([51, 1]);
});

test("what sends no picture counts none: HEAD, not modified, another method", async () => {
  const etag = (await at.get(WARM)).headers.get("etag") ?? "";
  await at.get(WARM, { method: "HEAD" });
  await at.get("/i/tag.png?first_name=Ann", { method: "HEAD" });
  expect((await at.get(WARM, { headers: { "if-none-match": etag } })).status).toBe(304);
  await at.get(WARM, { method: "POST" });
  await at.get(WARM, { method: "OPTIONS" });
  // The one that HEAD asked for was painted for it.
  expect(counted()).toEqual([1, 2]);
});

test.each(["/i/gone.png", "/i/draft.png", "/i/nobody.png", "/i/tag.png/..;/x"])(
  "a card is nobody's picture: %s",
  async (path) => {
    await at.get(path);
    expect(counted()).toEqual([0, 0]);
  },
);

test("in a busy moment the picture without values is the link's own and counts; a card in its place does not", async () => {
  at.rig.busy = true;
  expect((await at.get(WARM)).headers.get("x-render-status")).toBe("fallback; reason=busy");
  expect(counted()).toEqual([1, 1]);
  at.rig.broken = true;
  expect((await at.get("/i/thanks.png?first_name=Ann")).headers.get("x-render-status")).toBe(
    "fallback; reason=failed",
  );
  expect(counted()).toEqual([1, 1]);
});

test("a picture that cannot be painted is not counted as rendered", async () => {
  at.rig.failing = ["picture"];
  await at.get(WARM);
  expect(counted()).toEqual([0, 0]);
});
