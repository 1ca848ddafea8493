import { expect, test } from "vitest";
import { checkDocument } from "./check-document";
import { createDocument } from "./create-document";
import type { BarcodeLayer } from "./layers/barcode";
import type { QrLayer } from "./layers/qr";
import { ENTRIES } from "./registry";
import type { Document, Layer } from "./schema";

const CANVAS = { width: 1200, height: 628 };
const barcode = (change: Partial<BarcodeLayer> = {}): Layer => ({
  ...ENTRIES.barcode.create("b", CANVAS),
  ...change,
});
const qr = (change: Partial<QrLayer> = {}): Layer => ({ ...ENTRIES.qr.create("q", CANVAS), ...change });
const card = (change: object = {}): Layer => ({ ...ENTRIES.shape.create("card", CANVAS), ...change });
const told = (layers: Layer[], change: Partial<Document> = {}) =>
  checkDocument({ ...createDocument({ ...CANVAS, displayWidth: 600 }), layers, ...change }).map(
    ({ code, severity, path }) => `${severity} ${code} ${path}`,
  );

const CONTRAST = "warning code_contrast /layers/0/color";
const FINE = "warning code_too_fine /layers/0/width";
const LINEAR = {
  kind: "linear" as const,
  angle: 0,
  stops: [
    { offset: 0, color: "#ffffff" },
    { offset: 1, color: "#ffffff" },
  ],
};

test.each<[string, Layer[], Partial<Document>, string[]]>([
  ["new codes", [barcode(), qr()], {}, []],
  ["white on white", [barcode({ color: "#ffffff" })], {}, [CONTRAST]],
  ["a pale QR code", [qr({ color: "#aaaaaa" })], {}, [CONTRAST]],
  ["one nobody sees", [qr({ color: "#00000000" })], {}, [CONTRAST]],
  ["white on the white canvas", [qr({ color: "#ffffff", background: null })], {}, [CONTRAST]],
  ["white through a veil", [qr({ color: "#ffffff", background: "#ffffff80" })], {}, [CONTRAST]],
  ["white on a gradient", [qr({ color: "#ffffff", background: null })], { background: LINEAR }, []],
  ["white on nothing", [qr({ color: "#ffffff", background: null })], { background: null }, []],
  ["white on a card", [card(), qr({ color: "#ffffff", background: null })], {}, []],
  [
    "white beside a card",
    [qr({ color: "#ffffff", background: null }), card({ x: 0, y: 0, width: 10, height: 10 })],
    {},
    [CONTRAST],
  ],
  ["bars of 1 px", [barcode({ width: 119, text: "12345678" })], {}, [FINE]],
  ["bars of 2 px on a canvas shown as it is", [barcode({ width: 200 })], { displayWidth: 1200 }, []],
  ["bars of 2 px on a canvas shown at half", [barcode({ width: 200 })], {}, [FINE]],
  ["a small QR code", [qr({ width: 60, height: 60 })], {}, [FINE]],
  ["a small QR code that values fill", [qr({ width: 60, height: 60, text: "{{a}}" })], { alt: "" }, []],
  [
    "a QR code that says nothing",
    [qr({ text: "", color: "#ffffff" })],
    {},
    ["warning qr_empty /layers/0/text"],
  ],
])("%s", (_name, layers, change, expected) => {
  expect(told(layers, change).filter((problem) => !problem.includes("unknown_field"))).toEqual(expected);
});

test("the words say what is wrong and what to do", () => {
  const [pale, fine] = checkDocument({
    ...createDocument({ ...CANVAS, displayWidth: 600 }),
    layers: [barcode({ color: "#aaaaaa", width: 200 })],
  });
  expect(pale?.message).toBe(
    "Phones may not read this code: it is too like its background, 2.3 to 1 where 3 to 1 is needed. Make the code darker or the background lighter.",
  );
  expect(fine?.message).toBe(
    "Phones may not read this code: its parts are 1 px wide where the picture is shown 600 px wide, and at least 2 px are needed. Make the layer larger or its content shorter.",
  );
});

test("what a rule lets a layer say is checked as what it says", () => {
  const rule = (value: string): Layer["rules"] => [
    {
      when: { match: "all", tests: [{ key: "a", is: "missing", value: "" }] },
      then: { kind: "set", path: "text", value },
    },
  ];
  const problems = (layer: Layer) => told([layer]).filter((problem) => !problem.includes("unknown_field"));
  expect(
    problems(barcode({ symbology: "ean13", text: "590123412345", width: 800, rules: rule("abc") })),
  ).toEqual(["error invalid_barcode /layers/0/rules/0/then/value"]);
  expect(problems({ ...ENTRIES.progress.create("p", CANVAS), rules: rule("half") })).toEqual([
    "error invalid_number /layers/0/rules/0/then/value",
  ]);
  expect(problems({ ...ENTRIES.rating.create("r", CANVAS), rules: rule("7".repeat(201)) })).toEqual([
    "error invalid_rule_value /layers/0/rules/0/then/value",
  ]);
  expect(problems({ ...ENTRIES.chart.create("c", CANVAS), rules: rule("{{x") })).toEqual([
    "error malformed_placeholder /layers/0/rules/0/then/value",
  ]);
  expect(problems(barcode({ rules: rule("VIP-1") }))).toEqual([]);
});
