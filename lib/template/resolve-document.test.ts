import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renameField } from "./commands/field-commands";
import { createDocument } from "./create-document";
import { DEFAULT_FORMAT, type Field } from "./field";
import type { TextLayer } from "./layers/text";
import { LIMITS } from "./limits";
import { patchLayer } from "./patch-layer";
import { ENTRIES, entryOf } from "./registry";
import { type ResolvedDocument, resolveDocument } from "./resolve-document";
import type { Document, Layer } from "./schema";
import { arbitraryDocument, arbitraryValues } from "./testing/arbitrary-document";

const CANVAS = { width: 1200, height: 628 };

function fieldOf(key: string, change: Partial<Field> = {}): Field {
  return { key, label: key, type: "text", fallback: "", format: DEFAULT_FORMAT, ...change };
}

function textOf(id: string, text: string, change: Partial<TextLayer> = {}): TextLayer {
  return { ...ENTRIES.text.blank(id, CANVAS), runs: [{ text, style: {} }], ...change };
}

function documentOf(layers: Layer[], fields: Field[], change: Partial<Document> = {}): Document {
  return { ...createDocument({ ...CANVAS, displayWidth: 600 }), layers, fields, ...change };
}

const FIRST = fieldOf("first_name", { fallback: "there" });
const POINTS = fieldOf("points", {
  type: "number",
  format: { ...DEFAULT_FORMAT, number: { ...DEFAULT_FORMAT.number, style: "decimal" } },
});

/** The words of a text layer of the resolved document. */
function said(doc: Document, values: Record<string, string>, id = "t"): string | undefined {
  const layer = resolveDocument(doc, values).document.layers.find((candidate) => candidate.id === id);
  return layer?.type === "text" ? layer.runs.map(({ text }) => text).join("") : undefined;
}

describe("texts", () => {
  const hello = documentOf([textOf("t", "Hello {{ first_name }}, {{points}}!")], [FIRST, POINTS]);

  test.each([
    [{ first_name: "Nguyễn", points: "1250" }, "Hello Nguyễn, 1,250!"],
    [{ first_name: "O'Neil", points: "0" }, "Hello O'Neil, 0!"],
    [{ first_name: "  Łódź ", points: "abc" }, "Hello Łódź, !"],
    [{ first_name: " ", points: "7" }, "Hello there, 7!"],
    [{ first_name: "\u00a0\u200b" }, "Hello there, !"],
    [{}, "Hello there, !"],
    [{ first_name: "{{points}}", points: "5" }, "Hello {{points}}, 5!"],
    [{ first_name: "Щёголева\u0000\ud800", points: "5" }, "Hello Щёголева, 5!"],
    [{ constructor: "x", __proto__: "y" }, "Hello there, !"],
  ])("%j says %j", (values, expected) => {
    expect(said(hello, values)).toBe(expected);
  });

  test("inherited properties of the values are no values", () => {
    const doc = documentOf(
      [textOf("t", "{{to_string}}{{valueof}}")],
      [fieldOf("valueof", { fallback: "-" })],
    );
    expect(said(doc, Object.create({ valueof: "inherited" }))).toBe("-");
  });

  test("the phrase stands for the whole text when any of its fields is missing", () => {
    const layer = textOf("t", "", {
      runs: [
        { text: "{{first_name}}", style: { color: "#ff0000" } },
        { text: ", you have {{points}} points", style: { italic: true } },
      ],
      phraseFallback: "A special offer for {{first_name}}!",
    });
    const doc = documentOf([layer], [FIRST, POINTS]);
    expect(said(doc, { first_name: "José", points: "3" })).toBe("José, you have 3 points");
    const without = resolveDocument(doc, { first_name: "José" });
    expect(without.document.layers[0]).toMatchObject({
      runs: [{ text: "A special offer for José!", style: { italic: true } }],
    });
    expect(without).toMatchObject({ missing: ["points"], phrases: ["t"], hidden: [] });
    expect(resolveDocument(doc, { first_name: "José", points: "3" }).phrases).toEqual([]);
  });

  test("runs keep their own style, and empty ones go", () => {
    const layer = textOf("t", "", {
      runs: [
        { text: "Hi ", style: {} },
        { text: "{{first_name}}", style: { fontWeight: 700 } },
        { text: "{{points}}", style: { italic: true } },
      ],
    });
    expect(
      resolveDocument(documentOf([layer], [FIRST, POINTS]), { first_name: "محمد" }).document.layers[0],
    ).toMatchObject({
      runs: [
        { text: "Hi ", style: {} },
        { text: "\u2068محمد\u2069", style: { fontWeight: 700 } },
      ],
    });
    const nothing = documentOf([textOf("t", "{{points}}")], [POINTS]);
    expect(said(nothing, {})).toBe("");
  });

  test.each([
    ["{{first_name}}, 250 points", "محمد", "\u2068محمد\u2069, 250 points"],
    ["שלום {{first_name}}", "O'Neil", "שלום \u2068O'Neil\u2069"],
    ["{{first_name}}!", "שלום\nמשה", "\u2068שלום משה\u2069!"],
    ["{{first_name}}", "محمد", "محمد"],
    ["Hello {{first_name}}!", "Łucja", "Hello Łucja!"],
    ["שלום {{points}}", "", "שלום "],
  ])("%j with %j keeps directions apart", (template, value, expected) => {
    expect(said(documentOf([textOf("t", template)], [FIRST, POINTS]), { first_name: value })).toBe(expected);
  });

  test("a field that does not exist is missing and says nothing", () => {
    const doc = documentOf([textOf("t", "Hi {{nobody}}")], [FIRST]);
    expect(said(doc, { nobody: "x" })).toBe("Hi ");
    expect(resolveDocument(doc, { first_name: "Ann" }).missing).toEqual(["nobody"]);
  });

  test("layers without fields keep their identity", () => {
    const layer = textOf("t", "{{First Name}} {{{a}");
    expect(resolveDocument(documentOf([layer], [FIRST]), {}).document.layers[0]).toBe(layer);
  });
});

