import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LIMITS } from "./limits";
import { openDocument, type RepairCode } from "./open-document";
import { ENTRIES } from "./registry";
import { documentSchema, type Layer, SCHEMA_VERSION } from "./schema";
import { STARTERS } from "./starters/starters";
import { arbitraryDocument } from "./testing/arbitrary-document";
import { walkLayers } from "./tree";
import { documentAtSize } from "./variants";

const CANVAS = { width: 1200, height: 628 };
const GOOD = {
  ...ENTRIES.text.create("good", CANVAS),
  runs: [{ text: "Nguyễn, {{first_name}}", style: { color: "#ff0000" } }],
};
const shape = (id: string, change: object = {}) => ({ ...ENTRIES.shape.create(id, CANVAS), ...change });
const stored = (change: object = {}) => ({
  schemaVersion: SCHEMA_VERSION,
  width: 1200,
  height: 628,
  displayWidth: 600,
  background: null,
  alt: "",
  fields: [],
  backgroundKey: null,
  backgroundToken: null,
  guides: [],
  timeZone: "UTC",
  samples: [],
  layers: [GOOD],
  variants: [],
  ...change,
});
const nested = (depth: number, inner: unknown): unknown =>
  depth === 0
    ? inner
    : { ...ENTRIES.group.create(`g${depth}`, CANVAS), children: [nested(depth - 1, inner)] };

/** Opens and checks what must hold whatever the input. */
function opened(input: unknown) {
  const result = openDocument(input);
  expect(documentSchema.safeParse(result.document).error).toBeUndefined();
  expect(JSON.stringify(result.document).length).toBeLessThanOrEqual(LIMITS.documentBytes);
  return { ...result, codes: [...new Set(result.repairs.map(({ code }) => code))] };
}

function layerNamed(layers: readonly Layer[], id: string): Layer | undefined {
  return Array.from(walkLayers(layers)).find(({ layer }) => layer.id === id)?.layer;
}

describe("whole documents", () => {
  test("open as they are, without repairs", () => {
    fc.assert(
      fc.property(arbitraryDocument, (doc) => {
        const input: unknown = JSON.parse(JSON.stringify(doc));
        expect(openDocument(input)).toEqual({ document: input, repairs: [] });
      }),
    );
  });

  test.each(STARTERS.map((starter) => [starter.id, starter.document] as const))(
    "starter %s",
    (_id, document) => {
      expect(openDocument(document)).toEqual({ document, repairs: [] });
    },
  );
});

describe("documents that are none", () => {
  test.each([
    ["T1 text that is no JSON", "{not json"],
    ["T3 a list", []],
    ["T4 null", null],
    ["a number", 5],
    ["nothing", undefined],
    ["a function", () => 1],
  ])("%s", (_name, input) => {
    const { document, codes } = opened(input);
    expect(codes).toEqual(["unreadable"]);
    expect(document.layers).toEqual([]);
  });

  test("T2 an empty object", () => {
    const { document, codes } = opened({});
    expect(codes).toContain("missing_property");
    expect(document).toMatchObject({ width: 1200, height: 628 });
  });

  test("data that fights back", () => {
    const thrower = {
      get layers() {
        throw new Error("no");
      },
    };
    const liar = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error("no");
        },
        get: () => {
          throw new Error("no");
        },
      },
    );
    expect(opened(thrower).codes).toEqual(["unreadable"]);
    expect(opened(liar).codes).toEqual(["unreadable"]);
    expect(opened({ layers: 5n }).codes).toContain("wrong_type");
  });

  test("T5 JSON 200,000 deep", () => {
    const deep: unknown = JSON.parse(`${'{"children":['.repeat(200_000)}${"]}".repeat(200_000)}`);
    const { document, codes } = opened(stored({ layers: [deep, GOOD], extra: deep, background: deep }));
    expect(document.layers).toEqual([GOOD]);
    expect(codes).toContain("unknown_layer_type");
    const groups = `${'{"type":"group","id":"g","locks":[],"tokens":{},"masked":false,"children":['.repeat(100_000)}${"]}".repeat(100_000)}`;
    const many = opened(stored({ layers: [JSON.parse(groups), GOOD] }));
    expect(many.codes).toContain("too_deep");
    expect(layerNamed(many.document.layers, "good")).toEqual(GOOD);
  });
});

const TEST = { key: "first_name", is: "equals", value: "x" };
const HIDING = { when: { match: "all", tests: [TEST] }, then: { kind: "hide" } };
const deepCondition = (depth: number): unknown =>
  depth === 0 ? TEST : { match: "all", tests: [deepCondition(depth - 1)] };

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

