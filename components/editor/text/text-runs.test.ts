import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { TextRun, TextStyle } from "@/lib/template/layers/text";
import { differenceOf, replaceRange, styleOfRange, styleRange, textOfRuns } from "./text-runs";

const BASE: TextStyle = {
  fontFamily: "Inter",
  fontWeight: 400,
  italic: false,
  fontSize: 36,
  color: "#111827",
  letterSpacing: 0,
  underline: false,
  transform: "none",
};

const BOLD = { fontWeight: 700, color: "#f26b4e" };
const POINTS: TextRun[] = [
  { text: "You now have ", style: {} },
  { text: "{{loyalty_points}} points", style: BOLD },
  { text: ".", style: {} },
];

const anyRuns = fc.array(
  fc.record({
    text: fc.constantFrom("Nguyễn ", "O'Neil", "Щёголева\n", "👩‍👩‍👧", "", "{{first_name}}"),
    style: fc.constantFrom({}, BOLD, { italic: true }),
  }),
  { minLength: 1, maxLength: 6 },
);

describe("typing", () => {
  test("takes the style of the character before it", () => {
    const typed = replaceRange(POINTS, { start: 38, end: 38 }, " today");
    expect(typed[1]).toEqual({ text: "{{loyalty_points}} points today", style: BOLD });
  });

  test("over a selection takes the style of what it replaces", () => {
    const typed = replaceRange(POINTS, { start: 13, end: 31 }, "many");
    expect(typed[1]).toEqual({ text: "many points", style: BOLD });
  });

  test("deleting everything leaves one empty run with its style", () => {
    expect(replaceRange([{ text: "Łódź", style: BOLD }], { start: 0, end: 4 }, "")).toEqual([
      { text: "", style: BOLD },
    ]);
  });

  test("changes the whole text as it would change a plain string", () => {
    fc.assert(
      fc.property(anyRuns, fc.nat(60), fc.nat(60), fc.string(), (runs, a, b, text) => {
        const before = textOfRuns(runs);
        const [start, end] = [Math.min(a, b, before.length), Math.min(Math.max(a, b), before.length)];
        const after = textOfRuns(replaceRange(runs, { start, end }, text));
        expect(after).toBe(before.slice(0, start) + text + before.slice(end));
      }),
    );
  });
});

describe("styling a stretch", () => {
  test("keeps the text and touches nothing outside", () => {
    fc.assert(
      fc.property(anyRuns, fc.nat(40), fc.nat(40), (runs, a, b) => {
        const length = textOfRuns(runs).length;
        const [start, end] = [Math.min(a, b, length), Math.min(Math.max(a, b), length)];
        const styled = styleRange(runs, { start, end }, { underline: true }, BASE);
        expect(textOfRuns(styled)).toBe(textOfRuns(runs));
        if (end > start)
          expect(styleOfRange({ runs: styled, style: BASE }, { start, end }).underline).toBe(true);
        if (start > 0) {
          const before = styleOfRange({ runs, style: BASE }, { start: 0, end: start });
          expect(styleOfRange({ runs: styled, style: BASE }, { start: 0, end: start })).toEqual(before);
        }
      }),
    );
  });

  test("drops overrides that say what the layer says", () => {
    const plain = styleRange(POINTS, { start: 0, end: 39 }, { fontWeight: 400, color: "#111827" }, BASE);
    expect(plain).toEqual([{ text: "You now have {{loyalty_points}} points.", style: {} }]);
  });

  test("says null for what differs", () => {
    const style = styleOfRange({ runs: POINTS, style: BASE }, { start: 0, end: 20 });
    expect(style).toMatchObject({ fontWeight: null, color: null, fontSize: 36 });
  });
});

test("the difference of two texts leads from one to the other", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (a, b, c) => {
      const [before, after] = [a + b, a + c];
      const { start, end, text } = differenceOf(before, after);
      expect(before.slice(0, start) + text + before.slice(end)).toBe(after);
    }),
  );
});
