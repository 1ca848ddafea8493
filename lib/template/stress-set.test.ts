import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addSample } from "./commands/sample-commands";
import { createDocument } from "./create-document";
import { DEFAULT_FORMAT, type Field, fieldType } from "./field";
import { formatValue } from "./format-value";
import { parseAddress } from "./parse-address";
import { documentSchema } from "./schema";
import { STARTERS } from "./starters/starters";
import { STRESS_PICTURES, stressPictureAt, stressPictureSvg } from "./stress-pictures";
import { STRESS_ROWS } from "./stress-rows";
import { stressRows } from "./stress-set";
import { arbitraryDocument } from "./testing/arbitrary-document";
import { valueKindOf } from "./value-kind";

const field = (key: string, type: Field["type"] = "text"): Field => ({
  key,
  label: "",
  type,
  fallback: "",
  format: DEFAULT_FORMAT,
});

const everyType = fieldType.options.map((type) => field(`a_${type}`, type));

function rowOf(id: string, fields: readonly Field[]) {
  const row = stressRows({ fields: [...fields], samples: [] }).find((each) => each.id === `stress-${id}`);
  if (!row) throw new Error(`there is no row ${id}`);
  return row.values;
}

describe("the stress set", () => {
  test("has 18 rows for any document, each with an id of its own, and they could be its samples", () => {
    fc.assert(
      fc.property(arbitraryDocument, (doc) => {
        const rows = stressRows(doc);
        expect(rows.length).toBeGreaterThanOrEqual(18);
        expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
        expect(documentSchema.safeParse({ ...doc, samples: rows }).error).toBeUndefined();
        expect(stressRows(structuredClone(doc))).toEqual(rows);
      }),
      { numRuns: 40 },
    );
  });

  test("every row changes something in a document that has every type of field", () => {
    const named = ["first_name", "company", "email", "coupon_code"].map((key) => field(key));
    const rows = stressRows({ fields: [...everyType, ...named], samples: [] });
    expect(rows).toHaveLength(STRESS_ROWS.length);
    expect(new Set(rows.map(({ values }) => JSON.stringify(values))).size).toBe(rows.length);
  });

  test("a row is about one thing: other fields have the first sample's value, else an ordinary one", () => {
    const fields = [field("points", "number"), field("first_name"), field("headline")];
    const doc = { ...createDocument({ width: 600, height: 300, displayWidth: 600 }), fields };
    const filled = addSample(doc, {
      row: { id: "s1", name: "One", values: { headline: "Hi", points: " " } },
    });
    const large = stressRows(filled).find(({ id }) => id === "stress-large-number");
    expect(large?.values).toEqual({ points: "1234567890.5", first_name: "Anna", headline: "Hi" });
  });

  test("rows about a type that no field has are left out", () => {
    const ids = stressRows({ fields: [field("first_name")], samples: [] }).map(({ id }) => id);
    expect(ids).toContain("stress-arabic");
    expect(ids.filter((id) => /number|date|picture|colour|address/.test(id))).toEqual([]);
  });

  test("wrong values are wrong for their type, and odd ones are right", () => {
    const shown = (id: string, type: Field["type"]) => {
      const key = `a_${type}`;
      return formatValue(rowOf(id, everyType)[key] ?? "", field(key, type));
    };
    expect(shown("not-a-number", "number")).toBeNull();
    expect(shown("not-a-colour", "color")).toBeNull();
    expect(shown("not-an-address", "url")).toBeNull();
    expect(shown("neither-yes-nor-no", "boolean")).toBeNull();
    expect(shown("dark-colour", "color")).toBe("#010101");
    expect(shown("yes-in-a-word", "boolean")).toBe("Yes");
    expect(shown("arabic", "number")).toBe("١٬٢٥٠");
  });

  test("the company has 40 letters, and the empty row has nothing", () => {
    expect(rowOf("long-company", [field("company_name")]).company_name).toHaveLength(40);
    expect(rowOf("no-value", everyType)).toEqual({});
    expect(rowOf("unfilled-tags", [field("first_name")])).toEqual({ first_name: "{{ first_name }}" });
  });

  test("its pictures have addresses that a field may hold and that nobody else can serve", () => {
    for (const address of Object.values(STRESS_PICTURES)) {
      expect(parseAddress(address)).toBe(address);
      expect(new URL(address).hostname).toMatch(/\.invalid$/);
    }
    expect(stressPictureAt(STRESS_PICTURES.tall)).toEqual({ width: 240, height: 960 });
    expect(stressPictureSvg(STRESS_PICTURES.wide)).toContain('viewBox="0 0 1600 200"');
    expect(stressPictureSvg(STRESS_PICTURES.gone)).toBeNull();
    expect(stressPictureAt("https://example.com/tall-1x4.svg")).toBeNull();
  });
});

test.each([
  ["first_name", "firstName"],
  ["fname", "firstName"],
  ["surname", "lastName"],
  ["full_name", "fullName"],
  ["guest_name", "fullName"],
  ["company_name", "company"],
  ["course_name", "words"],
  ["ticket_id", "code"],
  ["loyalty_points", "amount"],
  ["valid_until", "day"],
  ["logo_url", "picture"],
  ["shop_link", "address"],
  ["headline", "words"],
])("a text field called %s holds %s", (key, kind) => {
  expect(valueKindOf({ type: "text", key })).toBe(kind);
});

test("starters have rows that fill each of their fields", () => {
  for (const { document } of STARTERS) {
    const keys = new Set(stressRows(document).flatMap(({ values }) => Object.keys(values)));
    expect(document.fields.map(({ key }) => key).filter((key) => !keys.has(key))).toEqual([]);
  }
});
