import { expect, test } from "vitest";
import { createEditorStore } from "@/lib/editor/store";
import { documentWith, rectangle } from "@/lib/editor/testing/sample-document";
import { LIMITS } from "@/lib/template/limits";
import type { Layer } from "@/lib/template/schema";
import { createStageUi } from "./stage-ui";
import { createTransformDrags } from "./transform-drag";

const NO_KEYS = { shift: false, alt: true, free: true };

function open(layers: Layer[], rights = { lock: false, contentOnly: false }) {
  const store = createEditorStore({ document: documentWith(layers), rights, now: () => 0 });
  let ids = 0;
  const drags = createTransformDrags({
    store,
    ui: createStageUi(),
    newId: () => {
      ids += 1;
      return `copy${ids}`;
    },
    hidden: () => new Set(),
    flowHeight: () => null,
  });
  store.select(store.getState().document.layers.map(({ id }) => id));
  return {
    layers: () => store.getState().document.layers.map(({ id, x }) => `${id} ${x}`),
    locks: () => store.getState().document.layers.map(({ locks }) => locks.length),
    said: () => store.getState().notices.map(({ message }) => message),
    /** A copy is dragged 40 px to the right. */
    copyAway: () => {
      const drag = drags.move({ x: 10, y: 10 }, true);
      if (!drag) return;
      const result = drag.run({ x: 50, y: 10 }, NO_KEYS);
      store.preview(() => result.document, { select: drag.copies ?? [] });
      store.commit();
    },
  };
}

test("copies of layers whose position is locked go with the drag, free of locks they could not take off", () => {
  const locked = rectangle("kept", { locks: ["position", "delete"] });
  const editor = open([locked, rectangle("free", { x: 300 })]);
  editor.copyAway();
  expect(editor.layers()).toEqual(["kept 0", "free 300", "copy1 40", "copy2 340"]);
  expect(editor.locks()).toEqual([2, 0, 0, 0]);
  expect(editor.said()).toEqual([]);

  const owner = open([locked], { lock: true, contentOnly: false });
  owner.copyAway();
  expect([owner.layers(), owner.locks()]).toEqual([
    ["kept 0", "copy1 40"],
    [2, 2],
  ]);
});

test("what is locked by hand is left where it is, and no copy of it lies unseen on it", () => {
  const editor = open([rectangle("still", { locked: true }), rectangle("free")]);
  editor.copyAway();
  expect(editor.layers()).toEqual(["still 0", "free 0", "copy1 40"]);
});

test("where nothing can be copied nothing moves, and it is said why", () => {
  const editor = open([rectangle("a")], { lock: false, contentOnly: true });
  editor.copyAway();
  expect([editor.layers(), editor.said()]).toEqual([["a 0"], [expect.stringContaining("Brand-locked")]]);
  const many = Array.from({ length: LIMITS.layers }, (_, index) => rectangle(`l${index}`));
  const full = open(many);
  full.copyAway();
  expect(full.layers()).toEqual(many.map(({ id }) => `${id} 0`));
  expect(full.said()).toEqual([expect.stringContaining(`at most ${LIMITS.layers} layers`)]);
});
