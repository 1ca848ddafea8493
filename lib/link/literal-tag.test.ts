import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hasTagShape, isLiteralTag, meaningfulValues } from "./literal-tag";
import { readValues } from "./read-query";
import { CUT_TAGS, LITERAL_TAGS, ODD_VALUES } from "./testing/corpus";

const twice = (text: string) => encodeURIComponent(encodeURIComponent(text));
const plus = (text: string) => encodeURIComponent(text).replaceAll("%20", "+");

describe("literal merge tags", () => {
  test("the corpus is large enough to mean something", () => {
    expect(new Set(LITERAL_TAGS).size).toBeGreaterThanOrEqual(60);
    expect(new Set(ODD_VALUES).size).toBeGreaterThanOrEqual(200);
  });

  test.each([...LITERAL_TAGS, ...CUT_TAGS])("%s is missing in every writing", (tag) => {
    const writings = [tag, encodeURIComponent(tag), twice(tag), plus(tag), ` ${tag} `, `\u200b${tag}\u00a0`];
    for (const writing of writings) {
      expect(isLiteralTag(writing), `value ${writing}`).toBe(true);
      const query = `a=1&first_name=${writing}&b=2`;
      expect(readValues(query, ["first_name", "a"]), `query ${query}`).toEqual({ a: "1" });
    }
  });

  test.each(LITERAL_TAGS)("%s stays missing wherever it is cut behind a distinctive opener", (tag) => {
    const opener = /^(?:\{\{\{?|\*\||%%=?|\[\[|\{\$|\$\{|\{%|\[%|\{contactfield)/.exec(tag)?.[0];
    if (opener === undefined) return;
    for (let end = opener.length; end < tag.length; end += 1) {
      const rest = tag.slice(0, end);
      expect(isLiteralTag(rest), rest).toBe(true);
      expect(readValues(`first_name=${encodeURIComponent(rest)}`, ["first_name"]), rest).toEqual({});
    }
  });

  test.each(ODD_VALUES)("%j is a value", (value) => {
    expect(isLiteralTag(value)).toBe(false);
    expect(meaningfulValues({ first_name: value })).toEqual({ first_name: value });
    expect(readValues(`first_name=${encodeURIComponent(value)}`, ["first_name"])).not.toEqual({});
  });

  test("text beside a tag makes it a value", () => {
    for (const tag of LITERAL_TAGS) {
      // Behind the opener of a block any text may stand until its end.
      if (/^(?:\{%|\[%|\*\|IF|\{\{[#^])/.test(tag)) continue;
      expect(isLiteralTag(`Ann ${tag}`), tag).toBe(false);
      expect(isLiteralTag(`${tag} Ann`), tag).toBe(false);
    }
  });

  test.each(["", " ", "\u00a0", "\u200b\ufeff", "\t\r\n", "\u2060", "\u0000", "\u3000", "\u3164"])(
    "%j is blank",
    (value) => {
      expect(meaningfulValues({ first_name: value, b: "Łódź" })).toEqual({ b: "Łódź" });
    },
  );

  test("never throws and gives the same verdict for a value and its encoded form, unless escapes mix in", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        expect(typeof isLiteralTag(text)).toBe("boolean");
        if (hasTagShape(text)) expect(isLiteralTag(encodeURIComponent(text))).toBe(true);
      }),
    );
  });

  test("long and hostile texts take linear time", () => {
    const hostile = [
      "{{",
      "{{a",
      "*|",
      "*|a|*",
      "%%",
      "%%a",
      "[[",
      "[[a",
      "{$a",
      `$${"{a}"}`,
      "%FIRST",
      " ",
      "{{a ${",
    ];
    const started = performance.now();
    for (const piece of hostile) isLiteralTag(`{{${piece.repeat(2000 / piece.length)}`);
    for (const piece of hostile) isLiteralTag(piece.repeat(100_000));
    expect(performance.now() - started).toBeLessThan(500);
  });
});
