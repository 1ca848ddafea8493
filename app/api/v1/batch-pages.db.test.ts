import { beforeAll, expect, test } from "vitest";
import type { ExampleWorld } from "@/lib/server/api/example-world";
import { OPERATIONS } from "@/lib/server/api/operations";
import { problemsOf } from "@/lib/server/api/problems-of";
import { newApiWorld } from "@/lib/server/testing/api-world";
import { askApi, newApiKey } from "@/lib/server/testing/ask-api";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newPerson } from "@/lib/server/testing/people";

withTestDatabase();

let key: string;
let world: ExampleWorld;
beforeAll(async () => {
  const owner = await newPerson("Owner");
  [key, world] = [await newApiKey(owner), await newApiWorld(owner)];
});

const pagesOf = (id: string) => askApi(key, `/batches/${id}/results.pdf`);

test("the pages that are made, as one file to be kept", async () => {
  const answer = await pagesOf(world.pageBatchId);
  expect(answer.headers.get("content-disposition")).toContain('filename="pages.pdf"');
  const pdf = Buffer.from(await answer.arrayBuffer()).toString("latin1");
  expect(pdf.slice(0, 5)).toBe("%PDF-");
  expect(pdf).toMatch(/\/Count 1\b/);
});

test("pictures and drafts have none, as the documentation says", async () => {
  for (const id of [world.doneBatchId, world.draftBatchId]) expect((await pagesOf(id)).status).toBe(409);
  const operation = OPERATIONS.find(({ id }) => id === "getBatchPages");
  expect(operation && problemsOf(operation)).toContain("conflict");
});
