import { describe, expect, test } from "vitest";
import type { RepairCode } from "./open-document";
import { ENTRIES } from "./registry";
import {
  CANVAS,
  deepCondition,
  GOOD,
  HIDING,
  layerNamed,
  opened,
  shape,
  stored,
  TEST,
} from "./testing/stored-documents";

/** What is wrong, the layers that hold it beside a good one, and the code it is told by. */
const FAULTS: readonly (readonly [string, unknown, RepairCode, (object | null)?])[] = [
  ["T10 unknown layer type", { ...GOOD, id: "bad", type: "video" }, "unknown_layer_type", null],
  ["T10 a type named like a method", { ...GOOD, id: "bad", type: "toString" }, "unknown_layer_type", null],
  ["not a layer", 5, "item_dropped", null],
  ["T11 missing id", { ...shape("bad"), id: undefined }, "missing_layer_id"],
  ["T11 id that is no id", shape("a b"), "missing_layer_id"],
  ["T12 duplicate id", shape("good"), "duplicate_layer_id"],
  ["T16 width 0", shape("bad", { width: 0 }), "out_of_range", { width: 1 }],
  ["T16 width -1", shape("bad", { width: -1 }), "out_of_range", { width: 1 }],
  ["T16 width 1e9", shape("bad", { width: 1e9 }), "out_of_range", { width: 32_768 }],
  ["T17 NaN as text", shape("bad", { x: "NaN" }), "wrong_type"],
  ["T17 NaN", shape("bad", { x: Number.NaN }), "wrong_type"],
  ["T17 1e999", shape("bad", { x: JSON.parse("1e999") }), "wrong_type"],
  ["T18 a number as text", shape("bad", { width: "100" }), "number_from_text", { width: 100 }],
  [
    "T19 colour with a function",
    shape("bad", { fill: { kind: "solid", color: "url(javascript:alert(1))" } }),
    "invalid_text",
  ],
  [
    "T19 colour expression",
    { ...GOOD, id: "bad", style: { ...GOOD.style, color: "expression(1)" } },
    "invalid_text",
  ],
  [
    "colour in capitals",
    { ...GOOD, id: "bad", style: { ...GOOD.style, color: "#ABC" } },
    "colour_rewritten",
    { style: { ...GOOD.style, color: "#aabbcc" } },
  ],
  [
    "T20 font family with quotes",
    { ...GOOD, id: "bad", style: { ...GOOD.style, fontFamily: "a';}\n*{" } },
    "invalid_text",
    { style: GOOD.style },
  ],
  [
    "T22 asset id that is none",
    { ...ENTRIES.image.create("bad", CANVAS), source: { kind: "asset", assetId: "../../etc" } },
    "invalid_text",
    { source: { kind: "none" } },
  ],
  [
    "T23 file as source",
    { ...ENTRIES.image.create("bad", CANVAS), source: { kind: "url", url: "file:///etc/passwd" } },
    "unknown_option",
    { source: { kind: "none" } },
  ],
  [
    "T23 path as source",
    { ...ENTRIES.image.create("bad", CANVAS), source: "/etc/passwd" },
    "unknown_option",
    { source: { kind: "none" } },
  ],
  [
    "T24 20 MB of data as source",
    { ...ENTRIES.image.create("bad", CANVAS), source: `data:image/png;base64,${"A".repeat(20_000_000)}` },
    "unknown_option",
    { source: { kind: "none" } },
  ],
  ["T25 a path of 5 MB", shape("bad", { d: "M0 0L".repeat(1_000_000) }), "unknown_property"],
  [
    "T26 gradient with 10,000 stops",
    shape("bad", {
      fill: {
        kind: "linear",
        angle: 0,
        stops: Array.from({ length: 10_000 }, () => ({ offset: 0.5, color: "#000000" })),
      },
    }),
    "list_cut",
  ],
  [
    "gradient with one stop",
    shape("bad", { fill: { kind: "radial", stops: [{ offset: 0, color: "#000000" }] } }),
    "wrong_type",
  ],
  [
    "T27 blur 1e6",
    shape("bad", { shadow: { x: 0, y: 0, blur: 1e6, color: "#000000" } }),
    "out_of_range",
    { shadow: { x: 0, y: 0, blur: 100, color: "#000000" } },
  ],
  ["T28 rotation 1e308", shape("bad", { rotation: 1e308 }), "out_of_range"],
  ["rotation of two turns", shape("bad", { rotation: 725 }), "out_of_range", { rotation: 5 }],
  [
    "T29 1 MB of text",
    { ...GOOD, id: "bad", runs: [{ text: "Ж".repeat(1_000_000), style: {} }] },
    "text_cut",
    { runs: [{ text: "Ж".repeat(20_000), style: {} }] },
  ],
  [
    "T29 200 runs of 20,000",
    {
      ...GOOD,
      id: "bad",
      runs: Array.from({ length: 200 }, () => ({ text: "a".repeat(20_000), style: {} })),
    },
    "list_cut",
  ],
  [
    "T30 10,000 tags",
    { ...GOOD, id: "bad", runs: [{ text: "{{a}}".repeat(10_000), style: {} }] },
    "text_cut",
  ],
  ["T32 NUL in a name", shape("bad", { name: "a\u0000b" }), "text_cleaned", { name: "ab" }],
  ["T32 lone surrogate in a name", shape("bad", { name: "Łódź\ud800" }), "text_cleaned", { name: "Łódź" }],
  [
    "T32 override in a name",
    shape("bad", { name: "cod\u202egnp.exe" }),
    "text_cleaned",
    { name: "codgnp.exe" },
  ],
  [
    "lone surrogate in text",
    { ...GOOD, id: "bad", runs: [{ text: "a\udc00", style: {} }] },
    "text_cleaned",
    { runs: [{ text: "a", style: {} }] },
  ],
  ["T34 Konva JSON", { attrs: { filters: ["function(){}"] }, className: "Text" }, "unknown_layer_type", null],
  [
    "T34 Konva properties on a layer",
    shape("bad", { attrs: { filters: ["function(){}"] } }),
    "unknown_property",
    shape("bad"),
  ],
  ["no content", { type: "text", id: "bad" }, "missing_property", { runs: [{ text: "", style: {} }] }],
  [
    "words for yes and no",
    shape("bad", { visible: "false", locked: 1 }),
    "wrong_type",
    { visible: false, locked: true },
  ],
  [
    "a broken style of a run",
    { ...GOOD, id: "bad", runs: [{ text: "Łódź", style: { color: "red", italic: true } }] },
    "invalid_text",
    { runs: [{ text: "Łódź", style: { italic: true } }] },
  ],
  [
    "rules that are no keys",
    shape("bad", { hideWhenMissing: ["First Name", "first_name", 5] }),
    "item_dropped",
    { hideWhenMissing: ["first_name"] },
  ],
  [
    "T31 an unknown operator",
    shape("bad", {
      rules: [HIDING, { ...HIDING, when: { match: "all", tests: [TEST, { ...TEST, is: "matches" }] } }],
    }),
    "invalid_rule",
    { rules: [HIDING] },
  ],
  [
    "T31 a rule that is code",
    shape("bad", { rules: ["first_name == 'x'", { ...HIDING, then: { kind: "eval", value: "1" } }] }),
    "invalid_rule",
    { rules: [] },
  ],
  [
    "T31 a condition 1,000 deep",
    shape("bad", { rules: [{ ...HIDING, when: deepCondition(1000) }, HIDING] }),
    "invalid_rule",
    { rules: [HIDING] },
  ],
  [
    "T31 21 rules",
    shape("bad", { rules: Array.from({ length: 21 }, () => HIDING) }),
    "list_cut",
    { rules: Array.from({ length: 20 }, () => HIDING) },
  ],
  [
    "a rule with 11 tests",
    shape("bad", {
      rules: [{ ...HIDING, when: { match: "any", tests: Array.from({ length: 11 }, () => TEST) } }],
    }),
    "invalid_rule",
    { rules: [] },
  ],
  [
    "bindings of no path and no key",
    shape("bad", {
      bindings: [
        { path: "__proto__.polluted", key: "first_name" },
        { path: "opacity", key: "First Name" },
        { path: "opacity", key: "first_name" },
      ],
    }),
    "item_dropped",
    { bindings: [{ path: "opacity", key: "first_name" }] },
  ],
  ["layers in what holds none", shape("bad", { children: [GOOD] }), "unknown_property"],
];

describe("a fault in one layer", () => {
  test.each(FAULTS)("%s", (_name, bad, code, expected) => {
    const { document, codes } = opened(stored({ layers: [GOOD, bad, shape("after")] }));
    expect(codes).toContain(code);
    expect(document.layers[0]).toEqual(GOOD);
    expect(document.layers.at(-1)).toEqual(shape("after"));
    expect(document.layers).toHaveLength(expected === null ? 2 : 3);
    if (expected) expect(document.layers[1]).toMatchObject(expected);
  });

  test("new ids never take those of layers that come later", () => {
    const { document } = opened(stored({ layers: [shape("a b"), shape("layer-1"), shape("layer-1"), GOOD] }));
    expect(document.layers[1]).toEqual(shape("layer-1"));
    expect(new Set(document.layers.map(({ id }) => id)).size).toBe(4);
  });

  test("inside a group leaves its neighbours", () => {
    const group = { ...ENTRIES.group.create("g", CANVAS), children: [GOOD, shape("bad", { width: "wide" })] };
    const { document } = opened(stored({ layers: [group] }));
    expect(layerNamed(document.layers, "good")).toEqual(GOOD);
    expect(layerNamed(document.layers, "bad")).toEqual(shape("bad"));
  });
});
