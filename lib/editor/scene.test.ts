import { describe, expect, it } from "vitest";
import { moveLayers } from "@/lib/template/commands/move-layers";
import { removeLayers } from "@/lib/template/commands/remove-layers";
import { reorderLayers } from "@/lib/template/commands/reorder-layers";
import { rotateLayers } from "@/lib/template/commands/rotate-layers";
import { setProperties } from "@/lib/template/commands/set-properties";
import type { Document } from "@/lib/template/schema";
import { resolveForView, type SampleView } from "./preview-values";
import { isOnlyMoved, type PaintUnit, projectScene, type Scene, unitsOf } from "./scene";
import { documentWith, field, group, rectangle, text } from "./testing/sample-document";

const document = documentWith(
  [
    rectangle("back", { x: 10, y: 10 }),
    text("hello", "Hello {{first_name}}!"),
    text("fixed", "Łódź"),
    group("g", [rectangle("one"), text("two", "Dear {{first_name}}", { x: 40 })], { x: 300, y: 200 }),
  ],
  {
    fields: [field("first_name", "there")],
    samples: [
      { id: "nguyen", name: "Nguyễn", values: { first_name: "Nguyễn" } },
      { id: "literal", name: "Literal", values: { first_name: "{{ contact.firstname }}" } },
    ],
  },
);

/** Stands for the stage: counts what it would have to paint from one scene to the next. */
function createStage() {
  let scene: Scene | undefined;
  let held = new Map<string, PaintUnit>();
  return (doc: Document, view: SampleView = { kind: "fields" }): string[] => {
    scene = projectScene(resolveForView(doc, view, 0).document, scene);
    const units = unitsOf(scene.nodes);
    const painted = [...units].filter(([id, unit]) => held.get(id) !== unit).map(([id]) => id);
    held = units;
    return painted;
  };
}

describe("projectScene", () => {
  it("paints every layer once and nothing again when nothing changed", () => {
    const show = createStage();
    expect(show(document)).toEqual(["back", "hello", "fixed", "one", "two"]);
    expect(show(document)).toEqual([]);
    expect(show(structuredClone(document))).toEqual([]);
  });

  it("paints nothing for moves and turns, of groups and inside them too", () => {
    const show = createStage();
    show(document);
    let doc = document;
    for (let at = 0; at < 100; at += 1) {
      doc = moveLayers(doc, { ids: ["back", "hello", "g"], dx: 3, dy: 1 });
      doc = rotateLayers(doc, { ids: ["fixed", "one"], degrees: 5 });
      expect(show(doc)).toEqual([]);
    }
  });

  it("paints only the layer that changed", () => {
    const show = createStage();
    show(document);
    expect(show(setProperties(document, { ids: ["two"], values: { opacity: 0.5 } }))).toEqual(["two"]);
    expect(show(setProperties(document, { ids: ["back"], values: { width: 101 } }))).toEqual(["back", "two"]);
  });

  it("paints nothing for a new name or a lock", () => {
    const show = createStage();
    show(document);
    expect(
      show(setProperties(document, { ids: ["back"], values: { name: "Ground", locked: true } })),
    ).toEqual([]);
  });

  it("paints only what the values change from row to row; a literal tag is no value", () => {
    const show = createStage();
    show(document);
    expect(show(document, { kind: "row", id: "nguyen" })).toEqual(["hello", "two"]);
    expect(show(document, { kind: "empty" })).toEqual(["hello", "two"]);
    expect(show(document, { kind: "row", id: "literal" })).toEqual([]);
  });

  it("paints a see-through group as one picture, because its opacity counts for all of it at once", () => {
    const faint = setProperties(document, { ids: ["g"], values: { opacity: 0.5 } });
    const show = createStage();
    expect(show(faint)).toEqual(["back", "hello", "fixed", "g"]);
    expect(show(moveLayers(faint, { ids: ["g"], dx: 5, dy: 5 }))).toEqual([]);
    expect(show(moveLayers(faint, { ids: ["one"], dx: -5, dy: -5 }))).toEqual(["g"]);
    expect(show(document)).toEqual(["one", "two"]);
  });

  it("paints a masked group as one picture; moving it paints nothing, moving in it does", () => {
    const masked = setProperties(document, { ids: ["g"], values: { masked: true } });
    const show = createStage();
    expect(show(masked)).toEqual(["back", "hello", "fixed", "g"]);
    const moved = moveLayers(masked, { ids: ["g"], dx: 5, dy: 5 });
    expect(show(rotateLayers(moved, { ids: ["g"], degrees: 20 }))).toEqual([]);
    expect(show(moveLayers(masked, { ids: ["two"], dx: -5, dy: -5 }))).toEqual(["g"]);
    expect(show(setProperties(masked, { ids: ["one"], values: { visible: false } }))).toEqual(["two"]);
    expect(show(document)).toEqual(["one"]);
  });

  it("keeps whatever is the same the same object", () => {
    const resolve = (doc: Document) => resolveForView(doc, { kind: "fields" }, 0).document;
    const first = projectScene(resolve(document));
    expect(projectScene(resolve(document), first)).toBe(first);
    const moved = projectScene(resolve(moveLayers(document, { ids: ["back"], dx: 5, dy: 0 })), first);
    expect(moved.nodes[0]).not.toBe(first.nodes[0]);
    expect(moved.nodes[3]).toBe(first.nodes[3]);
    expect(moved.canvas).toBe(first.canvas);
  });

  it("tells a scene in which layers only stand elsewhere from any other", () => {
    const resolve = (doc: Document) => resolveForView(doc, { kind: "fields" }, 0).document;
    const first = projectScene(resolve(document));
    const isMove = (doc: Document) => isOnlyMoved(first, projectScene(resolve(doc), first));
    expect(isMove(document)).toBe(true);
    expect(isMove(moveLayers(document, { ids: ["back", "g"], dx: 5, dy: -3 }))).toBe(true);
    expect(isMove(rotateLayers(document, { ids: ["back"], degrees: 1 }))).toBe(false);
    expect(isMove(setProperties(document, { ids: ["back"], values: { width: 300 } }))).toBe(false);
    expect(isMove(setProperties(document, { ids: ["one"], values: { opacity: 0.5 } }))).toBe(false);
    expect(isMove(removeLayers(document, { ids: ["two"] }))).toBe(false);
    expect(isMove(reorderLayers(document, { ids: ["back"], to: "front" }))).toBe(false);
    expect(isMove({ ...document, background: { kind: "solid", color: "#123456" } })).toBe(false);
  });

  it("knows a unit again that was painted earlier by identity of the layer", () => {
    const show = createStage();
    show(document);
    const wide = setProperties(document, { ids: ["back"], values: { width: 300 } });
    expect(show(wide)).toEqual(["back"]);
    const again = projectScene(resolveForView(wide, { kind: "fields" }, 0).document);
    expect(unitsOf(again.nodes).get("back")?.layer).toMatchObject({ x: 0, y: 0, rotation: 0, width: 300 });
  });
});
