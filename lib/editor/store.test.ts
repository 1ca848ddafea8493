import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/errors";
import { moveLayers } from "@/lib/template/commands/move-layers";
import { removeLayers } from "@/lib/template/commands/remove-layers";
import { removeSample } from "@/lib/template/commands/sample-commands";
import { setCanvas } from "@/lib/template/commands/set-canvas";
import { createEditorStore, shownDocument } from "./store";
import { documentWith, group, rectangle } from "./testing/sample-document";

const document = documentWith(
  [rectangle("a"), rectangle("b", { x: 300 }), group("g", [rectangle("inside")])],
  {
    samples: [{ id: "row", name: "O'Neil", values: {} }],
  },
);

function open() {
  let now = 0;
  const store = createEditorStore({
    document,
    notices: [{ kind: "repair", message: "A colour was mended." }],
    now: () => now,
  });
  return {
    store,
    state: store.getState,
    wait: (ms: number) => {
      now += ms;
    },
  };
}

describe("createEditorStore", () => {
  it("opens unchanged, with what was repaired", () => {
    const { state } = open();
    expect(state()).toMatchObject({
      document,
      selection: [],
      history: { canUndo: false, canRedo: false },
      notices: [{ id: 1, kind: "repair" }],
    });
  });

  it("names the step and takes it back", () => {
    const { store, state } = open();
    const changed = store.dispatch("Move", (doc) => moveLayers(doc, { ids: ["a"], dx: 5, dy: 0 }));
    expect([changed, state().history.undoLabel]).toEqual([true, "Move"]);
    store.undo();
    expect(state().document).toBe(document);
    expect(state().history).toMatchObject({ canUndo: false, canRedo: true, redoLabel: "Move" });
  });

  it("makes nothing of a command that changes nothing", () => {
    const { store, state } = open();
    expect(store.dispatch("Move", (doc) => moveLayers(doc, { ids: ["gone"], dx: 5, dy: 0 }))).toBe(false);
    expect(state().history.canUndo).toBe(false);
  });

  it("says what a command could not do, and does not hide what nobody expected", () => {
    const { store, state } = open();
    const refuse = () => {
      throw new AppError("invalid", "A template holds at most 50 fields.");
    };
    expect(store.dispatch("Add field", refuse)).toBe(false);
    store.dispatch("Add field", refuse);
    expect(state().notices.map(({ message }) => message)).toEqual([
      "A colour was mended.",
      "A template holds at most 50 fields.",
    ]);
    store.dismiss(1);
    expect(state().notices).toHaveLength(1);
    const crash = () => {
      throw new TypeError("unexpected");
    };
    expect(() => store.dispatch("Crash", crash)).toThrow(TypeError);
    expect(state().document).toBe(document);
  });

  it("shows a gesture without saving it, and Escape leaves no trace", () => {
    const { store, state } = open();
    store.select(["a"]);
    const before = state();
    store.begin("Move");
    store.preview((start) => moveLayers(start, { ids: ["a"], dx: 5, dy: 0 }), {
      guides: [{ kind: "line", axis: "x", at: 5, from: 0, to: 9 }],
    });
    store.preview((start) => moveLayers(start, { ids: ["a"], dx: 9, dy: 0 }));
    expect(state().document).toBe(document);
    expect(shownDocument(state()).layers[0]?.x).toBe(9);
    store.cancel();
    expect(state()).toEqual(before);
    expect(state().document).toBe(document);
  });

  it("tells nobody of parts that a preview did not change", () => {
    const { store, state } = open();
    store.select(["a"]);
    store.begin("Move");
    const before = state();
    store.preview((start) => moveLayers(start, { ids: ["a"], dx: 5, dy: 0 }));
    for (const part of [
      "document",
      "selection",
      "history",
      "guides",
      "view",
      "sampleView",
      "notices",
    ] as const) {
      expect(state()[part], part).toBe(before[part]);
    }
  });

  it("commits a gesture as one step, with the selection it made", () => {
    const { store, state } = open();
    store.begin("Move");
    for (const dx of [1, 2, 3]) {
      store.preview((start) => moveLayers(start, { ids: ["a"], dx, dy: 0 }), { select: ["b"] });
    }
    store.commit();
    expect(state()).toMatchObject({ selection: ["b"], gesture: null, guides: [] });
    expect(state().document.layers[0]?.x).toBe(3);
    store.undo();
    expect(state().document).toBe(document);
    expect(state().history.canUndo).toBe(false);
  });

  it("settles an open gesture before another command", () => {
    const { store, state } = open();
    store.begin("Move");
    store.preview((start) => moveLayers(start, { ids: ["a"], dx: 7, dy: 0 }));
    store.dispatch("Describe", (doc) => setCanvas(doc, { alt: "Щёголева" }));
    expect(state().document).toMatchObject({ alt: "Щёголева", layers: [{ x: 7 }, {}, {}] });
    store.undo();
    expect(state().document.layers[0]?.x).toBe(7);
    store.undo();
    expect(state().document).toBe(document);
  });

  it("melts steps of one kind that follow quickly", () => {
    const { store, state, wait } = open();
    for (const alt of ["N", "Ng", "Ngu"]) {
      store.dispatch("Describe", (doc) => setCanvas(doc, { alt }), { merge: "alt" });
      wait(300);
    }
    wait(2000);
    store.dispatch("Describe", (doc) => setCanvas(doc, { alt: "Nguyễn" }), { merge: "alt" });
    store.undo();
    expect(state().document.alt).toBe("Ngu");
    store.undo();
    expect(state().document.alt).toBe("");
  });

  it("lets go of layers, groups and rows that are gone, and brings the selection back with undo", () => {
    const { store, state } = open();
    store.select(["inside"], "g");
    store.setSampleView({ kind: "row", id: "row" });
    store.dispatch("Delete", (doc) => removeLayers(removeSample(doc, { id: "row" }), { ids: ["inside"] }));
    expect(state()).toMatchObject({ selection: [], enteredGroupId: null, sampleView: { kind: "fields" } });
    store.undo();
    expect(state().selection).toEqual(["inside"]);
    store.select(["b", "nobody", "b"]);
    expect(state().selection).toEqual(["b"]);
  });

  it("keeps redo through clicks", () => {
    const { store, state } = open();
    store.dispatch("Move", (doc) => moveLayers(doc, { ids: ["a"], dx: 5, dy: 0 }));
    store.undo();
    store.select(["b"]);
    store.select([]);
    expect(state().history.canRedo).toBe(true);
    store.redo();
    expect(state().document.layers[0]?.x).toBe(5);
  });

  it("fits the canvas into the first viewport and keeps the view in later ones", () => {
    const { store, state } = open();
    store.setViewport({ width: 696, height: 800 });
    expect(state().view.zoom).toBe(0.5);
    store.setView({ zoom: 2, x: -100, y: 0 });
    store.setViewport({ width: 900, height: 800 });
    expect(state().view).toEqual({ zoom: 2, x: -100, y: 0 });
  });

  it("ends typing when something else is selected", () => {
    const { store, state } = open();
    store.editText("a");
    expect(state()).toMatchObject({ editingTextId: "a", selection: ["a"] });
    store.select(["b"]);
    expect(state().editingTextId).toBeNull();
  });
});
