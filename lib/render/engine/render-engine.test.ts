import { expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import { createDocument } from "@/lib/template/create-document";
import { resolveDocument } from "@/lib/template/resolve-document";
import type { Output } from "./output";
import type { PaintResults, TaskKind } from "./paint-task";
import { CompileFailure } from "./quarantine";
import { createRenderEngine, type RenderRequest, type RunTask } from "./render-engine";

const RESULTS: PaintResults = {
  plates: {
    width: 1,
    height: 1,
    scale: 1,
    channels: 3,
    base: new Uint8Array(3),
    ground: new Uint8Array(3),
    steps: [],
  },
  encoding: { kind: "plain", format: "webp", quality: 80 },
  picture: { bytes: new Uint8Array(1), quality: null },
  whole: { bytes: new Uint8Array(1), quality: null },
  moving: { bytes: new Uint8Array(1), quality: null },
  drawing: { bytes: new Uint8Array(1), quality: null },
  texts: [],
};

/** An engine whose tasks do nothing but are written down, as `kind urgency owner`, or fail. */
function rig() {
  const state = { now: 0, tasks: [] as string[], fails: null as { kind: TaskKind; error: Error } | null };
  const budgets: (number | null)[] = [];
  const run: RunTask = async (task, urgency, owner) => {
    const { kind } = task;
    state.tasks.push(`${kind} ${urgency} ${owner}`);
    if ("options" in task) budgets.push(task.options.kilobytes);
    if (state.fails?.kind === kind) throw state.fails.error;
    return RESULTS[kind];
  };
  const engine = createRenderEngine(run, undefined, () => state.now);
  const count = (kind: TaskKind) => state.tasks.filter((task) => task.startsWith(kind)).length;
  return { state, engine, count, budgets };
}

function asking(output: Partial<Output> = {}, size = { width: 10, height: 10 }): RenderRequest {
  const document = createDocument({ ...size, displayWidth: size.width });
  return {
    version: "v",
    document,
    resolved: resolveDocument(document, {}, { now: 0 }).document,
    book: { image: () => null, hash: () => "-", hashes: [], failed: 0, remote: false },
    families: [],
    output: { format: "png", scale: 1, kilobytes: null, ...output },
    urgency: "usual",
    owner: "w",
  };
}

test.each(["plates", "encoding"] as const)(
  "%s that failed are left alone for half a minute",
  async (kind) => {
    const { state, engine, count } = rig();
    state.fails = { kind, error: new Error("the painter hangs") };
    for (let time = 0; time < 20; time += 1) {
      await expect(engine.render(asking())).rejects.toBeInstanceOf(CompileFailure);
      state.now += 1_400;
    }
    expect(count(kind)).toBe(1);
    await engine.render(asking({ scale: 2 })).catch(() => {});
    expect(count(kind)).toBe(2);
    state.now = 30_000;
    state.fails = null;
    await engine.render(asking());
    expect(count(kind)).toBe(3);
  },
);

test("what found no room is tried again at once", async () => {
  const { state, engine, count } = rig();
  state.fails = { kind: "plates", error: new AppError("unavailable", "no room") };
  await expect(engine.render(asking())).rejects.toMatchObject({ code: "unavailable" });
  state.fails = null;
  await engine.render(asking());
  expect(count("plates")).toBe(2);
});

test("only the first encoding of a version is urgent, the others as much as the picture that wants them", async () => {
  const { state, engine } = rig();
  await engine.render(asking({ format: "webp", kilobytes: 100 }));
  await engine.render(asking({ format: "webp", kilobytes: 50 }));
  await engine.render({ ...asking({ format: "webp", kilobytes: 20 }), urgency: "urgent" });
  expect(state.tasks).toEqual([
    "plates urgent w",
    "encoding urgent w",
    "picture usual w",
    "encoding usual w",
    "picture usual w",
    "encoding urgent w",
    "picture urgent w",
  ]);
});

test("for a large AVIF no quality is looked for", async () => {
  const { state, engine, budgets } = rig();
  const size = { width: 2_000, height: 1_000 };
  await engine.render(asking({ format: "avif", kilobytes: 200 }, size));
  expect(state.tasks).toContain("encoding urgent w");
  expect(budgets).toEqual([200, 200]);
  const larger = rig();
  await larger.engine.render({
    ...asking({ format: "avif", kilobytes: 200 }, { width: 2_000, height: 1_001 }),
    version: "larger",
  });
  expect(larger.state.tasks).toEqual(["plates urgent w", "picture usual w"]);
  expect(larger.budgets).toEqual([null]);
});
