import { expect, test } from "vitest";
import { moveLayers } from "@/lib/template/commands/move-layers";
import { createEditorStore } from "../store";
import { createFakeClock } from "../testing/fake-clock";
import { documentWith, rectangle } from "../testing/sample-document";
import { finding } from "./finding";
import type { Pace } from "./pace";
import { createProblemWatch } from "./problem-watch";

function watched() {
  const clock = createFakeClock();
  const store = createEditorStore({ document: documentWith([rectangle("a")]), now: clock.now });
  const waiting: { pace: Pace; x: number; done: () => void }[] = [];
  const watch = createProblemWatch({
    store,
    clock,
    idle: async () => undefined,
    soon: async () => undefined,
    judge: async (document, pace) => {
      const x = document.layers[0]?.x ?? 0;
      await new Promise<void>((done) => waiting.push({ pace, x, done }));
      await pace.breathe();
      return [finding({ code: "outside_canvas", severity: "warning", message: `at ${x}`, path: "" })];
    },
  });
  const move = (dx: number) => store.dispatch("Move", (doc) => moveLayers(doc, { ids: ["a"], dx, dy: 0 }));
  const told = () => watch.state.getState().findings.map(({ message }) => message);
  const settled = async () => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  };
  return { clock, store, watch, waiting, move, told, settled };
}

test("a document that has come to rest is looked at once; what was found stays until the next look is done", async () => {
  const { clock, watch, waiting, move, told, settled } = watched();
  move(1);
  move(1);
  await clock.advance(499);
  expect(watch.state.getState().runs).toBe(0);
  await clock.advance(1);
  waiting[0]?.done();
  await settled();
  expect(told()).toEqual(["at 2"]);
  move(5);
  await clock.advance(500);
  expect(watch.state.getState()).toMatchObject({ runs: 2, busy: true });
  expect(told()).toEqual(["at 2"]);
  waiting[1]?.done();
  await settled();
  expect(told()).toEqual(["at 7"]);
  await clock.advance(5000);
  expect(watch.state.getState()).toMatchObject({ runs: 2, busy: false });
});

test("a drag begins no look and calls off the one under way; one that changed nothing takes up what it interrupted", async () => {
  const { clock, store, watch, waiting, told, settled } = watched();
  await clock.advance(500);
  store.begin("Move");
  for (let step = 0; step < 20; step += 1) {
    store.preview((doc) => moveLayers(doc, { ids: ["a"], dx: step, dy: 0 }));
    await clock.advance(1000);
  }
  waiting[0]?.done();
  await settled();
  expect(watch.state.getState()).toMatchObject({ runs: 1, busy: false, judged: null });
  expect(told()).toEqual([]);
  store.cancel();
  await clock.advance(500);
  expect(watch.state.getState().runs).toBe(2);
  waiting[1]?.done();
  await settled();
  expect(told()).toEqual(["at 0"]);
});

test("what is told before the end of a look is there at once, and enough for whoever waits", async () => {
  const clock = createFakeClock();
  const store = createEditorStore({ document: documentWith([rectangle("a")]), now: clock.now });
  const found = (message: string) => [finding({ code: "text_cut", severity: "info", message, path: "" })];
  let end = () => {};
  const watch = createProblemWatch({
    store,
    clock,
    idle: async () => undefined,
    soon: async () => undefined,
    judge: async (_, __, tell) => {
      tell(found("first"));
      await new Promise<void>((done) => {
        end = done;
      });
      return found("last");
    },
  });
  expect((await watch.settle()).map(({ message }) => message)).toEqual(["first"]);
  expect(watch.state.getState()).toMatchObject({ busy: true, judged: store.getState().document });
  end();
  await clock.advance(0);
  expect(watch.state.getState().findings).toEqual(found("last"));
  expect(watch.state.getState()).toMatchObject({ busy: false, runs: 1 });
});

test("whoever waits for the outcome gets that of the document as it is, without the rest before it", async () => {
  const { watch, waiting, move, settled } = watched();
  move(3);
  const first = watch.settle();
  move(4);
  waiting[0]?.done();
  await settled();
  waiting[1]?.done();
  expect((await first).map(({ message }) => message)).toEqual(["at 7"]);
  expect(await watch.settle()).toBe(watch.state.getState().findings);
  expect(watch.state.getState().runs).toBe(2);
});
