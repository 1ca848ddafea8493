import { expect, it } from "vitest";
import { maskOf } from "@/lib/template/layers/group";
import { findLayer } from "@/lib/template/tree";
import { createEditorStore } from "../store";
import { createIds, documentWith, group, rectangle } from "../testing/sample-document";
import type { ActionContext } from "./action";
import { maskActions } from "./mask-actions";

const document = documentWith([
  rectangle("by"),
  rectangle("photo", { x: 40 }),
  group("g", [rectangle("one"), rectangle("two", { x: 20 })]),
  group("lonely", [rectangle("only")]),
  rectangle("locked", { locked: true }),
]);

function open(...selection: string[]) {
  const store = createEditorStore({ document, now: () => 0 });
  store.select(selection);
  const { useAsMask, releaseMask } = maskActions;
  const unused = () => {
    throw new Error("Masks need nothing but an id.");
  };
  const context: ActionContext = {
    newId: createIds(),
    writeClipboard: unused,
    readClipboard: unused,
    choosePicture: unused,
    cropPicture: unused,
    pickColor: unused,
    startRename: unused,
  };
  const act = (action: typeof useAsMask | typeof releaseMask) => {
    if (!action.enabled(store.getState())) return false;
    action.perform(store, context);
    return true;
  };
  const maskIn = (id: string) => {
    const layer = findLayer(store.getState().document, id);
    return layer ? (maskOf(layer)?.id ?? null) : undefined;
  };
  return { store, maskIn, mask: () => act(useAsMask), release: () => act(releaseMask) };
}

it("groups several layers, the backmost of which masks, in one step", () => {
  const { store, maskIn, mask, release } = open("photo", "by", "locked");
  expect(mask()).toBe(true);
  expect(store.getState().selection).toEqual(["n1"]);
  expect(maskIn("n1")).toBe("by");
  expect(release()).toBe(true);
  expect(maskIn("n1")).toBeNull();
  store.undo();
  expect(maskIn("n1")).toBe("by");
  store.undo();
  expect(store.getState().document).toEqual(document);
});

it("marks a group that is selected alone, and releases it by the group or by its mask", () => {
  const { store, maskIn, mask, release } = open("g");
  expect(mask()).toBe(true);
  expect(maskIn("g")).toBe("one");
  expect(mask()).toBe(false);
  store.select(["two"], "g");
  expect(release()).toBe(false);
  store.select(["one"], "g");
  expect(release()).toBe(true);
  expect(maskIn("g")).toBeNull();
});

it.each([["by"], ["lonely"], ["locked"]])("is not offered for %s alone, which has nothing to mask", (id) => {
  const { mask, release } = open(id);
  expect(mask()).toBe(false);
  expect(release()).toBe(false);
});