describe("trees", () => {
  test("T13 a group that holds itself", () => {
    const group: Record<string, unknown> = { ...ENTRIES.group.create("g", CANVAS), children: [GOOD] };
    group.children = [GOOD, group, group];
    const { document, codes } = opened(stored({ layers: [group] }));
    expect(codes).toContain("layer_in_itself");
    expect(document.layers).toEqual([{ ...ENTRIES.group.create("g", CANVAS), children: [GOOD] }]);
  });

  test("T13 a cycle somewhere else", () => {
    const cycle: Record<string, unknown> = {};
    cycle.self = cycle;
    const { document } = opened(stored({ cycle, layers: [GOOD, shape("bad", { fill: cycle })] }));
    expect(document.layers[0]).toEqual(GOOD);
  });

  test("T14 groups nine deep are dissolved into the eighth", () => {
    const whole = opened(stored({ layers: [nested(7, GOOD)] }));
    expect(whole.repairs).toEqual([]);
    const { document, codes } = opened(stored({ layers: [nested(12, GOOD)] }));
    expect(codes).toEqual(["too_deep"]);
    const place = Array.from(walkLayers(document.layers)).find(({ layer }) => layer.id === "good");
    expect(place?.depth).toBe(8);
  });

  test("T15 201 layers", () => {
    const layers = Array.from({ length: 201 }, (_, index) => shape(`s${index}`));
    const { document, codes } = opened(stored({ layers }));
    expect(codes).toEqual(["too_many_layers"]);
    expect(document.layers).toEqual(layers.slice(0, 200));
  });

  test("T15 201 layers in groups of groups", () => {
    const inner = Array.from({ length: 120 }, (_, index) => shape(`a${index}`));
    const other = Array.from({ length: 120 }, (_, index) => shape(`b${index}`));
    const group = (id: string, children: unknown) => ({ ...ENTRIES.group.create(id, CANVAS), children });
    const { document, codes } = opened(stored({ layers: [group("g", inner), group("h", other)] }));
    expect(codes).toContain("too_many_layers");
    expect(Array.from(walkLayers(document.layers))).toHaveLength(200);
  });
});

