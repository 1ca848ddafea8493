import { describe, expect, test } from "vitest";
import { setProperties } from "../commands/set-properties";
import { createDocument } from "../create-document";
import { DEFAULT_FORMAT } from "../field";
import type { Rule } from "../primitives";
import { resolveDocument } from "../resolve-document";
import { type TextLayer, textEntry } from "./text";

const CANVAS = { width: 1200, height: 628 };

test("scaling a text scales its outline and highlight, inside their limits", () => {
  const layer = {
    ...textEntry.create("a", CANVAS),
    stroke: { color: "#000000", width: 4 },
    highlight: { color: "#ffff00", paddingX: 10, paddingY: 4, radius: 300 },
  };
  expect(textEntry.scale(layer, 2)).toMatchObject({
    stroke: { color: "#000000", width: 8 },
    highlight: { color: "#ffff00", paddingX: 20, paddingY: 8, radius: 500 },
  });
  expect(textEntry.scale(layer, 0.001).stroke?.width).toBe(0.1);
  expect(textEntry.scale({ ...layer, stroke: null, highlight: null }, 2)).toMatchObject({
    stroke: null,
    highlight: null,
  });
});

test("the smallest size is asked for where text shrinks, the lines where it is cut short", () => {
  const [, fit] = textEntry.sections;
  const shown = (layer: Parameters<typeof textEntry.scale>[0]) =>
    fit?.controls.filter((control) => control.when?.(layer) ?? true).map((control) => control.label);
  const layer = textEntry.create("a", CANVAS);
  expect(shown({ ...layer, fit: "shrink" })).toEqual(["Fit", "Smallest size"]);
  expect(shown({ ...layer, fit: "ellipsis" })).toEqual(["Fit", "Most lines (0: all that fit)"]);
  expect(shown({ ...layer, fit: "fixed" })).toEqual(["Fit"]);
});

/** What a document with this layer alone shows for `tint` and `size`. */
function dressed(layer: TextLayer, values: Record<string, string> = {}): unknown {
  const fields = ["tint", "size"].map((key) => ({
    key,
    label: key,
    type: "text" as const,
    fallback: "",
    format: DEFAULT_FORMAT,
  }));
  const doc = { ...createDocument({ ...CANVAS, displayWidth: 600 }), layers: [layer], fields };
  return resolveDocument(doc, values).document.layers[0];
}
const set = (path: string, value: string): Rule => ({
  when: { match: "all", tests: [{ key: "tint", is: "missing", value: "" }] },
  then: { kind: "set", path, value },
});

describe("a style that values set", () => {
  const words: TextLayer = {
    ...textEntry.create("a", CANVAS),
    runs: [
      { text: "Hello ", style: { color: "#00ff00", italic: true } },
      { text: "you", style: { fontSize: 12 } },
    ],
  };

  test("holds for all of the text", () => {
    expect(dressed({ ...words, rules: [set("style.color", "#f00")] })).toMatchObject({
      style: { color: "#ff0000" },
      runs: [
        { text: "Hello ", style: { italic: true } },
        { text: "you", style: { fontSize: 12 } },
      ],
    });
    const bound = { ...words, bindings: [{ path: "style.fontSize", key: "size" }] };
    expect(dressed(bound, { size: "40" })).toMatchObject({
      style: { fontSize: 40 },
      runs: [{ style: { color: "#00ff00", italic: true } }, { style: {} }],
    });
    expect(JSON.stringify(dressed(bound, { size: "40" }))).not.toContain('"fontSize":12');
    expect(dressed(bound, { size: "large" })).toEqual(bound);
  });

  test("holds for all of it even where the text as a whole had it", () => {
    const { color } = words.style;
    expect(JSON.stringify(dressed({ ...words, rules: [set("style.color", color)] }))).not.toContain(
      "#00ff00",
    );
  });

  test("means the same as in the panel", () => {
    const doc = { ...createDocument({ ...CANVAS, displayWidth: 600 }), layers: [words] };
    const after = setProperties(doc, { ids: ["a"], values: { "style.color": "#ff0000" } });
    expect(after.layers[0]).toMatchObject({
      runs: [{ style: { italic: true } }, { style: { fontSize: 12 } }],
      style: { color: "#ff0000" },
    });
    expect(JSON.stringify(after)).not.toContain("#00ff00");
  });

  test("of the fill lies over all", () => {
    const fill = { kind: "solid", color: "#ff0000" };
    expect(dressed({ ...words, rules: [set("fill.color", "#f00")] })).toMatchObject({ fill });
  });
});

test("under a fill over all the colour is not offered, and told where values set it", () => {
  const plain = textEntry.create("a", CANVAS);
  const filled: TextLayer = {
    ...plain,
    fill: { kind: "solid", color: "#ff0000" },
    bindings: [{ path: "style.color", key: "tint" }],
    rules: [set("style.color", "#00ff00"), set("style.fontSize", "9")],
  };
  const offered = (layer: TextLayer) =>
    textEntry.sections
      .flatMap(({ controls }) => controls)
      .filter((control) => control.when?.(layer) ?? true)
      .map(({ label }) => label);
  expect(offered(plain)).toContain("Colour");
  expect(offered(filled)).not.toContain("Colour");
  expect(textEntry.problems(filled).map(({ code, path }) => `${code} ${path}`)).toEqual([
    "covered_property /bindings/0/path",
    "covered_property /rules/0/then/path",
  ]);
  expect(textEntry.problems({ ...filled, fill: null })).toEqual([]);
});

test("another size of its letters leaves outline, highlight and smallest size", () => {
  const layer: TextLayer = {
    ...textEntry.create("a", CANVAS),
    runs: [{ text: "Hi", style: { fontSize: 32 } }],
    stroke: { color: "#000000", width: 4 },
    highlight: { color: "#ffff00", paddingX: 10, paddingY: 4, radius: 3 },
    minFontSize: 10,
  };
  expect(textEntry.withFontSize?.(layer, 192)).toEqual({
    ...layer,
    style: { ...layer.style, fontSize: 192 },
    runs: [{ text: "Hi", style: { fontSize: 96 } }],
  });
});
