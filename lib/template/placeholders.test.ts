import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  malformedPlaceholders,
  parsePlaceholders,
  placeholderKeys,
  renamePlaceholder,
  replaceInRuns,
} from "./placeholders";

describe("parsePlaceholders", () => {
  test.each<[string, string[]]>([
    ["Hello {{first_name}}!", ["first_name"]],
    ["{{ first_name }}{{\u00a0points\t}}", ["first_name", "points"]],
    ["{{{{a}}}}", ["a"]],
    ["{{{a}}}", ["a"]],
    ["{{a}", []],
    ["{{a", []],
    ["{{First_Name}}", []],
    ["{{first name}}", []],
    ["{{a64}}", []],
    ["{{constructor}}", []],
    ["{{__proto__}}", []],
    [`{{${"a".repeat(40)}}}`, ["a".repeat(40)]],
    [`{{${"a".repeat(41)}}}`, []],
    ["{{ a }} {{b}} {{a}}", ["a", "b", "a"]],
    ["{{a}}}}{{b}}", ["a", "b"]],
    ["", []],
  ])("%j names %j", (text, keys) => {
    expect(placeholderKeys(text)).toEqual(keys);
  });

  test("gives the text back, part by part", () => {
    const pieces = fc.array(
      fc.constantFrom("{", "{{", "}}", "}", "a", " ", "_", "\n", "Łódź", "{{a}}", "\t"),
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join("");
        const again = parsePlaceholders(text).map((part) => (part.kind === "text" ? part.text : part.raw));
        expect(again.join("")).toBe(text);
      }),
    );
  });

  test.each([
    ["100,000 tags", "{{a}}".repeat(100_000)],
    ["200,000 openers", "{{".repeat(200_000)],
    ["500,000 spaces after an opener", `{{${" ".repeat(500_000)}`],
    ["openers with spaces", "{{ ".repeat(100_000)],
    ["openers with keys", "{{aaaaaaaaaa".repeat(50_000)],
  ])("reads %s in linear time", (_name, text) => {
    // Quadratic time would be minutes; the limit leaves room for a busy machine.
    const start = performance.now();
    parsePlaceholders(text);
    malformedPlaceholders(text);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

test("renaming touches only the key that is meant", () => {
  expect(renamePlaceholder("{{ name }} {{name_2}} name {{other}}", "name", "first_name")).toBe(
    "{{first_name}} {{name_2}} name {{other}}",
  );
});

test("what looks like a placeholder and is none is told once, as typed", () => {
  expect(malformedPlaceholders("{{First Name}} {{a}} {{First Name}} {{open")).toEqual([
    "{{First Name}}",
    "{{open",
  ]);
});

describe("replaceInRuns", () => {
  const runs = (...texts: string[]) => texts.map((text, index) => ({ text, style: index }));

  test("a placeholder across runs is replaced in the run it begins in", () => {
    const replaced = replaceInRuns(runs("Hi {{fir", "st_na", "me}}!", " Bye"), () => "Łucja");
    expect(replaced).toEqual([
      { text: "Hi Łucja", style: 0 },
      { text: "", style: 1 },
      { text: "!", style: 2 },
      { text: " Bye", style: 3 },
    ]);
  });

  test("runs without a placeholder keep their identity", () => {
    const before = runs("", "Hello ", "{{a}}", "");
    const after = replaceInRuns(before, () => "O'Neil");
    expect(after[1]).toBe(before[1]);
    expect(after[3]).toBe(before[3]);
    expect(after[2]?.text).toBe("O'Neil");
  });

  test("agrees with replacing in the whole text, wherever the runs are cut", () => {
    const pieces = fc.array(fc.constantFrom("{{", "a", "}}", "{{a}}", " ", "é"), { maxLength: 12 });
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 1, maxLength: 6 }), (parts) => {
        const cut = parts.map((part) => ({ text: part.join("") }));
        const whole = [{ text: cut.map(({ text }) => text).join("") }];
        const join = (list: { text: string }[]) => list.map(({ text }) => text).join("");
        expect(join(replaceInRuns(cut, () => "X"))).toBe(join(replaceInRuns(whole, () => "X")));
      }),
    );
  });
});
