import { describe, expect, it } from "vitest";
import { updateField } from "@/lib/template/commands/field-commands";
import { groupLayers } from "@/lib/template/commands/group-layers";
import { moveLayers } from "@/lib/template/commands/move-layers";
import { removeLayers } from "@/lib/template/commands/remove-layers";
import { reorderLayers } from "@/lib/template/commands/reorder-layers";
import { updateSample } from "@/lib/template/commands/sample-commands";
import { setCanvas } from "@/lib/template/commands/set-canvas";
import { setProperties } from "@/lib/template/commands/set-properties";
import type { Document } from "@/lib/template/schema";
import { ARRIVED, stepName } from "./step-name";
import { createEditorStore } from "./store";
import { documentWith, field, group, rectangle, text } from "./testing/sample-document";

const document = documentWith(
  [
    rectangle("card", { name: "Card", x: 400, y: 300 }),
    rectangle("dot", { name: "Dot" }),
    group("g", [text("hello", "Hi", { name: "Title" }), rectangle("in", { name: "Inner", x: 50, y: 60 })], {
      name: "Badge",
    }),
  ],
  { fields: [field("first_name")], samples: [{ id: "one", name: "Łucja", values: {} }] },
);

function named(
  label: string,
  change: (doc: Document) => Document,
  selection: readonly string[] = [],
): string {
  const store = createEditorStore({ document, now: () => 0 });
  store.select(selection);
  expect(store.dispatch(label, change)).toBe(true);
  const { past, present } = store.getState().timeline;
  const before = past.at(-1);
  return before ? stepName(before, present) : "";
}

describe("the name of a step", () => {
  it("names no layer for what arrived from elsewhere, whatever is selected here", () => {
    const move = (doc: Document) => moveLayers(doc, { ids: ["card", "dot"], dx: 5, dy: 0 });
    expect(named(ARRIVED, move, ["dot"])).toBe("Changes made elsewhere");
  });

  it("says what happened to which layers", () => {
    const move = (ids: string[]) => (doc: Document) => moveLayers(doc, { ids, dx: 5, dy: 0 });
    expect(named("Move", move(["card"]), ["card"])).toBe("Move Card");
    expect(named("Resize", move(["card", "dot"]), ["card", "dot"])).toBe("Resize 2 layers");
    expect(named("Move", move(["in"]), ["in"])).toBe("Move Inner");
    expect(named("Move", move(["g"]), ["g"])).toBe("Move Badge");
    const fade = (doc: Document) => setProperties(doc, { ids: ["in"], values: { opacity: 0.5 } });
    expect(named("Opacity", fade, ["in"])).toBe("Opacity of Inner");
    expect(
      named("Hide", (doc) => setProperties(doc, { ids: ["dot"], values: { visible: false } }), ["card"]),
    ).toBe("Hide Dot");
    expect(
      named("Bring to front", (doc) => reorderLayers(doc, { ids: ["card"], to: "front" }), ["card"]),
    ).toBe("Bring Card to front");
    expect(named("Delete", (doc) => removeLayers(doc, { ids: ["g"] }))).toBe("Delete Badge");
    expect(named("Group", (doc) => groupLayers(doc, { ids: ["card", "dot"], groupId: "new" }))).toBe(
      "Group 2 layers",
    );
  });

  it("says it of fields, rows and sizes; of the canvas the label says all", () => {
    expect(
      named("Fallback", (doc) => updateField(doc, { key: "first_name", change: { fallback: "you" } })),
    ).toBe("Fallback of first_name");
    expect(
      named("Sample value", (doc) =>
        updateSample(doc, { id: "one", change: { values: { first_name: "Ł" } } }),
      ),
    ).toBe("Sample value of Łucja");
    expect(named("Canvas size", (doc) => setCanvas(doc, { width: 900 }))).toBe("Canvas size");
    const story = { id: "s", name: "Story", width: 1080, height: 1920, displayWidth: 540 };
    const sized: Document = { ...document, variants: [{ ...story, overrides: {} }] };
    const moved: Document = { ...sized, variants: [{ ...story, overrides: { card: { x: 5 } } }] };
    const moment = { selection: [], label: "Move" };
    expect(stepName({ ...moment, document: sized }, { ...moment, document: moved })).toBe(
      "Move Card in Story",
    );
  });
});
