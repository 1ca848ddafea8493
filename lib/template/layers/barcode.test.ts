import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { encodeBarcode } from "@/lib/paint/barcode/encode-barcode";
import { barcodeContent, type Symbology, symbology } from "../barcode-text";
import { createDocument } from "../create-document";
import { DEFAULT_FORMAT, type Field } from "../field";
import { resolveDocument } from "../resolve-document";
import { HOSTILE_VALUES } from "../testing/hostile-values";
import { type BarcodeLayer, barcodeEntry, barcodeShown } from "./barcode";

const CANVAS = { width: 1200, height: 628 };
const layer = (change: Partial<BarcodeLayer>): BarcodeLayer => ({
  ...barcodeEntry.create("b", CANVAS),
  ...change,
});

describe("what a barcode holds", () => {
  test.each<[Symbology, string, string | null]>([
    ["ean13", "590123412345", "5901234123457"],
    ["ean13", "5901234123457", "5901234123457"],
    ["ean13", "978-0-13-149505-0", "9780131495050"],
    ["ean13", "036000291452", "0036000291452"],
    ["ean13", "05901234123457", "5901234123457"],
    ["ean13", "5901234123458", null],
    ["ean13", "59012341234", null],
    ["ean13", "59012341234571", null],
    ["ean13", "59012341234X", null],
    ["ean13", "٥٩٠١٢٣٤١٢٣٤٥", null],
    ["upca", "03600029145", "036000291452"],
    ["upca", "0 36000 29145 2", "036000291452"],
    ["upca", "36000291452", "036000291452"],
    ["upca", "0036000291452", "036000291452"],
    ["upca", "5901234123457", null],
    ["upca", "00036000291452", null],
    ["upca", "036000291453", null],
    ["code128", "Abc-123 é", "Abc-123 é"],
    ["code128", "Щёголева", null],
    ["code128", "a\tb", null],
    ["code128", "x".repeat(81), null],
    ["code128", " ", null],
    ["datamatrix", "Łódź 日本", "Łódź 日本"],
    ["datamatrix", "é".repeat(251), null],
    ["pdf417", "x".repeat(500), "x".repeat(500)],
    ["pdf417", "x".repeat(501), null],
  ])("%s: %j", (kind, text, content) => {
    expect(barcodeContent(kind, text)).toBe(content);
  });

  test.each([
    ["ean13", "4006381333932", "Its last digit should be 1."],
    ["upca", "0-36000-29145-3", "Its last digit should be 2."],
    ["ean13", "40063813339", null],
    ["ean13", "letters", null],
    ["code128", "Щ", null],
  ] as const)("of the kind %s says what is wrong with %s", (symbology, text, advice) => {
    const [problem] = barcodeEntry.problems(layer({ symbology, text }));
    expect(problem?.code).toBe("invalid_barcode");
    expect(problem?.message.includes("last digit")).toBe(advice !== null);
    if (advice) expect(problem?.message).toContain(advice);
  });

  test("a code of goods has one check digit, and a content is what it holds itself", () => {
    const digits = fc.stringMatching(/^\d{11,12}$/);
    fc.assert(
      fc.property(digits, (data) => {
        const kind = data.length === 12 ? "ean13" : "upca";
        const content = barcodeContent(kind, data) ?? "";
        expect(content).toHaveLength(data.length + 1);
        expect(barcodeContent(kind, content, "value")).toBe(content);
        const completed = Array.from({ length: 10 }, (_, digit) => `${data}${digit}`);
        expect(completed.filter((each) => barcodeContent(kind, each) !== null)).toHaveLength(1);
      }),
    );
  });

  test("one code of goods is found in both kinds", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{11}$/), (data) => {
        const upc = Array.from({ length: 10 }, (_, digit) => `${data}${digit}`).find(
          (each) => barcodeContent("upca", each) === each,
        );
        for (const written of [upc ?? "", `0${upc}`]) {
          expect(barcodeContent("ean13", written, "value")).toBe(`0${upc}`);
          expect(barcodeContent("upca", written, "value")).toBe(upc);
        }
      }),
    );
  });
});

const SKU: Field = {
  key: "sku",
  label: "SKU",
  type: "number",
  fallback: "",
  format: { ...DEFAULT_FORMAT, number: { ...DEFAULT_FORMAT.number, style: "decimal" } },
};

function shownFor(designed: BarcodeLayer, sku: string, type: Field["type"] = "number"): string | null {
  const fields = [{ ...SKU, type }];
  const doc = { ...createDocument({ ...CANVAS, displayWidth: 600 }), layers: [designed], fields };
  const [found] = resolveDocument(doc, { sku }).document.layers;
  return found?.type === "barcode" ? barcodeShown(found) : "no barcode";
}

