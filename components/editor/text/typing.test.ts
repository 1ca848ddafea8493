import { beforeEach, describe, expect, test } from "vitest";
import { createEditorStore, type EditorStore, shownDocument } from "@/lib/editor/store";
import { createDocument } from "@/lib/template/create-document";
import { LIMITS } from "@/lib/template/limits";
import { ENTRIES } from "@/lib/template/registry";
import { toggleStyle } from "./toggle-style";
import {
  beginTyping,
  clearTypedStyle,
  createTypingStore,
  endTyping,
  redoTyped,
  styleTyped,
  type TypingStore,
  typedLayer,
  typeText,
  undoTyped,
} from "./typing";

const CANVAS = { width: 1200, height: 628 };
let store: EditorStore;
let typing: TypingStore;

beforeEach(() => {
  const layer = { ...ENTRIES.text.blank("t", CANVAS), runs: [{ text: "Hello you", style: {} }] };
  const document = { ...createDocument({ ...CANVAS, displayWidth: 600 }), layers: [layer] };
  store = createEditorStore({ document, now: () => 0 });
  typing = createTypingStore();
  store.editText("t");
  beginTyping(store, typing, { start: 9, end: 9 });
});

const runs = () => typedLayer(store)?.runs.map(({ text, style }) => [text, style]);
const select = (start: number, end: number) => typing.setState({ range: { start, end } });
const undoLabel = () => store.getState().history.undoLabel;

describe("undo while typing", () => {
  test("takes letters back one by one, then the look, then what was typed before it", () => {
    typeText(store, typing, "!");
    select(0, 5);
    toggleStyle(store, typing, "bold");
    expect(undoLabel()).toBe("Bold");
    select(10, 10);
    typeText(store, typing, "?");
    typeText(store, typing, ".");
    undoTyped(store, typing);
    expect(runs()?.at(-1)).toEqual([" you!?", {}]);
    undoTyped(store, typing);
    undoTyped(store, typing);
    expect(runs()).toEqual([["Hello you!", {}]]);
    undoTyped(store, typing);
    expect(runs()).toEqual([["Hello you", {}]]);
    redoTyped(store, typing);
    redoTyped(store, typing);
    expect(runs()).toEqual([
      ["Hello", { fontWeight: 700 }],
      [" you!", {}],
    ]);
  });

  test("goes no further back than where typing began", () => {
    store.editText(null);
    store.dispatch("Move", (doc) => ({ ...doc, layers: doc.layers.map((layer) => ({ ...layer, x: 1 })) }));
    store.editText("t");
    beginTyping(store, typing, { start: 0, end: 0 });
    undoTyped(store, typing);
    expect(shownDocument(store.getState()).layers[0]?.x).toBe(1);
  });

  test("leaves steps with names, and one for what was typed", () => {
    typeText(store, typing, " all");
    select(0, 5);
    toggleStyle(store, typing, "underline");
    endTyping(store, typing, "t");
    expect(undoLabel()).toBe("Underline");
    store.undo();
    expect(undoLabel()).toBe("Edit text");
    store.undo();
    expect(store.getState().history.canUndo).toBe(false);
  });
});

test("a hand in a colour area is one step", () => {
  select(0, 5);
  for (const color of ["#110000", "#220000", "#330000"])
    styleTyped(store, typing, { label: "Text colour", style: { color }, change: "live" });
  styleTyped(store, typing, { label: "Text colour", style: { color: "#440000" }, change: "final" });
  expect(runs()?.[0]).toEqual(["Hello", { color: "#440000" }]);
  undoTyped(store, typing);
  expect(runs()).toEqual([["Hello you", {}]]);
  expect(store.getState().history.canUndo).toBe(false);
});

test("a look that is chosen at a caret is that of the next letters alone", () => {
  toggleStyle(store, typing, "bold");
  expect(runs()).toEqual([["Hello you", {}]]);
  typeText(store, typing, "!");
  typeText(store, typing, "!");
  expect(runs()).toEqual([
    ["Hello you", {}],
    ["!!", { fontWeight: 700 }],
  ]);
});

test("clearing takes the looks of the stretch, or of all without one", () => {
  select(0, 5);
  toggleStyle(store, typing, "bold");
  select(0, 9);
  toggleStyle(store, typing, "underline");
  select(0, 2);
  clearTypedStyle(store, typing);
  expect(runs()?.[0]).toEqual(["He", {}]);
  select(3, 3);
  clearTypedStyle(store, typing);
  expect(runs()).toEqual([["Hello you", {}]]);
});

test("a text that is too long is cut at a whole field and told", () => {
  select(9, 9);
  const note = typeText(store, typing, `${"x".repeat(LIMITS.layerText - 15)}{{first_name}}`);
  expect(note).toBe("14 characters did not fit and were left out.");
  expect(typedLayer(store)?.runs[0]?.text.length).toBe(LIMITS.layerText - 6);
});
