import { describe, expect, it } from "vitest";
import { groupLayers } from "@/lib/template/commands/group-layers";
import { moveLayers } from "@/lib/template/commands/move-layers";
import { removeLayers } from "@/lib/template/commands/remove-layers";
import { rotateLayers } from "@/lib/template/commands/rotate-layers";
import { setProperties } from "@/lib/template/commands/set-properties";
import { createDocument } from "@/lib/template/create-document";
import { ENTRIES } from "@/lib/template/registry";
import type { Document } from "@/lib/template/schema";
import { changeWords } from "./change-words";

const blank = createDocument({ width: 800, height: 600, displayWidth: 400 });
const shape = (id: string, name: string) => ({
  ...ENTRIES.shape.create(id, blank),
  name,
  x: 100,
  y: 100,
  width: 200,
  height: 100,
});
const both: Document = { ...blank, layers: [shape("a", "Heading"), shape("b", "Button")] };
const words = (after: Document, selection: readonly string[] = [], before = both) =>
  changeWords(before, after, selection);

describe("what a change did, in words", () => {
  it("says how far and which way", () => {
    expect(words(moveLayers(both, { ids: ["a"], dx: 12, dy: 40 }))).toBe(
      "Heading moved 12 px right, 40 px down.",
    );
    expect(words(moveLayers(both, { ids: ["a"], dx: -0.5, dy: 0 }))).toBe("Heading moved 0.5 px left.");
    expect(words(moveLayers(both, { ids: ["a", "b"], dx: 0, dy: -3 }))).toBe("2 layers moved 3 px up.");
    const apart = moveLayers(moveLayers(both, { ids: ["a"], dx: 4, dy: 0 }), { ids: ["b"], dx: 9, dy: 0 });
    expect(words(apart)).toBe("2 layers moved.");
  });

  it("says the new size and the new angle", () => {
    const box = { x: 90, y: 100, width: 320, height: 180.04 };
    const wide = {
      ...both,
      layers: both.layers.map((layer) => (layer.id === "a" ? { ...layer, ...box } : layer)),
    };
    expect(words(wide)).toBe("Heading is 320 by 180 px.");
    const pivot = { x: 200, y: 150 };
    expect(words(rotateLayers(both, { ids: ["a"], degrees: 45, pivot }))).toBe("Heading is turned to 45°.");
    expect(words(rotateLayers(both, { ids: ["a", "b"], degrees: 45, pivot }))).toBe("2 layers turned.");
  });

  it("says what came and what went, by its name", () => {
    const more = { ...both, layers: [...both.layers, shape("c", "Badge")] };
    expect(words(more)).toBe("Badge added.");
    expect(words(both, [], more)).toBe("Badge deleted.");
    expect(words(removeLayers(both, { ids: ["a", "b"] }))).toBe("2 layers deleted.");
  });

  it("says hidden and locked, and leaves to the step what it cannot tell", () => {
    expect(words(setProperties(both, { ids: ["a"], values: { visible: false } }))).toBe("Heading hidden.");
    expect(words(setProperties(both, { ids: ["a", "b"], values: { locked: true } }))).toBe(
      "2 layers locked.",
    );
    expect(words(setProperties(both, { ids: ["a"], values: { opacity: 0.5 } }))).toBe("");
    expect(words(groupLayers(both, { ids: ["a", "b"], groupId: "g" }))).toBe("");
    expect(words(both)).toBe("");
  });

  it("speaks of what was meant where a group follows what it holds", () => {
    const grouped = groupLayers(both, { ids: ["a", "b"], groupId: "g" });
    const moved = moveLayers(grouped, { ids: ["a"], dx: 50, dy: 0 });
    expect(words(moved, ["a"], grouped)).toBe("Heading moved 50 px right.");
    const further = moveLayers(moved, { ids: ["b"], dx: 20, dy: -30 });
    expect(words(further, ["b"], moved)).toBe("Button moved 20 px right, 30 px up.");
  });
});
