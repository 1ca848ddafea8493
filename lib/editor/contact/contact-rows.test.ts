import { describe, expect, test } from "vitest";
import { documentWith, field } from "../testing/sample-document";
import { contactRows, PAGE_ROWS, pageOf, tileBeside } from "./contact-rows";

describe("the rows of the contact sheet", () => {
  test("are the samples, then the stress set", () => {
    const doc = documentWith([], {
      fields: [field("first_name")],
      samples: [{ id: "a", name: "", values: {} }],
    });
    const rows = contactRows(doc);
    expect(rows[0]).toEqual({ view: { kind: "row", id: "a" }, label: "Sample 1" });
    expect(rows.slice(1).every(({ view }) => view.kind === "stress")).toBe(true);
    expect(rows.length).toBeGreaterThan(18);
  });

  test("come in pages, and a page that is gone is the last one", () => {
    const rows = Array.from({ length: PAGE_ROWS + 3 }, (_, index) => index);
    expect(pageOf(rows, 0).rows).toHaveLength(PAGE_ROWS);
    expect(pageOf(rows, 7)).toEqual({ rows: [24, 25, 26], page: 1, pages: 2 });
    expect(pageOf([], 3)).toEqual({ rows: [], page: 0, pages: 1 });
  });

  test("arrows walk the grid and stop at its edges", () => {
    expect(tileBeside(1, "ArrowDown", 4, 10)).toBe(5);
    expect(tileBeside(7, "ArrowDown", 4, 10)).toBe(7);
    expect(tileBeside(0, "ArrowLeft", 4, 10)).toBe(0);
    expect(tileBeside(3, "ArrowRight", 4, 10)).toBe(4);
    expect(tileBeside(3, "End", 4, 10)).toBe(9);
    expect(tileBeside(3, "x", 4, 10)).toBe(3);
  });
});
