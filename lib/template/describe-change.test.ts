import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createDocument } from "./create-document";
import { changeSentence, describeChange } from "./describe-change";
import { DEFAULT_FORMAT } from "./field";
import { ENTRIES } from "./registry";
import type { Document, Layer } from "./schema";
import { arbitraryDocument } from "./testing/arbitrary-document";

const canvas = { width: 1200, height: 628 };
const heading = { ...ENTRIES.text.create("heading", canvas), name: "Heading" };
const card = { ...ENTRIES.shape.create("card", canvas), name: "Card" };
const base: Document = { ...createDocument({ ...canvas, displayWidth: 600 }), layers: [card, heading] };

function said(change: (document: Document) => Document): string[] {
  return describeChange(base, change(base)).map(changeSentence);
}

function layers(...next: Layer[]): (document: Document) => Document {
  return (document) => ({ ...document, layers: next });
}

const text = [{ text: "Hello", style: {} }];

describe("what changed, in words", () => {
  test.each<[string, (document: Document) => Document, string[]]>([
    [
      "text and colour of one layer",
      layers(card, { ...heading, runs: text, style: { ...heading.style, color: "#ff0000" } }),
      ["Heading: text, colour"],
    ],
    [
      "font and place",
      layers(card, { ...heading, x: 1, y: 2, style: { ...heading.style, fontWeight: 300, italic: true } }),
      ["Heading: position, font"],
    ],
    [
      "words that only look otherwise",
      layers(card, { ...heading, runs: split() }),
      ["Heading: look of some words"],
    ],
    ["a layer that came", layers(card, heading, { ...card, id: "badge", name: "Badge" }), ["Badge: added"]],
    ["a layer that went", layers(heading), ["Card: removed"]],
    ["another order", layers(heading, card), ["Layers: order"]],
    [
      "fill, stroke, corner",
      layers({ ...card, radius: 9, fill: null }, heading),
      ["Card: fill, corner radius"],
    ],
    ["visibility", layers({ ...card, visible: false }, heading), ["Card: visibility"]],
    [
      "the canvas",
      (doc) => ({ ...doc, width: 800, height: 500, alt: "Hi" }),
      ["Canvas: size, alternative text"],
    ],
    [
      "a group made of what was there",
      layers({ ...ENTRIES.group.create("g", canvas), name: "Both", children: [card, heading] }),
      ["Heading: group", "Card: group", "Both: added"],
    ],
    ["a field", (doc) => ({ ...doc, fields: [field("first_name")] }), ["Field First name: added"]],
    [
      "sample rows",
      (doc) => ({ ...doc, samples: [{ id: "a", name: "Ann", values: {} }] }),
      ["Sample rows: 0 before, 1 now"],
    ],
  ])("%s", (_, change, expected) => {
    expect(said(change)).toEqual(expected);
  });

  test("a field's fallback, and the same field gone", () => {
    const before = { ...base, fields: [field("first_name"), field("plan")] };
    const after = { ...base, fields: [{ ...field("first_name"), fallback: "there" }] };
    expect(describeChange(before, after).map(changeSentence)).toEqual([
      "Field First name: fallback",
      "Field First name: removed",
    ]);
  });

  test("a document differs in nothing from its copy, and in something from any other", () => {
    fc.assert(
      fc.property(arbitraryDocument, arbitraryDocument, (one, other) => {
        expect(describeChange(one, structuredClone(one))).toEqual([]);
        const isSame = JSON.stringify(one) === JSON.stringify(other);
        expect(describeChange(one, other).length > 0).toBe(!isSame);
        expect(describeChange(one, other).every(({ what, how }) => what !== "" && how !== "")).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

function split() {
  const whole = heading.runs.map((run) => run.text).join("");
  return [
    { text: whole.slice(0, 2), style: { color: "#ff0000" } },
    { text: whole.slice(2), style: {} },
  ];
}

function field(key: string) {
  return { key, label: "First name", type: "text" as const, fallback: "", format: DEFAULT_FORMAT };
}