describe("the document itself", () => {
  test("T6 10 MB of samples and texts", () => {
    const samples = Array.from({ length: 100 }, (_, row) => ({
      id: `r${row}`,
      name: "",
      values: { a: "x".repeat(4096), b: "y".repeat(4096), c: "z".repeat(4096) },
    }));
    const layers = Array.from({ length: 150 }, (_, index) => ({
      ...GOOD,
      id: `t${index}`,
      runs: [{ text: "Ж".repeat(20_000), style: {} }],
    }));
    const { document, codes } = opened(stored({ samples, layers: [GOOD, ...layers] }));
    expect(codes).toEqual(["too_large"]);
    expect(document.samples).toEqual([]);
    expect(layerNamed(document.layers, "good")).toEqual(GOOD);
    expect(document.layers.length).toBeGreaterThan(20);
  });

  test("T7 duplicate keys: the last one stands, as in all JSON", () => {
    const input: unknown = JSON.parse(
      JSON.stringify(stored()).replace('"width":1200', '"width":5,"width":1200'),
    );
    expect(opened(input)).toMatchObject({ repairs: [], document: { width: 1200 } });
  });

  test("T8, T9 keys that reach for prototypes", () => {
    const input: unknown = JSON.parse(
      JSON.stringify(stored({ samples: [{ id: "r", name: "", values: {} }] }))
        .replace('"values":{}', '"values":{"__proto__":{"polluted":1},"constructor":"x","ok":"Łódź"}')
        .replace(
          '"alt":""',
          '"alt":"","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}',
        ),
    );
    const { document, codes } = opened(input);
    expect(codes).toEqual(expect.arrayContaining(["unknown_property", "item_dropped"]));
    expect(document.samples[0]?.values).toEqual({ ok: "Łódź" });
    expect(Object.getPrototypeOf(document)).toBe(Object.prototype);
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });

  test("T8 ids of layers that reach for prototypes", () => {
    const layers = ["constructor", "__proto__", "toString"].map((id) => shape(id));
    const overrides = JSON.parse('{"constructor":{"x":5},"__proto__":{"x":6},"toString":{}}');
    const variants = [{ id: "v", name: "", width: 10, height: 10, displayWidth: 10, overrides }];
    const { document } = opened(stored({ layers, variants }));
    expect(document.layers).toEqual(layers);
    expect(documentAtSize(document, "v").layers[0]?.x).toBe(5);
    expect(Object.hasOwn(Object.prototype, "x")).toBe(false);
  });

  test("sizes have ids of their own and override layers that there are", () => {
    const size = { id: "story", name: "Story", width: 1080, height: 1920, displayWidth: 540, overrides: {} };
    const { document, codes } = opened(
      stored({
        variants: [
          size,
          size,
          { ...size, id: "a b", width: "800", overrides: { good: { x: 5, width: 0 }, gone: { x: 5 } } },
          { id: "x", width: 5 },
          5,
        ],
      }),
    );
    expect(document.variants).toEqual([
      size,
      { ...size, id: "size-2" },
      { ...size, id: "size-3", width: 800, overrides: { good: { x: 5, width: 1 } } },
    ]);
    expect(codes).toEqual(
      expect.arrayContaining(["duplicate_variant_id", "unknown_layer", "item_dropped", "number_from_text"]),
    );
    const many = Array.from({ length: 13 }, (_, index) => ({ ...size, id: `v${index}` }));
    expect(opened(stored({ variants: many })).document.variants).toHaveLength(12);
  });

  test("a draft from before there were time zones is of UTC, and so is one of a zone that nobody knows", () => {
    const { timeZone: _none, ...before } = stored();
    expect(openDocument({ ...before, schemaVersion: 2 })).toEqual({ document: stored(), repairs: [] });
    expect(opened({ ...before, schemaVersion: 2, novelty: true }).codes).toEqual(["unknown_property"]);
    for (const timeZone of ["Europe/Atlantis", "+02:00", "", 5, null]) {
      const { document, repairs } = openDocument(stored({ timeZone }));
      expect(document).toEqual(stored());
      expect(repairs.map(({ path }) => path)).toEqual(["/timeZone"]);
    }
    expect(opened(stored({ timeZone: "Asia/Kathmandu" })).document.timeZone).toBe("Asia/Kathmandu");
  });

  test("T33 a version from the future is read as far as it is known", () => {
    const { document, codes } = opened(stored({ schemaVersion: 99, novelty: true }));
    expect(codes).toEqual(["future_version", "unknown_property"]);
    expect(document.layers).toEqual([GOOD]);
  });

  test.each([["1"], [null], [0], [1.5], [undefined]])("version %j is none", (schemaVersion) => {
    const { document, codes } = opened(stored({ schemaVersion }));
    expect(codes).toEqual(["no_version"]);
    expect(document.layers).toEqual([GOOD]);
  });

  test("field keys become well-formed and their own", () => {
    const field = (key: unknown) => ({ key, label: "L", type: "text", fallback: "there" });
    const { document, codes } = opened(
      stored({
        fields: [
          field("first_name"),
          field("first_name"),
          field("Prénom usuel"),
          field("photo64"),
          field(5),
          "x",
        ],
      }),
    );
    expect(document.fields.map(({ key }) => key)).toEqual([
      "first_name",
      "first_name_2",
      "prenom_usuel",
      "photo64_2",
      "field",
    ]);
    expect(document.fields.every(({ fallback }) => fallback === "there")).toBe(true);
    expect(codes).toEqual(
      expect.arrayContaining(["duplicate_field_key", "invalid_field_key", "missing_property"]),
    );
  });

  test("sizes, background and sample ids", () => {
    const samples = [{ id: "a" }, { id: "a", values: { ok: 5, "Not a key": "x" } }];
    const { document, codes } = opened(stored({ width: "800", height: 1e9, background: "red", samples }));
    expect(document).toMatchObject({
      width: 800,
      height: 4096,
      samples: [{ id: "a" }, { values: { ok: "5" } }],
    });
    expect(codes).toEqual(
      expect.arrayContaining(["number_from_text", "out_of_range", "duplicate_sample_id"]),
    );
  });
});

