import { expect, test } from "vitest";
import { DEFAULT_FORMAT, type Field } from "@/lib/template/field";
import { certificateOption, certificateProblems } from "./certificate-option";

const field = (key: string, type: Field["type"]): Field => ({
  key,
  label: key,
  type,
  fallback: "",
  format: DEFAULT_FORMAT,
});
const FIELDS = [field("name", "text"), field("number", "text"), field("check", "url"), field("day", "date")];
const read = (more: object) =>
  certificateOption.parse({ numberField: "number", scheme: "sequence", ...more });
const paths = (more: object) => certificateProblems(read(more), FIELDS).map(({ path }) => path);

test("what an option leaves out", () => {
  expect(read({})).toEqual({
    numberField: "number",
    scheme: "sequence",
    prefix: "",
    verificationField: null,
    title: "",
    shownFields: [],
  });
});

test.each(["acme", "-ACME", "ACME-", "A".repeat(21), "Ä", "A B"])("%j is no prefix", (prefix) => {
  expect(certificateOption.safeParse({ numberField: "n", scheme: "hash", prefix }).success).toBe(false);
});

test("fields are there, of the right type, and each for one thing", () => {
  expect(paths({ verificationField: "check", shownFields: ["name", "day"] })).toEqual([]);
  expect(paths({ numberField: "gone" })).toEqual(["/numberField"]);
  expect(paths({ numberField: "day" })).toEqual(["/numberField"]);
  expect(paths({ verificationField: "name" })).toEqual(["/verificationField"]);
  expect(paths({ verificationField: "gone" })).toEqual(["/verificationField"]);
  expect(paths({ numberField: "check", verificationField: "check" })).toEqual([
    "/numberField",
    "/verificationField",
  ]);
  expect(paths({ shownFields: ["name", "gone", "name"] })).toEqual(["/shownFields/1", "/shownFields/2"]);
});
