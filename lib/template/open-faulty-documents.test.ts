import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openDocument } from "./open-document";
import { documentSchema } from "./schema";
import { arbitraryDocument } from "./testing/arbitrary-document";
import { GOOD, layerNamed, opened, shape, stored } from "./testing/stored-documents";
import { walkLayers } from "./tree";
import { documentAtSize } from "./variants";

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
      // Not every object can be made a text.
      const added = typeof value === "object" ? JSON.stringify(value) : String(value);
      if (Array.isArray(copy)) copy.push(value);
      else Object.defineProperty(copy, added, { value, enumerable: true, configurable: true });
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
