import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Handle } from "@/lib/template/resize-box";
import type { Document, Layer } from "@/lib/template/schema";
import { findLayer } from "@/lib/template/tree";
import { selectionBounds, selectionFrame } from "./selection";
import { documentWith, group, rectangle, text } from "./testing/sample-document";
import { startTransform, type Transform, type TransformKeys } from "./transform-gesture";

function start(document: Document, ids: string[], snapping = false): Transform {
  const transform = startTransform(document, ids, { zoom: 1, snapping });
  if (!transform) throw new Error("nothing to transform");
  return transform;
}

function layerOf(document: Document, id: string): Layer {
  const layer = findLayer(document, id);
  if (!layer) throw new Error(`no layer ${id}`);
  return layer;
}

const handles: Handle[] = ["n", "ne", "e", "se", "s", "sw", "w", "nw"];

describe("move", () => {
  const document = documentWith([
    rectangle("still", { x: 300, y: 100, width: 80, height: 60 }),
    rectangle("moving", { x: 500, y: 303, width: 80, height: 60 }),
  ]);

  it("snaps to other layers and shows why", () => {
    const { document: moved, guides, readout } = start(document, ["moving"], true).move({ x: -197, y: 40 });
    expect(layerOf(moved, "moving").x).toBe(300);
    expect(guides.some((guide) => guide.kind === "line" && guide.axis === "x" && guide.at === 300)).toBe(
      true,
    );
    expect(readout).toMatchObject({ kind: "move", dx: -200 });
  });

  it("moves freely while the key is held, on whole pixels", () => {
    const { document: moved, guides } = start(document, ["moving"], true).move(
      { x: -197.4, y: 40.2 },
      { free: true },
    );
    expect(layerOf(moved, "moving")).toMatchObject({ x: 303, y: 343 });
    expect(guides).toEqual([]);
  });

  it("stays on one axis with shift, and no guide pulls it off", () => {
    const { document: moved, guides } = start(document, ["moving"], true).move(
      { x: -150, y: 12 },
      { shift: true },
    );
    expect(layerOf(moved, "moving").y).toBe(303);
    expect(guides.every((guide) => guide.kind === "gap" || guide.axis === "x")).toBe(true);
  });

  it("snaps nearer when zoomed in: the distance is one on the screen", () => {
    const transform = startTransform(document, ["moving"], { zoom: 4, snapping: true });
    expect(transform && layerOf(transform.move({ x: -197, y: 40 }).document, "moving").x).toBe(303);
  });

  it("moves a child of a turned group the way the pointer goes", () => {
    const nested = documentWith([
      group("g", [rectangle("a", { x: 0, y: 0 }), rectangle("b", { x: 300, y: 250 })], {
        x: 400,
        y: 100,
        rotation: 90,
      }),
    ]);
    const before = selectionBounds(nested, ["a"]);
    const after = selectionBounds(start(nested, ["a"]).move({ x: 30, y: 0 }).document, ["a"]);
    expect(after?.x).toBeCloseTo((before?.x ?? 0) + 30, 3);
    expect(after?.y).toBeCloseTo(before?.y ?? 0, 3);
  });

  it("leaves locked layers, and is nothing when all are locked", () => {
    const locked = documentWith([rectangle("free"), rectangle("locked", { x: 9, locked: true })]);
    const { document: moved } = start(locked, ["free", "locked"]).move({ x: 50, y: 0 });
    expect([layerOf(moved, "free").x, layerOf(moved, "locked").x]).toEqual([50, 9]);
    expect(startTransform(locked, ["locked"], { zoom: 1, snapping: true })).toBeNull();
  });

  it("gives the very document it began with for no movement", () => {
    expect(start(document, ["moving"], true).move({ x: 0, y: 0 }).document).toBe(document);
  });
});

