import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { PlanNote, type PlanQuotas } from "./plan-note";

const FREE: PlanQuotas = { rendered: { used: 940, limit: 1_000 }, batches: { used: 3, limit: 5 } };
const NO_LIMIT = { used: 9, limit: null };

test.each([
  [
    "within the plan",
    60,
    FREE,
    "Afterwards 1,000 of 1,000 rendered pictures and 4 of 5 batches of this month",
  ],
  ["beyond the pictures", 61, FREE, "This goes 1 beyond the plan."],
  [
    "beyond the batches",
    1,
    { ...FREE, batches: { used: 5, limit: 5 } },
    "All 5 batches of this month are started",
  ],
  ["without a limit", 1, { rendered: NO_LIMIT, batches: NO_LIMIT }, "has no limit"],
] as const)("%s", (_, pictures, quotas, words) => {
  const text = renderToStaticMarkup(<PlanNote pictures={pictures} quotas={quotas} />).replace(/<[^>]+>/g, "");
  expect(text).toContain(words);
});

test("who may not see the plan is told of the pictures alone", () => {
  const text = renderToStaticMarkup(<PlanNote pictures={1_250} quotas={null} />).replace(/<[^>]+>/g, "");
  expect(text).toBe("1,250 pictures");
});
