import { describe, expect, it } from "vitest";
import { documentSchema } from "@/lib/template/schema";
import { findLayer } from "@/lib/template/tree";
import type { KeyPress, Platform } from "../shortcuts";
import { createEditorStore, type EditorStore } from "../store";
import { contextWith } from "../testing/action-context";
import { documentWith, field, group, rectangle, text } from "../testing/sample-document";
import { ACTION_LIST, ACTIONS, type ActionId, actionForKey } from "./actions";

const document = documentWith(
  [
    rectangle("shch", { name: "Щёголева", x: 100, y: 100 }),
    rectangle("lodz", { name: "Łódź", x: 300, y: 220 }),
    text("hello", "Hello {{first_name}}", { x: 700, y: 400, width: 300, height: 60 }),
    group("g", [rectangle("in", { width: 400, height: 300 })], { x: 20, y: 300 }),
    rectangle("locked", { x: 900, y: 20, locked: true }),
  ],
  {
    fields: [field("first_name", "there")],
    samples: [
      { id: "one", name: "Nguyễn", values: { first_name: "Nguyễn" } },
      { id: "two", name: "O'Neil", values: { first_name: "O'Neil" } },
    ],
  },
);

function open() {
  const store = createEditorStore({ document, now: () => 0 });
  store.setViewport({ width: 1296, height: 724 });
  let clipboard = "";
  let style: string | null = null;
  const asked: string[] = [];
  const context = contextWith({
    writeClipboard: async (written) => {
      clipboard = written;
    },
    readClipboard: async () => ({ text: clipboard, pictures: [] }),
    keptStyle: () => style,
    keepStyle: (text) => {
      style = text;
    },
    placePictures: (files) => asked.push(`place ${files.map(({ name }) => name).join(" ")}`),
    open: (part) => asked.push(`open ${part}`),
    choosePicture: (id) => asked.push(`picture ${id}`),
    cropPicture: (id) => asked.push(`crop ${id}`),
    pickColor: async () => "#123456",
    toggleContactSheet: () => asked.push("contact sheet"),
    startRename: (id) => asked.push(`rename ${id}`),
  });
  return {
    store,
    context,
    state: store.getState,
    asked,
    run: (id: ActionId) => ACTIONS[id].perform(store, context),
    layer: (id: string) => findLayer(store.getState().document, id),
    setClipboard: (words: string) => {
      clipboard = words;
    },
  };
}

const press = (key: string, change: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: "",
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  isComposing: false,
  ...change,
});
const onStage = { tagName: "DIV", role: "application" };
const keyOn = (store: EditorStore, key: KeyPress, target: Parameters<typeof actionForKey>[1] = onStage) =>
  actionForKey(key, target, store.getState(), "other")?.id ?? null;

