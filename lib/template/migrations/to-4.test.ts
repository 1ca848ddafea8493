import { expect, test } from "vitest";
import { toVersion4 } from "./to-4";

test("shapes learn an outline wherever they are, and keep the one that they have", () => {
  const plain = { type: "shape", id: "a", shape: "ellipse" };
  const drawn = { type: "shape", id: "b", shape: "path", outline: "M0 0L9 9Z" };
  const text = { type: "text", id: "c" };
  const group = { type: "group", id: "d", children: [plain, null] };
  expect(toVersion4.up({ schemaVersion: 3, width: 60, layers: [drawn, text, group] })).toEqual({
    schemaVersion: 3,
    width: 60,
    layers: [drawn, text, { ...group, children: [{ ...plain, outline: "" }, null] }],
  });
});

test.each([undefined, "layers", { length: 1 }])("layers that are %j are left to repair", (layers) => {
  expect(toVersion4.up({ layers })).toEqual({ layers });
});
