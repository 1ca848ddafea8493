import fc from "fast-check";
import { expect, test } from "vitest";
import { cutNote, cutToFit } from "./cut-to-fit";

const PIECES = fc.constantFrom("{{first_name}}", "{{", "}}", "👩‍👩‍👧", "Łódź ", "x");

test("what fits stays, and what is cut ends with a whole letter and a whole field", () => {
  expect(cutToFit("Nguyễn", 10)).toBe("Nguyễn");
  expect(cutToFit("Hi 👋", 4)).toBe("Hi ");
  expect(cutToFit("Hi {{first_name}}, hello", 10)).toBe("Hi ");
  expect(cutToFit("Hi {{first_name}}, hello", 17)).toBe("Hi {{first_name}}");
  expect(cutToFit("{{ never closed and long", 10)).toBe("{{ never c");
});

test("nothing is longer than its room, and all of it was there before", () => {
  fc.assert(
    fc.property(fc.array(PIECES, { maxLength: 9 }), fc.nat(40), (pieces, room) => {
      const text = pieces.join("");
      const cut = cutToFit(text, room);
      expect(cut.length).toBeLessThanOrEqual(Math.max(room, 0));
      expect(text.startsWith(cut)).toBe(true);
    }),
  );
});

test("a cut is told with its length", () => {
  expect(cutNote("abc", "abc")).toBeNull();
  expect(cutNote("abc", "ab")).toBe("1 character did not fit and was left out.");
  expect(cutNote("abcd", "ab")).toBe("2 characters did not fit and were left out.");
});