describe("a barcode with a field", () => {
  const goods = layer({ symbology: "ean13", text: "{{sku}}", fallbackText: "590123412345" });

  test("of goods has the digits as given, not as a number is written", () => {
    expect(shownFor(goods, "4006381333931")).toBe("4006381333931");
    expect(shownFor(layer({ symbology: "code128", text: "{{sku}}" }), "1234")).toBe("1,234");
  });

  test.each<[Symbology, string, string | null]>([
    ["ean13", "036000291452", "0036000291452"],
    ["ean13", "590123412345", null],
    ["upca", "36000291452", "036000291452"],
    ["upca", "0036000291452", "036000291452"],
    ["upca", "03600029145", null],
  ])("of the kind %s gets no check digit invented: %s", (kind, sku, shown) => {
    const code = layer({ symbology: kind, text: "{{sku}}", fallbackText: "" });
    expect(shownFor(code, sku)).toBe(shown);
    expect(shownFor({ ...code, text: "{{sku}}{{gone}}" }, sku)).toBe(shown);
  });

  test("says its fallback for what it cannot hold, and nothing when that will not do either", () => {
    expect(shownFor(goods, "12")).toBe("5901234123457");
    expect(shownFor({ ...goods, fallbackText: "12" }, "12")).toBeNull();
  });

  test("holds only what its kind can, for any value", () => {
    const value = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...HOSTILE_VALUES));
    fc.assert(
      fc.property(value, fc.constantFrom(...symbology.options), (sku, kind) => {
        const shown = shownFor(layer({ symbology: kind, text: "{{sku}}" }), sku, "text");
        if (shown !== null) expect(barcodeContent(kind, shown)).toBe(shown);
      }),
    );
  });
});

test.each<[Partial<BarcodeLayer>, string[]]>([
  [{}, []],
  [{ symbology: "ean13", text: "{{sku}}" }, []],
  [{ text: " " }, ["barcode_empty /text"]],
  [{ text: "{{SKU}}" }, ["malformed_placeholder /text"]],
  [{ symbology: "ean13", text: "abc" }, ["invalid_barcode /text"]],
  [{ text: "{{sku}}", fallbackText: "Ж" }, ["invalid_barcode /fallbackText"]],
  [{ text: "Ж", fallbackText: "Ж" }, ["invalid_barcode /text", "invalid_barcode /fallbackText"]],
])("%j is told as %j", (change, told) => {
  expect(barcodeEntry.problems(layer(change)).map(({ code, path }) => `${code} ${path}`)).toEqual(told);
});

describe("a barcode whose text a rule sets", () => {
  const saying = (value: string, change: Partial<BarcodeLayer> = {}) =>
    layer({
      rules: [
        {
          when: { match: "all", tests: [{ key: "sku", is: "present", value: "" }] },
          then: { kind: "set", path: "text", value },
        },
      ],
      ...change,
    });

  test("says it, with fields in it", () => {
    expect(shownFor(saying("VIP-{{sku}}"), "7", "text")).toBe("VIP-7");
    expect(shownFor(saying("VIP"), "", "text")).toBe("12345678");
  });

  test("stays as designed where it takes no text so long", () => {
    expect(shownFor(saying("7".repeat(1001)), "7", "text")).toBe("12345678");
  });
});

test.each<[string, Partial<BarcodeLayer>, number | null]>([
  ["EAN-13", { symbology: "ean13", text: "590123412345", width: 230 }, 2],
  ["UPC-A", { symbology: "upca", text: "03600029145", width: 57.5 }, 0.5],
  ["digits in pairs", { text: "12345678", width: 396 }, 4],
  ["letters", { text: "ABC-12345", width: 420 }, 2],
  ["a field", { text: "{{sku}}" }, null],
  ["a code of areas", { symbology: "datamatrix", text: "A" }, null],
])("the narrowest bar of %s", (_name, change, module) => {
  expect(barcodeEntry.code?.(layer(change))).toMatchObject({ module });
});

test("the narrowest bar of a Code 128 is as it is painted", () => {
  const text = fc.oneof(
    fc.stringMatching(/^\d{1,30}$/),
    fc.stringMatching(/^[A-Za-z0-9-][A-Za-z0-9 -]{0,40}$/),
    fc.stringMatching(/^([A-Z]{1,3}\d{1,9}){1,4}-?$/),
  );
  fc.assert(
    fc.property(text, (content) => {
      const { module } = barcodeEntry.code?.(layer({ text: content, width: 1, quietZone: 0 })) ?? {};
      expect(Math.round(1 / (module ?? 0))).toBe(encodeBarcode("code128", content).width);
    }),
  );
});

test("what is not drawn is not read", () => {
  expect(barcodeEntry.code?.(layer({ text: " " }))).toBeNull();
});