describe("mutated documents", () => {
  const junk = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom<unknown>(
      1e308,
      -1,
      "100",
      "\ud800",
      "__proto__",
      [],
      {},
      null,
      Number.NaN,
      "x".repeat(30_000),
    ),
  );
  /** One change somewhere in a JSON tree: another value, a property gone, one more. */
  const mutate = (node: unknown, steps: readonly number[], what: number, value: unknown): unknown => {
    if (typeof node !== "object" || node === null || steps.length === 0) return value;
    const names = Object.keys(node);
    const name = names[(steps[0] ?? 0) % Math.max(1, names.length)];
    const copy: Record<string, unknown> & unknown[] = Object.assign(
      Array.isArray(node) ? [] : {},
      node,
    ) as never;
    if (name === undefined || (what === 1 && steps.length === 1)) {
      if (Array.isArray(copy)) copy.push(value);
      else Object.defineProperty(copy, String(value), { value, enumerable: true, configurable: true });
      return copy;
    }
    if (what === 2 && steps.length === 1) {
      Reflect.deleteProperty(copy, name);
      return copy;
    }
    (copy as Record<string, unknown>)[name] = mutate(copy[name as never], steps.slice(1), what, value);
    return copy;
  };

  /** JSON in which NaN is not null, which it may have taken the place of. */
  const told = (node: unknown) =>
    JSON.stringify(node, (_name, value: unknown) => (Number.isNaN(value) ? "NaN" : value));

  test("open with repair codes, never throw, and keep what was not touched", () => {
    const change = fc.record({
      layer: fc.nat(),
      steps: fc.array(fc.nat(40), { minLength: 1, maxLength: 5 }),
      what: fc.integer({ min: 0, max: 2 }),
      value: junk,
    });
    fc.assert(
      fc.property(arbitraryDocument, change, (doc, { layer, steps, what, value }) => {
        fc.pre(doc.layers.length > 0);
        const at = layer % doc.layers.length;
        const layers = doc.layers.map((item, index) =>
          index === at ? mutate(item, steps, what, value) : item,
        );
        const { document, repairs } = opened({ ...doc, layers });
        expect(repairs.map(({ code }) => code)).not.toContain("unreadable");
        const changed = told(layers[at]) !== told(doc.layers[at]);
        const isWhole = documentSchema.safeParse({ ...doc, layers }).success;
        expect(repairs.length > 0).toBe(changed && !isWhole);
        // The mutation may have given the layer an id that another one has: the one that comes first keeps it.
        const ids = JSON.stringify(layers[at]);
        for (const [index, item] of doc.layers.entries()) {
          const mayLoseId = Array.from(walkLayers([item])).some(({ layer: own }) =>
            ids?.includes(`"id":"${own.id}"`),
          );
          if (index !== at && !mayLoseId) expect(document.layers).toContainEqual(item);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("survive any number of changes anywhere", () => {
    const changes = fc.array(
      fc.tuple(fc.array(fc.nat(40), { minLength: 1, maxLength: 7 }), fc.integer({ min: 0, max: 2 }), junk),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(arbitraryDocument, changes, (doc, list) => {
        const input = list.reduce<unknown>(
          (node, [steps, what, value]) => mutate(node, steps, what, value),
          doc,
        );
        expect(opened(input).repairs.map(({ code }) => code)).not.toContain(
          typeof input === "object" && input !== null && !Array.isArray(input) ? "unreadable" : "none",
        );
      }),
      { numRuns: 150 },
    );
  });
});

describe("documentSchema says where a fault is", () => {
  test.each<[string, unknown, (string | number)[]]>([
    ["a wrong number", stored({ layers: [GOOD, shape("bad", { width: 0 })] }), ["layers", 1, "width"]],
    ["a layer id twice", stored({ layers: [GOOD, GOOD] }), ["layers", 1, "id"]],
    ["one property more", stored({ novelty: 1 }), []],
    ["NUL in a text", stored({ alt: "a\u0000" }), ["alt"]],
    [
      "T31 an unknown operator",
      stored({
        layers: [
          shape("a", { rules: [{ ...HIDING, when: { match: "all", tests: [{ ...TEST, is: "like" }] } }] }),
        ],
      }),
      ["layers", 0, "rules", 0, "when", "tests", 0, "is"],
    ],
    [
      "T31 a condition inside a condition",
      stored({ layers: [shape("a", { rules: [{ ...HIDING, when: deepCondition(2) }] })] }),
      ["layers", 0, "rules", 0, "when", "tests", 0, "key"],
    ],
    [
      "an override of no layer",
      stored({
        variants: [{ id: "v", name: "", width: 1, height: 1, displayWidth: 1, overrides: { gone: {} } }],
      }),
      ["variants", 0, "overrides", "gone"],
    ],
    [
      "groups nine deep",
      stored({ layers: [nested(8, GOOD)] }),
      ["layers", 0, ...Array.from({ length: 8 }, () => ["children", 0]).flat()],
    ],
  ])("%s", (_name, input, path) => {
    expect(documentSchema.safeParse(input).error?.issues[0]?.path).toEqual(path);
  });
});
