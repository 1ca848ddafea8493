import { beforeEach, describe, expect, it } from "vitest";
import { moveLayers } from "@/lib/template/commands/move-layers";
import { setProperties } from "@/lib/template/commands/set-properties";
import { LIMITS } from "@/lib/template/limits";
import { findLayer } from "@/lib/template/tree";
import { connectAutosave } from "../connect-autosave";
import { createEditorStore, type EditorStore, shownDesign, shownDocument } from "../store";
import { documentWith, group, rectangle } from "../testing/sample-document";
import { meaningfulOutput } from "./output-choice";
import { addSize, deleteSize, measured, renameSize, resetSize } from "./size-commands";
import { listSizes, nextSize } from "./size-list";

const document = documentWith([
  rectangle("a"),
  rectangle("b", { x: 300 }),
  group("g", [rectangle("inside")]),
]);
const STORY = { name: "Story", width: 1080, height: 1920, displayWidth: 540 };

let store: EditorStore;
const state = () => store.getState();
const add = () => addSize(store, STORY, "story", () => "fresh");
const move = (dy: number) => (doc: typeof document) => moveLayers(doc, { ids: ["a"], dx: 0, dy });

beforeEach(() => {
  store = createEditorStore({ document, now: () => 0 });
  store.setViewport({ width: 900, height: 700 });
});

describe("sizes in the store", () => {
  it("are taken in hand when added, keep the selection and fit the view", () => {
    store.select(["a"]);
    const view = state().view;
    expect(add()).toBe(true);
    expect(state()).toMatchObject({
      sizeId: "story",
      selection: ["a"],
      document: { width: 1080, variants: [] },
    });
    expect(state().view.zoom).toBeLessThan(view.zoom);
    store.setSize(null);
    expect(state()).toMatchObject({ sizeId: null, selection: ["a"], view });
    expect(state().document).toBe(state().design);
    add();
    expect(state().design.variants.map(({ id, name }) => [id, name])).toEqual([
      ["story", "Story"],
      ["story-2", "Story 2"],
    ]);
  });

  it("are changed where they are, and all else in the design", () => {
    add();
    const b = findLayer(state().document, "b");
    store.dispatch("Move", move(50));
    expect(state().design.layers).toEqual(document.layers);
    expect(Object.keys(state().design.variants[0]?.overrides.a ?? {})).toEqual(["y"]);
    // What did not change is the very same object, so nothing of it is painted.
    expect(findLayer(state().document, "b")).toBe(b);
    store.dispatch("Opacity", (doc) => setProperties(doc, { ids: ["a"], values: { opacity: 0.5 } }));
    expect(findLayer(state().design, "a")).toMatchObject({ opacity: 0.5, y: findLayer(document, "a")?.y });
  });

  it("show a gesture live and leave no trace of one that was cancelled", () => {
    add();
    const before = state().document;
    store.begin("Move");
    store.preview(move(80));
    expect(findLayer(shownDocument(state()), "a")?.y).toBeCloseTo((findLayer(before, "a")?.y ?? 0) + 80);
    expect(shownDesign(state()).variants[0]?.overrides.a).toBeDefined();
    expect(state().document).toBe(before);
    store.cancel();
    expect(shownDocument(state())).toBe(before);
    store.begin("Move");
    store.preview(move(80));
    store.commit();
    expect(state().history.undoLabel).toBe("Move");
    store.undo();
    expect(state().document).toBe(before);
  });

  it("fall back to the design when undo takes them away", () => {
    add();
    store.dispatch("Move", move(50));
    store.undo();
    store.undo();
    expect(state()).toMatchObject({ sizeId: null, history: { canUndo: false } });
    expect(state().document).toBe(document);
    store.redo();
    expect(state().design.variants).toHaveLength(1);
    store.setSize("story");
    deleteSize(store, "story");
    expect(state().sizeId).toBeNull();
    store.undo();
    expect(state().design.variants).toHaveLength(1);
  });

  it("are reset in one step, renamed, measured", () => {
    add();
    store.dispatch("Move", move(50));
    expect(listSizes(state().design)).toMatchObject([{ name: "Design" }, { name: "Story", overrides: 1 }]);
    expect(resetSize(store, { layerIds: ["a"], keys: ["y"] })).toBe(true);
    expect(state().design.variants[0]?.overrides).toEqual({});
    store.undo();
    expect(listSizes(state().design)[1]?.overrides).toBe(1);
    renameSize(store, "story", "Reel");
    store.dispatch("Canvas size", (doc) => measured(doc, "story", { width: 700 }), { of: "design" });
    expect(state()).toMatchObject({ document: { width: 700 }, design: { width: document.width } });
    expect(nextSize(state(), 1)).toMatchObject({ id: null });
    expect(nextSize({ ...state(), sizeId: null }, -1)).toMatchObject({ id: "story", name: "Reel" });
  });

  it("say when there is no room for another", () => {
    for (let count = 0; count < LIMITS.variants; count += 1) expect(add()).toBe(true);
    expect(add()).toBe(false);
    expect(state().notices.at(-1)?.message).toContain("at most 12 sizes");
    expect(state().design.variants).toHaveLength(LIMITS.variants);
  });

  it("are saved with the design, never as a document of their own", () => {
    const saved: unknown[] = [];
    const stop = connectAutosave(store, { change: (doc) => void saved.push(doc) });
    add();
    store.dispatch("Move", move(50));
    stop();
    expect(saved.at(-1)).toBe(state().design);
    expect(saved).toHaveLength(3);
  });
});

it("asks a link only for what means something", () => {
  add();
  const { design } = state();
  const asked = { size: "story", scale: 3 as const, kilobytes: 150 };
  expect(meaningfulOutput(design, "png", asked)).toEqual({ size: "story", scale: 2, kilobytes: null });
  expect(meaningfulOutput(design, "jpg", asked)).toEqual({ size: "story", scale: 2, kilobytes: 150 });
  expect(meaningfulOutput(design, "pdf", asked)).toEqual({ size: "story", scale: 1, kilobytes: null });
  expect(meaningfulOutput(design, "avif", asked)).toEqual({ size: "story", scale: 1, kilobytes: null });
  expect(meaningfulOutput(design, "jpg", { ...asked, size: "gone" })).toMatchObject({ size: null });
});
