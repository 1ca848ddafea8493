import type { Rule } from "@/lib/template/primitives";
import type { Layer } from "@/lib/template/schema";

const WORDS: Record<Rule["when"]["tests"][number]["is"], string> = {
  present: "has a value",
  missing: "has no value",
  equals: "is",
  not_equals: "is not",
  contains: "contains",
  not_contains: "does not contain",
  greater: "is greater than",
  less: "is less than",
  before: "is before",
  after: "is after",
};

/** When the layer is shown at all, in words; null for one that always is. */
export function conditionWords({
  rules,
  hideWhenMissing,
}: Pick<Layer, "rules" | "hideWhenMissing">): string | null {
  const said = rules.flatMap(({ when, then }) => {
    if (then.kind === "set") return [];
    const joint = when.match === "all" ? " and " : " or ";
    const tests = when.tests.map(({ key, is, value }) =>
      is === "present" || is === "missing" ? `${key} ${WORDS[is]}` : `${key} ${WORDS[is]} “${value}”`,
    );
    return [`${then.kind === "show" ? "Shows only when" : "Hides when"} ${tests.join(joint)}.`];
  });
  const missing = hideWhenMissing.length > 0 ? [`Hides without ${hideWhenMissing.join(", ")}.`] : [];
  const all = [...said, ...missing];
  return all.length === 0 ? null : all.join(" ");
}
