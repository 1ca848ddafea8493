import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createDocument } from "../create-document";
import { DEFAULT_FORMAT, type Field } from "../field";
import type { Rule } from "../primitives";
import { resolveDocument } from "../resolve-document";
import { HOSTILE_VALUES } from "../testing/hostile-values";
import { type ChartLayer, chartEntry } from "./chart";
import { chartLabels, chartNumbers } from "./chart-data";

const CANVAS = { width: 1200, height: 628 };
const layer = (change: Partial<ChartLayer>): ChartLayer => ({
  ...chartEntry.create("c", CANVAS),
  labels: "",
  ...change,
});
const field = (key: string, type: Field["type"], change: Partial<Field["format"]> = {}): Field => ({
  key,
  label: key,
  type,
  fallback: "",
  format: { ...DEFAULT_FORMAT, ...change },
});
const MONEY = { number: { ...DEFAULT_FORMAT.number, style: "currency" as const, currency: "EUR" } };

function resolved(designed: ChartLayer, fields: Field[], values: Record<string, string>): ChartLayer {
  const doc = { ...createDocument({ ...CANVAS, displayWidth: 600 }), layers: [designed], fields };
  const [found] = resolveDocument(doc, values).document.layers;
  if (found?.type !== "chart") throw new Error("The chart is gone.");
  return found;
}

describe("the numbers", () => {
  test("come from one field that holds the list, in the field's language", () => {
    const sales = [field("sales", "text", { locale: "de-DE" })];
    const designed = layer({ values: "{{ sales }}" });
    expect(chartNumbers(resolved(designed, sales, { sales: "1.250; 12,5" }))).toEqual([1250, 12.5]);
    expect(chartNumbers(resolved(designed, sales, { sales: "[3, 4]" }))).toEqual([3, 4]);
    expect(chartNumbers(resolved(designed, sales, { sales: "1\n2" }))).toEqual([1, 2]);
    expect(chartNumbers(resolved(designed, sales, { sales: "1, 2, " }))).toEqual([1, 2]);
  });

  test("come from several fields, whatever their formats", () => {
    const fields = [field("jan", "number", { ...MONEY, locale: "de-DE" }), field("feb", "number", MONEY)];
    const designed = layer({ values: "{{jan}}, {{feb}}, 5" });
    expect(chartNumbers(resolved(designed, fields, { jan: "1.250,50", feb: "2,000" }))).toEqual([
      1250.5, 2000, 5,
    ]);
  });

  test.each<[Partial<ChartLayer>, number[] | null]>([
    [{ values: "many" }, [7, 8]],
    [{ values: "1, 2, {{gone}}" }, [7, 8]],
    [{ values: "1, 2, {{gone}},", fallbackValues: "7, 8," }, [7, 8]],
    [{ values: "{{gone}}, 2" }, [7, 8]],
    [{ values: "{{gone}} 2" }, [7, 8]],
    [{ values: "12, 30," }, [12, 30]],
    [{ values: "{{gone}}" }, [7, 8]],
    [{ kind: "donut", values: "5, -1" }, [7, 8]],
    [{ kind: "donut", values: "0, 0" }, [7, 8]],
    [{ kind: "line", values: "5, -1" }, [5, -1]],
    [{ values: "many", fallbackValues: "few" }, null],
  ])("%j gives %j", (change, numbers) => {
    expect(chartNumbers(resolved(layer({ fallbackValues: "7, 8", ...change }), [], {}))).toEqual(numbers);
  });
});

describe("the labels", () => {
  test("are not divided by what stands in a value", () => {
    const fields = [field("first", "text"), field("second", "text")];
    const found = resolved(layer({ labels: "{{first}}, {{second}}" }), fields, {
      first: "Smith, Bob",
      second: '["Łucja"]',
    });
    expect(chartLabels(found)).toEqual(["Smith, Bob", '["Łucja"]']);
  });

  test("come from one field that holds the list", () => {
    const found = resolved(layer({ labels: "{{names}}" }), [field("names", "text")], { names: "Jan, Łódź" });
    expect(chartLabels(found)).toEqual(["Jan", "Łódź"]);
  });
});

