import { describe, expect, test } from "vitest";
import { copyLayers } from "../clip";
import { createDocument } from "../create-document";
import { DEFAULT_FORMAT, type Field } from "../field";
import { boundsOnCanvas } from "../geometry";
import { LIMITS } from "../limits";
import { ENTRIES } from "../registry";
import type { Document, Layer } from "../schema";
import { findLayer } from "../tree";
import { addLayers } from "./add-layers";
import { alignLayers } from "./align-layers";
import { distributeLayers } from "./distribute-layers";
import { duplicateLayers } from "./duplicate-layers";
import { renameField } from "./field-commands";
import { groupLayers } from "./group-layers";
import { moveLayers } from "./move-layers";
import { pasteLayers } from "./paste-layers";
import { placeLayers } from "./place-layers";
import { removeLayers } from "./remove-layers";
import { reorderLayers } from "./reorder-layers";
import { resizeLayers } from "./resize-layers";
import { rotateLayers } from "./rotate-layers";
import { setProperties } from "./set-properties";
import { ungroupLayers } from "./ungroup-layers";

const CANVAS = { width: 1200, height: 628 };

function box(id: string, x: number, y: number, width: number, height: number, change: object = {}): Layer {
  return { ...ENTRIES.shape.create(id, CANVAS), x, y, width, height, ...change };
}

function documentOf(...layers: Layer[]): Document {
  return { ...createDocument({ ...CANVAS, displayWidth: 600 }), layers };
}

function fieldOf(key: string, label: string): Field {
  return { key, label, type: "text", fallback: "", format: DEFAULT_FORMAT };
}

const order = (doc: Document) => doc.layers.map(({ id }) => id).join("");
const ABCD = documentOf(
  box("a", 0, 0, 10, 10),
  box("b", 100, 0, 20, 20),
  box("c", 200, 0, 30, 30),
  box("d", 300, 0, 40, 40),
);

describe("order", () => {
  test.each([
    [["a"], "forward", "bacd"],
    [["a", "b"], "forward", "cabd"],
    [["a", "c"], "forward", "badc"],
    [["d"], "forward", "abcd"],
    [["c", "d"], "forward", "abcd"],
    [["b"], "backward", "bacd"],
    [["a", "b"], "backward", "abcd"],
    [["a", "c"], "front", "bdac"],
    [["d", "b"], "back", "bdac"],
  ] as const)("%j %s gives %s", (ids, to, expected) => {
    const after = reorderLayers(ABCD, { ids, to });
    expect(order(after)).toBe(expected);
    if (expected === "abcd") expect(after).toBe(ABCD);
  });

  test.each([
    [["a"], 2, "bacd"],
    [["a"], 4, "bcda"],
    [["d"], 0, "dabc"],
    [["a", "d"], 2, "badc"],
    [["b"], 1, "abcd"],
    [["b"], 2, "abcd"],
  ])("placing %j at %d gives %s", (ids, index, expected) => {
    expect(order(placeLayers(ABCD, { ids, parentId: null, index }))).toBe(expected);
  });
});

describe("copies", () => {
  test("stand in front of the foremost original of their group", () => {
    const copied = duplicateLayers(ABCD, { ids: ["c", "a"], newIds: { a: "A", c: "C" }, dx: 16, dy: 16 });
    expect(order(copied)).toBe("abcACd");
    expect(findLayer(copied, "C")).toMatchObject({ x: 216, y: 16, width: 30 });
    expect(duplicateLayers(ABCD, { ids: ["a"], newIds: {} })).toBe(ABCD);
    expect(duplicateLayers(ABCD, { ids: ["a"], newIds: { a: "b" } })).toBe(ABCD);
  });

  test("bring along the fields that are not there, and use those that are", () => {
    const fields = [fieldOf("first_name", "First name"), fieldOf("company", "Company")];
    const text = {
      ...ENTRIES.text.blank("t", CANVAS),
      runs: [{ text: "{{first_name}} {{company}}", style: {} }],
    };
    const clip = copyLayers({ ...documentOf(text), fields }, ["t"]);
    const mine = fieldOf("company", "Firma");
    const pasted = pasteLayers({ ...ABCD, fields: [mine] }, { ...clip, newIds: { t: "T" } });
    expect(order(pasted)).toBe("abcdT");
    expect(pasted.fields).toEqual([mine, fields[0]]);
  });
});