describe("resize", () => {
  const box = rectangle("r", { x: 100, y: 100, width: 200, height: 100 });
  const document = documentWith([rectangle("other", { x: 600, y: 400 }), box]);

  it("keeps the opposite handle where it is, from every handle, at every angle; with alt the middle", () => {
    const opposite: Record<Handle, Handle> = {
      n: "s",
      ne: "sw",
      e: "w",
      se: "nw",
      s: "n",
      sw: "ne",
      w: "e",
      nw: "se",
    };
    const at = (doc: Document, handle: Handle | "middle") => {
      const frame = selectionFrame(doc, ["r"]);
      if (!frame) throw new Error("no frame");
      const named = handle === "middle" ? "" : handle;
      const x = named.includes("w") ? 0 : named.includes("e") ? frame.width : frame.width / 2;
      const y = named.includes("n") ? 0 : named.includes("s") ? frame.height : frame.height / 2;
      const angle = (frame.rotation * Math.PI) / 180;
      const [dx, dy] = [x - frame.width / 2, y - frame.height / 2];
      return {
        x: frame.x + frame.width / 2 + dx * Math.cos(angle) - dy * Math.sin(angle),
        y: frame.y + frame.height / 2 + dx * Math.sin(angle) + dy * Math.cos(angle),
      };
    };
    const pull = fc.integer({ min: -300, max: 300 });
    fc.assert(
      fc.property(
        fc.constantFrom(...handles),
        pull,
        pull,
        fc.integer({ min: -180, max: 180 }),
        fc.boolean(),
        fc.boolean(),
        (handle, x, y, rotation, shift, alt) => {
          const turned = documentWith([{ ...box, rotation }]);
          const after = start(turned, ["r"]).resize(handle, { x, y }, { shift, alt }).document;
          if (alt) {
            const [one, two] = [at(turned, "middle"), at(after, "middle")];
            expect(Math.hypot(one.x - two.x, one.y - two.y)).toBeLessThan(0.01);
            return;
          }
          const [one, two] = [at(turned, opposite[handle]), at(after, opposite[handle])];
          expect(Math.hypot(one.x - two.x, one.y - two.y)).toBeLessThan(0.01);
          expect(layerOf(after, "r").width).toBeGreaterThanOrEqual(1);
        },
      ),
    );
  });

  it("snaps the moving edge and leaves the other", () => {
    const { document: after, readout } = start(document, ["r"], true).resize("e", { x: 297, y: 0 });
    expect(layerOf(after, "r")).toMatchObject({ x: 100, width: 500 });
    expect(readout).toEqual({ kind: "size", width: 500, height: 100 });
  });

  it("keeps the ratio with shift, also where it snaps", () => {
    const { document: after } = start(document, ["r"], true).resize("se", { x: 297, y: 20 }, { shift: true });
    expect(layerOf(after, "r")).toMatchObject({ x: 100, y: 100, width: 500, height: 250 });
  });

  it("grows about the centre with alt", () => {
    const { document: after } = start(document, ["r"]).resize("e", { x: 50, y: 0 }, { alt: true });
    expect(layerOf(after, "r")).toMatchObject({ x: 50, width: 300, y: 100, height: 100 });
  });

  const words = documentWith([text("t", "O'Neil", { x: 0, y: 0, width: 200, height: 50 })]);

  it("scales a text's letters with its box at the corners, unless the key is held that changes the box alone", () => {
    const sizeOf = (doc: Document) => {
      const layer = layerOf(doc, "t");
      return layer.type === "text" ? layer.style.fontSize : 0;
    };
    const size = sizeOf(words);
    const pulled = (handle: Handle, keys: TransformKeys) =>
      sizeOf(start(words, ["t"]).resize(handle, { x: 200, y: 50 }, keys).document);
    expect(pulled("se", {})).toBe(size * 2);
    expect(pulled("se", { shift: true })).toBe(size * 2);
    expect(pulled("se", { free: true })).toBe(size);
    expect(pulled("e", {})).toBe(size);
    expect(pulled("e", { shift: true })).toBe(size * 2);
  });

  it("gives a text that fills its box the height it takes in its new width, and leaves roomy boxes alone", () => {
    const flowHeight = (layer: Layer) => Math.ceil(200 / layer.width) * 50;
    const narrowed = (document: Document, handle: Handle = "e") => {
      const transform = startTransform(document, ["t"], { zoom: 1, snapping: false, flowHeight });
      if (!transform) throw new Error("nothing to transform");
      return layerOf(transform.resize(handle, { x: handle === "e" ? -110 : 110, y: 0 }).document, "t");
    };
    expect(narrowed(words)).toMatchObject({ x: 0, y: 0, width: 90, height: 150 });
    expect(narrowed(words, "w")).toMatchObject({ x: 110, y: 0, width: 90, height: 150 });
    const roomy = documentWith([text("t", "O'Neil", { x: 0, y: 0, width: 200, height: 180 })]);
    expect(narrowed(roomy)).toMatchObject({ width: 90, height: 180 });
    const turned = documentWith([text("t", "O'Neil", { x: 0, y: 0, width: 200, height: 50, rotation: 90 })]);
    const transform = startTransform(turned, ["t"], { zoom: 1, snapping: false, flowHeight });
    const after = transform && layerOf(transform.resize("e", { x: 0, y: -110 }).document, "t");
    expect(after).toMatchObject({ width: 90, height: 150, rotation: 90 });
    // Its top side stays where it was: on the right, for a quarter turn.
    expect((after?.x ?? 0) + 45 + 75).toBeCloseTo(125, 6);
  });

  it("scales several layers in the rectangle around them", () => {
    const two = documentWith([
      rectangle("a", { x: 100, y: 100, width: 100, height: 100 }),
      rectangle("b", { x: 300, y: 100, width: 100, height: 100 }),
    ]);
    const { document: after } = start(two, ["a", "b"]).resize("e", { x: 300, y: 0 });
    expect(layerOf(after, "a")).toMatchObject({ x: 100, width: 200, height: 100 });
    expect(layerOf(after, "b")).toMatchObject({ x: 500, width: 200 });
  });
});