test("any values give finite numbers", () => {
  const value = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...HOSTILE_VALUES));
  const fields = [field("one", "text"), field("two", "number")];
  fc.assert(
    fc.property(
      value,
      value,
      fc.constantFrom("{{one}}", "{{one}}, {{two}}", "1 {{two}}"),
      (one, two, values) => {
        const found = resolved(layer({ values, labels: values }), fields, { one, two });
        const numbers = chartNumbers(found) ?? [0];
        expect(numbers.every(Number.isFinite)).toBe(true);
        expect(chartLabels(found).length).toBeLessThanOrEqual(60);
      },
    ),
  );
});

test.each<[Partial<ChartLayer>, string[]]>([
  [{}, []],
  [{ values: "{{sales}}" }, []],
  [{ values: "" }, ["/values"]],
  [{ values: "many" }, ["/values"]],
  [{ values: "{{Sales}}" }, ["/values"]],
  [{ fallbackValues: "few" }, ["/fallbackValues"]],
  [{ labels: "{{Jan}}" }, ["/labels"]],
  [{ kind: "donut", values: "-1" }, ["/values"]],
])("%j is told at %j", (change, paths) => {
  expect(chartEntry.problems(layer(change)).map(({ path }) => path)).toEqual(paths);
});

test("lengths scale with the box, shares do not", () => {
  const small = layer({ radius: 10, lineWidth: 4, barGap: 0.5, hole: 0.5 });
  expect(chartEntry.scale(small, 2)).toMatchObject({
    radius: 20,
    lineWidth: 8,
    barGap: 0.5,
    hole: 0.5,
    style: { fontSize: small.style.fontSize * 2 },
  });
});

describe("a chart that values set", () => {
  const set = (path: string, value: string): Rule => ({
    when: { match: "all", tests: [{ key: "sales", is: "present", value: "" }] },
    then: { kind: "set", path, value },
  });
  const fields = [field("sales", "text")];

  test("shows other numbers", () => {
    const found = resolved(layer({ rules: [set("text", "1, {{sales}}")] }), fields, { sales: "2" });
    expect(chartNumbers(found)).toEqual([1, 2]);
  });

  test("has one colour", () => {
    const designed = layer({ colors: ["#111111", "#222222"], rules: [set("colors", "#f00")] });
    expect(resolved(designed, fields, { sales: "2" }).colors).toEqual(["#ff0000"]);
    expect(resolved(designed, fields, {}).colors).toEqual(["#111111", "#222222"]);
    const bound = layer({ bindings: [{ path: "colors", key: "sales" }] });
    expect(resolved(bound, fields, { sales: "#0f0" }).colors).toEqual(["#00ff00"]);
  });
});

test("another size of its labels leaves bars and lines", () => {
  const designed = layer({ radius: 8, lineWidth: 4 });
  expect(chartEntry.withFontSize?.(designed, 90)).toEqual({
    ...designed,
    style: { ...designed.style, fontSize: 90 },
  });
});

test.each([
  [
    { values: "1, 2, 3", labels: "Jan, Feb" },
    "There are 2 labels for 3 values. The last values have no label.",
  ],
  [{ values: "1", labels: "Jan, Feb" }, "There are 2 labels for 1 value. The last labels are not shown."],
  [{ values: "1, 2", labels: "Jan, Feb" }, undefined],
  [{ values: "1, 2", labels: "" }, undefined],
  [{ values: "{{sales}}", labels: "Jan, Feb" }, undefined],
])("labels that are not as many as the values are told: %j", (change, message) => {
  expect(chartEntry.problems(layer(change)).find(({ code }) => code === "uneven_lists")?.message).toBe(
    message,
  );
});
