import { newDraft } from "@/lib/batches/testing/new-draft";
import type { Person } from "@/lib/server/testing/people";
import type { RouteExamples } from "../example";
import { newTemplate } from "../things";

const B = "w/[workspace]/batches";

const LIST = "first_name,city\nCanary,Łódź\nBob,\n";

async function someDraft(owner: Person): Promise<string> {
  return newDraft(owner, await newTemplate(owner), LIST);
}

/** Of batches before they are started: lists, how they are matched and cleaned, their rows. */
export const DRAFTS_EXAMPLES: RouteExamples = {
  [`POST ${B}`]: async (owner) => ({
    query: `?template=${await newTemplate(owner)}`,
    body: { text: LIST },
    status: 201,
  }),
  [`PATCH ${B}/[id]`]: async (owner) => ({
    id: await someDraft(owner),
    body: { name: "Canary", mapping: {}, cleanUps: [{ column: 0, kind: "name" }], output: { format: "jpg" } },
  }),
  [`POST ${B}/[id]/check`]: async (owner) => ({ id: await someDraft(owner) }),
  [`GET ${B}/[id]/rows`]: async (owner) => ({ id: await someDraft(owner), query: "?from=1&count=10" }),
  [`PATCH ${B}/[id]/rows/[number]`]: async (owner) => ({
    id: await someDraft(owner),
    number: "1",
    body: { cells: { "1": "Canary" }, leftOut: true },
  }),
  [`GET ${B}/[id]/rows/[number]/picture`]: async (owner) => ({ id: await someDraft(owner), number: "2" }),
};