describe("actions", () => {
  it("are reached by keys of which none means two things at once", () => {
    for (const platform of ["mac", "other"] satisfies Platform[]) {
      const keys = ACTION_LIST.flatMap(({ shortcuts }) =>
        shortcuts.map((shortcut) => JSON.stringify(shortcut)),
      );
      expect(new Set(keys).size, platform).toBe(keys.length);
    }
  });

  it("leave a valid document, whatever is selected and whatever is done, and undo takes it all back", async () => {
    const ids = ACTION_LIST.filter(({ id }) => id !== "undo" && id !== "redo").map(({ id }) => id);
    for (const selection of [[], ["lodz"], ["g"], ["shch", "hello", "in"], ["locked"]]) {
      const { store, state, run } = open();
      store.select(selection);
      for (const id of ids) {
        if (ACTIONS[id].enabled(state())) await run(id);
        expect(documentSchema.safeParse(state().document).success, id).toBe(true);
        store.commit();
      }
      while (state().history.canUndo) store.undo();
      expect(state().document).toEqual(document);
    }
  });

  it("never change a locked layer but by unlocking it", async () => {
    const { store, layer, run, state } = open();
    store.select(["locked"]);
    for (const { id, changes, enabled } of ACTION_LIST) {
      if (!changes || ["toggleLock", "toggleVisible", "duplicate", "rename"].includes(id)) continue;
      if (enabled(state())) await run(id);
      store.select(["locked"]);
    }
    expect(layer("locked")).toEqual(document.layers[4]);
    await run("toggleLock");
    expect(layer("locked")?.locked).toBe(false);
  });

  it("delete, and undo brings layers and selection back", async () => {
    const { store, state, run } = open();
    store.select(["lodz", "locked"]);
    await run("delete");
    expect(state().document.layers.map(({ id }) => id)).toEqual(["shch", "hello", "g", "locked"]);
    await run("undo");
    expect(state()).toMatchObject({ document, selection: ["lodz", "locked"] });
  });

  it("duplicate beside the original and select the copy", async () => {
    const { store, state, layer, run } = open();
    store.select(["g"]);
    await run("duplicate");
    const [copy] = state().selection;
    expect(layer(copy ?? "")).toMatchObject({ type: "group", x: 36, y: 316 });
    expect(state().selection).not.toContain("g");
  });

  it("copy, cut and paste through the clipboard; other text becomes a text layer", async () => {
    const { store, state, layer, run, setClipboard } = open();
    store.select(["lodz"]);
    await run("cut");
    expect(layer("lodz")).toBeUndefined();
    await run("paste");
    expect(layer(state().selection[0] ?? "")).toMatchObject({ name: "Łódź", x: 300, y: 220 });
    setClipboard("Dear Nguyễn");
    await run("paste");
    expect(layer(state().selection[0] ?? "")).toMatchObject({
      type: "text",
      runs: [{ text: "Dear Nguyễn" }],
    });
  });

  it("group and ungroup keep everything in place and selected", async () => {
    const { store, state, run } = open();
    store.select(["shch", "lodz"]);
    await run("group");
    expect(state().selection).toHaveLength(1);
    await run("ungroup");
    expect(state().selection).toEqual(["shch", "lodz"]);
    expect(state().document.layers.find(({ id }) => id === "lodz")).toMatchObject({ x: 300, y: 220 });
  });

  it("say why nothing was added when the document is full", async () => {
    const full = documentWith(Array.from({ length: 200 }, (_, at) => rectangle(`r${at}`)));
    const store = createEditorStore({ document: full, now: () => 0 });
    const { asked, context } = open();
    await ACTIONS.addImage.perform(store, context);
    expect(store.getState().document).toBe(full);
    expect(store.getState().notices[0]?.message).toContain("at most 200 layers");
    expect(asked).toEqual([]);
  });

  it("add to the middle of what is in sight, and open what needs content", async () => {
    const { store, state, layer, run, asked } = open();
    await run("addHeading");
    const [heading] = state().selection;
    expect(state().editingTextId).toBe(heading);
    const box = layer(heading ?? "");
    expect(box && box.x + box.width / 2).toBe(600);
    store.setView({ zoom: 4, x: 0, y: 0 });
    await run("addRectangle");
    const shape = layer(state().selection[0] ?? "");
    expect(shape && Math.abs(shape.x + shape.width / 2 - 162)).toBeLessThanOrEqual(1);
    await run("addImage");
    expect(asked).toEqual([`picture ${state().selection[0]}`]);
  });

  it("put a new layer a step beside one that stands there, but in the middle of a background", async () => {
    const { store, state, layer, run } = open();
    const middle = () => {
      const box = layer(state().selection[0] ?? "");
      return box && [Math.floor(box.x + box.width / 2), Math.floor(box.y + box.height / 2)];
    };
    store.dispatch("Add", (doc) => ({
      ...doc,
      layers: [rectangle("back", { width: 1200, height: 628 }), ...doc.layers],
    }));
    await run("addRectangle");
    expect(middle()).toEqual([600, 314]);
    await run("addEllipse");
    expect(middle()).toEqual([616, 330]);
    await run("addSubheading");
    expect(middle()).toEqual([632, 346]);
  });

  it("nudge by 1 and 10 as one step a run", async () => {
    const { store, state, layer, run } = open();
    store.select(["lodz"]);
    for (let times = 0; times < 5; times += 1) await run("nudgeRight");
    await run("nudgeDownFar");
    expect(layer("lodz")).toMatchObject({ x: 305, y: 230 });
    await run("undo");
    expect(state().document).toEqual(document);
  });

  it("turn and stretch by key in the layer's own frame", async () => {
    const { store, layer, run } = open();
    store.select(["lodz"]);
    await run("rotateRightFar");
    await run("rotateRight");
    await run("makeWiderFar");
    expect(layer("lodz")).toMatchObject({ rotation: 16, width: 110, height: 50 });
  });

  it("go round the sample rows", async () => {
    const { state, run } = open();
    const seen: string[] = [];
    for (let times = 0; times < 3; times += 1) {
      await run("showNextSample");
      const view = state().sampleView;
      seen.push(view.kind === "row" ? view.id : view.kind);
    }
    expect(seen).toEqual(["one", "two", "one"]);
  });
});

describe("actionForKey", () => {
  it("finds the action that is possible now", () => {
    const { store } = open();
    expect(keyOn(store, press("Delete"))).toBeNull();
    store.select(["lodz"]);
    expect(keyOn(store, press("Delete"))).toBe("delete");
    expect(keyOn(store, press("z", { ctrlKey: true }))).toBeNull();
    expect(keyOn(store, press("ArrowLeft", { shiftKey: true }))).toBe("nudgeLeftFar");
  });

  it("leaves typing alone", () => {
    const { store } = open();
    store.select(["lodz"]);
    expect(keyOn(store, press("Delete"), { tagName: "INPUT", type: "text" })).toBeNull();
    store.editText("hello");
    expect(keyOn(store, press("r"))).toBeNull();
  });

  it("leaves copy, cut and paste to the browser's own events", () => {
    const { store } = open();
    store.select(["lodz"]);
    for (const key of ["c", "x", "v"]) expect(keyOn(store, press(key, { ctrlKey: true }))).toBeNull();
  });

  it("leaves focused controls their keys and traps nobody on the stage", () => {
    const { store } = open();
    store.select(["g"]);
    const button = { tagName: "BUTTON", role: null };
    for (const key of ["Enter", "ArrowLeft"]) expect(keyOn(store, press(key), button), key).toBeNull();
    expect(keyOn(store, press("Delete"), button)).toBe("delete");
    expect(keyOn(store, press("ArrowLeft"), { tagName: "BODY" })).toBe("nudgeLeft");
    expect(keyOn(store, press("Enter"))).toBe("selectInside");
    expect(keyOn(store, press("Tab"))).toBeNull();
    store.select(["lodz"]);
    expect(keyOn(store, press("Tab"))).toBe("selectNext");
    expect(keyOn(store, press("Tab"), button)).toBeNull();
    expect(keyOn(store, press("Tab"), { tagName: "BODY" })).toBeNull();
  });
});
