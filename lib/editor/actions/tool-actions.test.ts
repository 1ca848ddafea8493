import { expect, it } from "vitest";
import { ENTRIES } from "@/lib/template/registry";
import { createEditorStore } from "../store";
import { contextWith } from "../testing/action-context";
import { documentWith, group, rectangle, text } from "../testing/sample-document";
import { toolActions } from "./tool-actions";

const photo = { ...ENTRIES.image.create("photo", { width: 1200, height: 628 }), x: 0, y: 0 };
const document = documentWith([
  rectangle("plate"),
  text("hello", "Hello"),
  photo,
  { ...photo, id: "locked", locked: true },
  group("g", [rectangle("in")]),
]);

function open(selection: string[], picked: string | null = "#12345680") {
  const store = createEditorStore({ document, now: () => 0 });
  store.select(selection);
  const cropped: string[] = [];
  const context = contextWith({ cropPicture: (id) => cropped.push(id), pickColor: async () => picked });
  return { store, context, cropped };
}

it("picks a colour for all that have one, in one step", async () => {
  const { store, context } = open(["plate", "hello", "photo"]);
  expect(toolActions.pickColor.enabled(store.getState())).toBe(true);
  await toolActions.pickColor.perform(store, context);
  const [plate, hello, image] = store.getState().document.layers;
  expect(plate).toMatchObject({ fill: { kind: "solid", color: "#12345680" } });
  expect(hello).toMatchObject({ style: { color: "#12345680" } });
  expect(image).toEqual(photo);
  store.undo();
  expect(store.getState().document).toEqual(document);
});

it("picks a colour for the canvas when nothing is selected, and nothing when the person thinks better of it", async () => {
  const { store, context } = open([]);
  await toolActions.pickColor.perform(store, context);
  expect(store.getState().document.background).toEqual({ kind: "solid", color: "#12345680" });
  const other = open([], null);
  await toolActions.pickColor.perform(other.store, other.context);
  expect(other.store.getState().history.canUndo).toBe(false);
});

it("gives the colour to the layers it was asked for, whatever is selected by then", async () => {
  const { store, context } = open(["plate"]);
  const asked = toolActions.pickColor.perform(store, {
    ...context,
    pickColor: async () => {
      store.select(["hello"]);
      return "#ff0000";
    },
  });
  await asked;
  expect(store.getState().document.layers[0]).toMatchObject({ fill: { color: "#ff0000" } });
});

it.each([
  [["photo"], true, false],
  [["locked"], false, false],
  [["photo", "plate"], false, true],
  [["g"], false, false],
  [[], false, true],
])("with %j crop is offered: %s, a colour: %s", (selection, crop, pick) => {
  const { store, context, cropped } = open(selection);
  expect(toolActions.cropPicture.enabled(store.getState())).toBe(crop);
  expect(toolActions.pickColor.enabled(store.getState())).toBe(pick);
  toolActions.cropPicture.perform(store, context);
  expect(cropped).toEqual(crop ? selection : []);
});
