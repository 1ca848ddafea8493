import { expect, test } from "vitest";
import { field, text } from "@/lib/editor/testing/sample-document";
import type { Rule } from "@/lib/template/primitives";
import { conditionWords } from "./condition-words";

const FIELDS = [{ ...field("plan"), label: "Plan" }, field("points")];
const when: Rule["when"] = { match: "all", tests: [{ key: "plan", is: "equals", value: "gold" }] };

test("a layer's conditions are said; what only changes its look is none of them", () => {
  const set: Rule = { when, then: { kind: "set", path: "opacity", value: "50%" } };
  expect(conditionWords(text("a", "Hi", { rules: [set] }), FIELDS)).toBe("");
  const layer = text("a", "Hi", {
    rules: [set, { when, then: { kind: "show" } }],
    hideWhenMissing: ["plan", "points"],
  });
  expect(conditionWords(layer, FIELDS)).toBe('Show when Plan is "gold". Hide without Plan or points.');
});