describe("values without end", () => {
  const LONG = "Łucja ".repeat(700).slice(0, 4096);
  const FILLED = "{{first_name}}, ";

  /** The layer with as many fields as it takes in every text of it. */
  function crowded(layer: Layer): Layer {
    const entry = entryOf(layer);
    const paths = Object.entries(layer).flatMap(([name, value]) => {
      if (name === "runs") return [["runs", "0", "text"]];
      return typeof value === "string" ? [[name]] : [];
    });
    return paths.reduce((crowd, path) => {
      for (let count = 2000; count > 0; count = Math.floor(count / 2)) {
        const next = patchLayer(crowd, [{ path, value: FILLED.repeat(count).trim() }]);
        if (next !== crowd && entry.schema.safeParse(next).success) return next;
      }
      return crowd;
    }, layer);
  }

  const layers = Object.values(ENTRIES).flatMap((entry): [string, Layer][] =>
    entry.presets.map(({ id, create }) => [`${entry.type} ${id}`, crowded(create("t", CANVAS))]),
  );

  test.each(layers)("leave a bounded layer: %s", (_name, layer) => {
    for (const type of ["text", "url"] as const) {
      const doc = documentOf([layer], [fieldOf("first_name", { type, fallback: LONG })]);
      for (const first_name of [LONG, ""]) {
        const [resolved = layer] = resolveDocument(doc, { first_name }).document.layers;
        const room = LIMITS.layerText + 2 * LIMITS.value;
        expect(JSON.stringify(resolved).length).toBeLessThan(JSON.stringify(layer).length + room);
      }
    }
  });

  test("are in some of these layers", () => {
    const filled = layers.filter(([, layer]) => entryOf(layer).fieldReferences(layer).length > 0);
    expect(new Set(filled.map(([, { type }]) => type)).size).toBeGreaterThanOrEqual(6);
  });

  test("are put in place as far as they fit, in each layer anew, whatever the directions", () => {
    const first_name = "👨‍👩‍👧‍👦".repeat(372);
    const four = "{{first_name}}|".repeat(4);
    const doc = documentOf([textOf("a", four), textOf("t", `${four} שלום`)], [fieldOf("first_name")]);
    expect(said(doc, { first_name }, "a")).toBe(`${first_name}|`.repeat(4));
    expect(said(doc, { first_name })).toBe(`${`\u2068${first_name}\u2069|`.repeat(4)} שלום`);
  });

  test("leave a bounded alternative text", () => {
    const doc = documentOf([], [fieldOf("first_name")], { alt: FILLED.repeat(30) });
    const { alt } = resolveDocument(doc, { first_name: LONG }).document;
    expect(alt.length).toBeLessThan(LIMITS.layerText + LIMITS.value + 100);
  });
});

describe("rules", () => {
  const rule = (id: string, ...keys: string[]) => textOf(id, id, { hideWhenMissing: keys });
  const group = {
    ...ENTRIES.group.create("g", CANVAS),
    children: [rule("a", "first_name"), rule("b"), { ...rule("c"), visible: false }],
  };
  const doc = documentOf([rule("x", "first_name", "points"), group, rule("y", "gone")], [FIRST, POINTS]);

  test("a layer is hidden when any field of its rule is missing, inside groups too", () => {
    const { hidden, missing, document } = resolveDocument(doc, { points: "1" });
    expect(hidden).toEqual(["x", "a", "y"]);
    expect(missing).toEqual(["first_name", "gone"]);
    expect(document.layers).toHaveLength(1);
    expect(document.layers[0]).toMatchObject({ id: "g", children: [{ id: "b" }] });
  });

  test("a hidden group takes everything in it along", () => {
    const hiding = documentOf([{ ...group, hideWhenMissing: ["points"] }], [FIRST, POINTS]);
    expect(resolveDocument(hiding, { first_name: "Ann" })).toMatchObject({
      hidden: ["g"],
      document: { layers: [] },
    });
  });

  test("the mode for fields hides nothing and names the fields", () => {
    const inFields = resolveDocument(
      documentOf([textOf("t", "Hi {{ first_name }}"), ...doc.layers], doc.fields, { alt: "{{first_name}}" }),
      {},
      { mode: "fields" },
    );
    expect(inFields).toMatchObject({
      hidden: [],
      missing: [],
      phrases: [],
      document: { alt: "{{first_name}}" },
    });
    expect(inFields.document.layers.map(({ id }) => id)).toEqual(["t", "x", "g", "y"]);
    expect(inFields.document.layers[0]).toMatchObject({ runs: [{ text: "Hi {{ first_name }}" }] });
  });
});

