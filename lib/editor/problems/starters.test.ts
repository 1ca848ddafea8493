import { beforeAll, expect, test } from "vitest";
import { STARTERS } from "@/lib/template/starters/starters";
import type { Eyes } from "./eyes";
import { findProblems } from "./find-problems";
import { isLikely, judgedRows } from "./judged-rows";
import { WITHOUT_REST } from "./pace";
import { nodeEyes } from "./testing/node-eyes";

let eyes: Eyes;
beforeAll(async () => {
  eyes = await nodeEyes();
});

test.each(STARTERS.map(({ id, document }) => [id, document] as const))(
  "%s: nothing to complain of with any of its rows",
  async (_, document) => {
    const rows = judgedRows(document).filter(isLikely);
    const found = await findProblems(document, { rows, eyes, pace: WITHOUT_REST });
    expect(found.filter(({ severity }) => severity !== "info")).toEqual([]);
  },
);