describe("rotate", () => {
  const document = documentWith([rectangle("r", { x: 100, y: 100, width: 100, height: 100, rotation: 7 })]);
  const from = { x: 250, y: 150 };

  it("follows the pointer to whole degrees, and to steps of 15 with shift", () => {
    const to = { x: 150 + Math.cos(0.45) * 100, y: 150 + Math.sin(0.45) * 100 };
    const free = start(document, ["r"]).rotate(from, to);
    expect(layerOf(free.document, "r").rotation).toBe(33);
    expect(free.readout).toEqual({ kind: "angle", degrees: 33 });
    expect(layerOf(start(document, ["r"]).rotate(from, to, { shift: true }).document, "r").rotation).toBe(30);
  });

  it("is drawn in by right angles and by halves of them, not while the key is held that frees it", () => {
    const upright = documentWith([rectangle("r", { x: 100, y: 100, width: 100, height: 100 })]);
    const turned = (degrees: number, keys: TransformKeys = {}) => {
      const radians = (degrees * Math.PI) / 180;
      const to = { x: 150 + Math.cos(radians) * 100, y: 150 + Math.sin(radians) * 100 };
      return layerOf(start(upright, ["r"]).rotate(from, to, keys).document, "r").rotation;
    };
    expect([87.2, 92.9, 43.1, 46.9, 2.6, -179].map((degrees) => turned(degrees))).toEqual([
      90, 90, 45, 45, 0, 180,
    ]);
    expect([86.4, 94, 42, 48].map((degrees) => turned(degrees))).toEqual([86, 94, 42, 48]);
    expect(turned(88, { free: true })).toBe(88);
  });

  it("turns several about their common middle", () => {
    const two = documentWith([
      rectangle("a", { x: 0, y: 0, width: 100, height: 100 }),
      rectangle("b", { x: 300, y: 0, width: 100, height: 100 }),
    ]);
    const { document: after } = start(two, ["a", "b"]).rotate({ x: 300, y: 50 }, { x: 200, y: 150 });
    expect(layerOf(after, "a")).toMatchObject({ x: 150, y: -150, rotation: 90 });
    expect(layerOf(after, "b")).toMatchObject({ x: 150, y: 150, rotation: 90 });
  });
});