describe("pictures, codes, alternative text", () => {
  const image = { ...ENTRIES.image.create("i", CANVAS), source: { kind: "field" as const, key: "photo" } };
  const photo = (fallback = "") => fieldOf("photo", { type: "image", fallback });
  const source = (values: Record<string, string>, fallback?: string) => {
    const [layer] = resolveDocument(documentOf([image], [photo(fallback)]), values).document.layers;
    return layer?.type === "image" ? layer.source : undefined;
  };

  test.each([
    [{ photo: "https://example.com/ann.png" }, "", { kind: "url", url: "https://example.com/ann.png" }],
    [
      { photo: "//example.com/Łódź.png" },
      "",
      { kind: "url", url: "https://example.com/%C5%81%C3%B3d%C5%BA.png" },
    ],
    [
      { photo: "file:///etc/passwd" },
      "https://example.com/f.png",
      { kind: "url", url: "https://example.com/f.png" },
    ],
    [{ photo: "" }, "https://example.com/f.png", { kind: "url", url: "https://example.com/f.png" }],
    [{ photo: " " }, "", { kind: "none" }],
    [{}, "no address", { kind: "none" }],
  ])("%j with fallback %j is %j", (values, fallback, expected) => {
    expect(source(values, fallback)).toEqual(expected);
  });

  test("a code holds the values, and says nothing rather than half of it", () => {
    const code = { ...ENTRIES.qr.blank("q", CANVAS), text: "https://e.example/?n={{first_name}}" };
    const text = (value: string) =>
      resolveDocument(documentOf([code], [FIRST]), { first_name: value }).document.layers[0];
    expect(text("Łucja")).toMatchObject({ text: "https://e.example/?n=Łucja" });
    expect(text("")).toMatchObject({ text: "https://e.example/?n=there" });
    expect(text("Ж".repeat(900))).toMatchObject({ text: "" });
  });

  test("alternative text is filled without leaving double spaces", () => {
    const doc = documentOf([], [FIRST, POINTS], { alt: "Hi {{first_name}}, {{points}} points" });
    expect(resolveDocument(doc, { points: "12" }).document.alt).toBe("Hi there, 12 points");
    expect(resolveDocument(doc, { first_name: "Щёголева" }).document.alt).toBe("Hi Щёголева, points");
  });
});

/** The document without what only speaks of fields and draws nothing. */
function painted(document: ResolvedDocument): unknown {
  return JSON.parse(
    JSON.stringify(document, (name, value: unknown) =>
      ["hideWhenMissing", "phraseFallback", "rules", "bindings"].includes(name) ? undefined : value,
    ),
  );
}

describe("any document and values", () => {
  test("resolve without throwing, to well-formed text", () => {
    fc.assert(
      fc.property(arbitraryDocument, arbitraryValues, (doc, values) => {
        const resolution = resolveDocument(doc, values);
        expect(JSON.stringify(resolution)).not.toMatch(/\\ud[89a-f]|\\u0000/i);
        const ids = new Set(JSON.stringify(doc.layers).match(/"id":"l\d+"/g));
        expect(ids.size).toBeGreaterThanOrEqual(resolution.hidden.length);
      }),
    );
  });

  test("look the same after a field is renamed", () => {
    fc.assert(
      fc.property(arbitraryDocument, arbitraryValues, (doc, values) => {
        const [field] = doc.fields;
        fc.pre(field !== undefined);
        const from = field?.key ?? "";
        const renamed = renameField(doc, { from, to: "brand_new" });
        const { [from]: value, ...others } = values;
        const renamedValues = value === undefined ? others : { ...others, brand_new: value };
        const before = resolveDocument(doc, values);
        const after = resolveDocument(renamed, renamedValues);
        expect(painted(after.document)).toEqual(painted(before.document));
        expect(after.hidden).toEqual(before.hidden);
        expect(JSON.stringify(renamed.layers)).not.toContain(`{{${from}}}`);
      }),
    );
  });
});