test("a pull that changes nothing leaves the same document", () => {
  const dot = documentOf(box("a", 5, 5, 1, 1));
  expect(resizeLayers(dot, { ids: ["a"], handle: "e", dx: -9, dy: 3, fromCentre: true })).toBe(dot);
  expect(moveLayers(dot, { ids: ["a"], dx: 1e-9, dy: 0 })).toBe(dot);
  expect(rotateLayers(dot, { ids: ["a"], degrees: 1e-9 })).toBe(dot);
});

describe("groups", () => {
  const grouped = groupLayers(ABCD, { ids: ["a", "c"], groupId: "g", name: "Kerze" });

  test("stand where the foremost layer stood, tight around what they hold", () => {
    expect(order(grouped)).toBe("bgd");
    expect(findLayer(grouped, "g")).toMatchObject({ name: "Kerze", x: 0, y: 0, width: 230, height: 30 });
    expect(findLayer(grouped, "c")).toMatchObject({ x: 200, y: 0 });
  });

  test("follow what they hold when it moves, grows or goes", () => {
    const moved = moveLayers(grouped, { ids: ["a"], dx: -50, dy: 20 });
    expect(findLayer(moved, "g")).toMatchObject({ x: -50, y: 0, width: 280, height: 30 });
    expect(findLayer(moved, "a")).toMatchObject({ x: 0, y: 20 });
    const gone = removeLayers(moved, { ids: ["a"] });
    expect(findLayer(gone, "g")).toMatchObject({ x: 200, y: 0, width: 30, height: 30 });
    expect(order(removeLayers(gone, { ids: ["c"] }))).toBe("bd");
    const wider = setProperties(grouped, { ids: ["c"], values: { width: 100 } });
    expect(findLayer(wider, "g")).toMatchObject({ width: 300 });
  });

  test("scale what they hold", () => {
    const pulled = resizeLayers(grouped, { ids: ["g"], handle: "se", dx: 230, dy: 30, scaleContents: true });
    expect(findLayer(pulled, "g")).toMatchObject({ width: 460, height: 60 });
    expect(findLayer(pulled, "c")).toMatchObject({ x: 400, y: 0, width: 60, height: 60 });
    const typed = setProperties(grouped, { ids: ["g"], values: { width: 460 } });
    expect(findLayer(typed, "c")).toMatchObject({ x: 400, y: 0, width: 60, height: 30 });
  });

  test("hand on to what they held what they said of it", () => {
    const rules = setProperties(grouped, {
      ids: ["g"],
      values: {
        opacity: 0.5,
        hideWhenMissing: ["first_name"],
        rotation: 90,
        shadow: { x: 10, y: 0, blur: 4, color: "#000000" },
      },
    });
    const own = setProperties(rules, { ids: ["a"], values: { opacity: 0.4, hideWhenMissing: ["points"] } });
    const apart = ungroupLayers(own, { ids: ["g"] });
    expect(order(apart)).toBe("bacd");
    expect(findLayer(apart, "a")).toMatchObject({
      opacity: 0.2,
      rotation: 90,
      hideWhenMissing: ["points", "first_name"],
      shadow: { x: 10, y: 0 },
    });
    expect(findLayer(apart, "c")).toMatchObject({ opacity: 0.5, hideWhenMissing: ["first_name"] });
  });

  test("take in layers that stay where they are, and none that hold them", () => {
    const turned = setProperties(grouped, { ids: ["g"], values: { rotation: 30 } });
    const before = boundsOnCanvas(turned, findLayer(turned, "b") ?? box("", 0, 0, 1, 1));
    const placed = placeLayers(turned, { ids: ["b"], parentId: "g" });
    const b = findLayer(placed, "b");
    expect(b?.rotation).toBeCloseTo(-30, 5);
    const after = boundsOnCanvas(placed, b ?? box("", 0, 0, 1, 1));
    expect(Math.abs(after.x - before.x) + Math.abs(after.y - before.y)).toBeLessThan(0.01);
    expect(placeLayers(grouped, { ids: ["g"], parentId: "g" })).toBe(grouped);
  });
});

