import { describe, expect, test } from "vitest";
import { setProperties } from "./commands/set-properties";
import { createDocument } from "./create-document";
import { ENTRIES, entryNamed, entryOf, referencesOf, renameReferences, sectionsOf } from "./registry";

const SIZES = [
  { width: 1200, height: 628 },
  { width: 1, height: 1 },
  { width: 4096, height: 4096 },
];

const CREATORS = Object.values(ENTRIES).flatMap((entry) => [
  ["create", entry.type, entry.create] as const,
  ["blank", entry.type, entry.blank] as const,
  ...entry.presets.map((preset) => [preset.id, entry.type, preset.create] as const),
]);

describe("new layers", () => {
  test.each(CREATORS)("%s of %s is valid on any canvas and in its middle", (_name, type, create) => {
    for (const canvas of SIZES) {
      const layer = create("new", canvas);
      expect(entryOf(layer).schema.safeParse(layer).error).toBeUndefined();
      expect(layer.type).toBe(type);
      expect(Math.abs(layer.x + layer.width / 2 - canvas.width / 2)).toBeLessThanOrEqual(1);
      expect(Math.abs(layer.y + layer.height / 2 - canvas.height / 2)).toBeLessThanOrEqual(1);
    }
  });

  test("a blank layer says nothing", () => {
    for (const entry of Object.values(ENTRIES)) {
      expect(JSON.stringify(entry.blank("b", { width: 1200, height: 628 }))).not.toMatch(/heading|https?:/i);
    }
  });

  test("every control is bound to a property that some layer of the type has", () => {
    for (const entry of Object.values(ENTRIES)) {
      const layers = [entry.create, ...entry.presets.map(({ create }) => create)].map((create) =>
        create("n", { width: 1200, height: 628 }),
      );
      for (const control of layers.flatMap((layer) =>
        sectionsOf(layer).flatMap(({ controls }) => controls),
      )) {
        if (!("path" in control)) continue;
        const has = layers.some((layer) => {
          const value = control.path.split(".").reduce<unknown>((node, name) => Object(node)[name], layer);
          return value !== undefined;
        });
        expect(has, `${entry.type}: ${control.path}`).toBe(true);
      }
    }
  });
});

test("foreign names of types find only what is there", () => {
  expect(entryNamed("text")?.type).toBe("text");
  for (const name of ["toString", "__proto__", "", null, 5]) expect(entryNamed(name)).toBeUndefined();
});

test("references are found and renamed wherever they stand", () => {
  const canvas = { width: 1200, height: 628 };
  const text = {
    ...ENTRIES.text.blank("t", canvas),
    runs: [
      { text: "Hi {{na", style: {} },
      { text: "me}}", style: {} },
    ],
    phraseFallback: "Dear {{ name }}",
    hideWhenMissing: ["name", "other"],
  };
  expect(referencesOf(text).map(({ key, path }) => [key, path])).toEqual([
    ["name", "/runs/0/text"],
    ["name", "/phraseFallback"],
    ["name", "/hideWhenMissing/0"],
    ["other", "/hideWhenMissing/1"],
  ]);
  expect(renameReferences(text, "name", "first_name")).toMatchObject({
    runs: [{ text: "Hi {{first_name}}" }, { text: "" }],
    phraseFallback: "Dear {{first_name}}",
    hideWhenMissing: ["first_name", "other"],
  });
  expect(renameReferences(text, "nobody", "x")).toBe(text);
});

test("a control of text lets through what its property takes and no more", () => {
  const canvas = { width: 1200, height: 628 };
  for (const entry of Object.values(ENTRIES)) {
    const layer = entry.create("a", canvas);
    const doc = { ...createDocument({ ...canvas, displayWidth: 600 }), layers: [layer] };
    for (const control of sectionsOf(layer).flatMap(({ controls }) => controls)) {
      if (control.kind !== "text") continue;
      const typed = (length: number) =>
        setProperties(doc, { ids: ["a"], values: { [control.path]: "7".repeat(length) } });
      expect(typed(control.max), `${entry.type}: ${control.path}`).not.toBe(doc);
      expect(typed(control.max + 1), `${entry.type}: ${control.path}`).toBe(doc);
    }
  }
});
