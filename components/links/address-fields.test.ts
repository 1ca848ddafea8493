import { expect, test } from "vitest";
import { addressFields } from "./address-fields";

const source = {
  ...{ id: "src_1", name: "Guests", kind: "table" as const, columns: ["Email", "Name"], rows: 1, links: 0 },
  ...{ filledAt: null, createdAt: new Date(0), updatedAt: new Date(0), asked: ["id"], guess: {} },
};
const fields = ["first_name", "points", "id"].map((key) => ({ key, label: key }));
const keys = (attached: { sourceId: string; mapping: Record<string, string> }[]) =>
  addressFields(fields, { attached, choices: [source] }).map(({ key }) => key);

test("without data every field stands in the address", () => {
  expect(keys([])).toEqual(["first_name", "points", "id"]);
});

test("with data what it is asked by does, first and once, and what it does not fill", () => {
  expect(keys([{ sourceId: "src_1", mapping: { first_name: "Name" } }])).toEqual(["id", "points"]);
  expect(keys([{ sourceId: "src_1", mapping: {} }])).toEqual(["id", "first_name", "points"]);
});