describe("properties", () => {
  const doc = documentOf(ENTRIES.text.create("t", CANVAS), box("s", 0, 0, 10, 10));

  test("a layer that the values do not fit stays as it is", () => {
    const changed = setProperties(doc, { ids: ["t", "s"], values: { "style.fontSize": 20 } });
    expect(findLayer(changed, "t")).toMatchObject({ style: { fontSize: 20, fontFamily: "Inter" } });
    expect(findLayer(changed, "s")).toBe(findLayer(doc, "s"));
  });

  test.each<Record<string, unknown>>([
    { opacity: 2 },
    { opacity: 1 },
    { novelty: 1 },
    { id: "other" },
    { type: "qr" },
    { "style.fontFamily": "a';}" },
    { "runs.9.text": "x" },
    { "__proto__.x": 1 },
    { width: Number.NaN },
    {},
  ])("%j changes nothing", (values) => {
    expect(setProperties(doc, { ids: ["t"], values })).toBe(doc);
  });

  test("text comes in clean, optional styles go when undefined", () => {
    const styled = setProperties(doc, {
      ids: ["t"],
      values: { runs: [{ text: "Łódź\r\n\u0000{{name}}", style: { color: "#ff0000", italic: true } }] },
    });
    const plain = setProperties(styled, { ids: ["t"], values: { "runs.0.style.color": undefined } });
    expect(findLayer(plain, "t")).toMatchObject({
      runs: [{ text: "Łódź\n{{name}}", style: { italic: true } }],
    });
    expect(JSON.stringify(plain)).not.toContain("#ff0000");
  });

  test("layers whose ids are taken are not added, not even into themselves", () => {
    const group = { ...ENTRIES.group.create("g", CANVAS), children: [box("x", 0, 0, 5, 5)] };
    const nested = documentOf(group);
    expect(addLayers(nested, { layers: [group], parentId: "g" })).toBe(nested);
    expect(groupLayers(nested, { ids: ["x"], groupId: "g" })).toBe(nested);
    const full = documentOf(
      ...Array.from({ length: LIMITS.layers }, (_, index) => box(`s${index}`, 0, 0, 5, 5)),
    );
    expect(addLayers(full, { layers: [box("more", 0, 0, 5, 5)] })).toBe(full);
  });
});

describe("aligning and distributing", () => {
  test("one layer aligns to the canvas, several to each other, as they look turned", () => {
    expect(findLayer(alignLayers(ABCD, { ids: ["b"], edge: "right" }), "b")?.x).toBe(1180);
    const middle = alignLayers(ABCD, { ids: ["a", "d"], edge: "middle" });
    expect(findLayer(middle, "a")?.y).toBe(15);
    const turned = documentOf(box("a", 0, 0, 100, 20, { rotation: 90 }), box("b", 300, 300, 10, 10));
    const left = alignLayers(turned, { ids: ["a", "b"], edge: "left" });
    expect(findLayer(left, "b")?.x).toBe(40);
  });

  test("gaps become equal and the outermost stay", () => {
    const even = distributeLayers(ABCD, { ids: ["d", "b", "c", "a"], axis: "horizontal" });
    expect(even.layers.map(({ x }) => x)).toEqual([0, 90, 190, 300]);
    expect(distributeLayers(ABCD, { ids: ["a", "b"], axis: "horizontal" })).toBe(ABCD);
  });
});

describe("fields", () => {
  const fields = [fieldOf("first_name", "First name"), fieldOf("company", "Company")];

  test("a new key reaches everything that names the old one", () => {
    const before: Document = {
      ...documentOf({
        ...ENTRIES.group.create("g", CANVAS),
        children: [
          { ...ENTRIES.text.blank("t", CANVAS), runs: [{ text: "{{ company }}", style: {} }] },
          { ...ENTRIES.image.create("i", CANVAS), source: { kind: "field", key: "company" } },
          { ...ENTRIES.qr.blank("q", CANVAS), text: "{{company}}", hideWhenMissing: ["company"] },
        ],
      }),
      alt: "For {{company}}",
      fields,
      samples: [{ id: "s", name: "", values: { company: "Łódź Filmowa" } }],
    };
    const after = renameField(before, { from: "company", to: "firm" });
    expect(JSON.stringify(after)).not.toContain("company");
    expect(JSON.stringify(after).match(/firm/g)).toHaveLength(7);
    expect(renameField(before, { from: "company", to: "first_name" })).toBe(before);
    expect(renameField(before, { from: "company", to: "Firm 64" })).toBe(before);
  });
});
