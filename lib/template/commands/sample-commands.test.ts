import { describe, expect, test } from "vitest";
import { createDocument } from "../create-document";
import { DEFAULT_FORMAT, type Field } from "../field";
import { LIMITS } from "../limits";
import {
  duplicateSamples,
  importSamples,
  moveSamples,
  removeSamples,
  setCells,
  updateSample,
} from "./sample-commands";

const field = (key: string): Field => ({
  key,
  label: key,
  type: "text",
  fallback: "",
  format: DEFAULT_FORMAT,
});
const row = (id: string, values: Record<string, string> = {}) => ({ id, name: id, values });
const doc = {
  ...createDocument({ width: 600, height: 300, displayWidth: 600 }),
  fields: [field("first_name"), field("company")],
  samples: [row("a", { first_name: "Anna" }), row("b"), row("c")],
};
const columns = ["name", { field: "first_name" }, { field: "company" }] as const;
const order = ({ samples }: typeof doc) => samples.map(({ id }) => id).join("");

test("a name that is typed letter by letter keeps the space that its second word will follow", () => {
  const half = updateSample(doc, { id: "a", change: { name: "Empty " } });
  expect(half.samples[0]?.name).toBe("Empty ");
});

describe("a block of cells", () => {
  test("is set where it stands, and rows it reaches past the end are made and called by their values", () => {
    const cells = [
      ["Last", "Łucja"],
      ["", "Ánh", "O'Neil & Sons"],
      ["", ""],
    ];
    const set = setCells(doc, { at: 2, columns, cells, ids: ["d", "e"] });
    expect(set.samples.slice(2)).toEqual([
      { id: "c", name: "Last", values: { first_name: "Łucja" } },
      { id: "d", name: "Ánh", values: { first_name: "Ánh", company: "O'Neil & Sons" } },
      { id: "e", name: "Sample 5", values: {} },
    ]);
  });

  test("empties cells with empty texts and leaves those a short row does not have", () => {
    const set = setCells(doc, { at: 0, columns: [{ field: "first_name" }], cells: [[""], []], ids: [] });
    expect(set.samples[0]).toEqual({ id: "a", name: "a", values: {} });
    expect(set.samples[1]).toBe(doc.samples[1]);
    expect(setCells(set, { at: 0, columns: [{ field: "first_name" }], cells: [[""]], ids: [] })).toBe(set);
  });

  test("makes as many rows as a document holds", () => {
    const ids = Array.from({ length: 300 }, (_, index) => `r${index}`);
    const set = setCells(doc, { at: 3, columns, cells: ids.map((id) => [id]), ids });
    expect(set.samples).toHaveLength(LIMITS.sampleRows);
    expect(set.samples.at(-1)?.name).toBe("r96");
  });
});

describe("rows", () => {
  test("move together, before the row that was at the place", () => {
    expect(order(moveSamples(doc, { ids: ["a"], to: 2 }))).toBe("bac");
    expect(order(moveSamples(doc, { ids: ["c", "b"], to: 0 }))).toBe("bca");
    expect(order(moveSamples(doc, { ids: ["a", "b"], to: 3 }))).toBe("cab");
    expect(moveSamples(doc, { ids: ["b"], to: 2 })).toBe(doc);
  });

  test("are copied to behind the last of them and removed together", () => {
    const copied = duplicateSamples(doc, { ids: ["a", "b"], newIds: ["x", "y"] });
    expect(order(copied)).toBe("abxyc");
    expect(copied.samples[2]).toEqual({ ...doc.samples[0], id: "x" });
    expect(duplicateSamples(doc, { ids: ["a", "b"], newIds: ["x"] })).toBe(doc);
    expect(order(removeSamples(doc, { ids: ["a", "c", "gone"] }))).toBe("b");
    expect(removeSamples(doc, { ids: ["gone"] })).toBe(doc);
  });
});

describe("an import", () => {
  const table = { columns: [{ field: "first_name" }, null, "name"] as const, ids: ["i", "j", "k"] };
  const cells = [["Łucja", "x", "One"], ["", "only what is left out", ""], ["Ánh"]];

  test("adds rows or takes the place of all, without rows that say nothing", () => {
    expect(order(importSamples(doc, { ...table, cells, replace: false }))).toBe("abcij");
    const replaced = importSamples(doc, { ...table, cells, replace: true });
    expect(replaced.samples).toEqual([
      { id: "i", name: "One", values: { first_name: "Łucja" } },
      { id: "j", name: "Ánh", values: { first_name: "Ánh" } },
    ]);
    expect(importSamples(doc, { ...table, cells: [["", "x"]], replace: true })).toBe(doc);
  });
});
