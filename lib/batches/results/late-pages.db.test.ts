import { beforeEach, expect, test, vi } from "vitest";
import { db } from "@/lib/server/db";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newPerson, type Person } from "@/lib/server/testing/people";
import { openPart } from "../sealed-part";
import { newBatch, newGreeting } from "../testing/new-batch";
import { eachResult, resultsOf } from "./each-result";
import { listPictures } from "./list-pictures";

vi.mock("../sealed-part", { spy: true });

withTestDatabase();

let owner: Person;
let templateId: string;
beforeEach(async () => {
  owner = await newPerson("Owner");
  templateId = await newGreeting(owner);
  vi.mocked(openPart).mockClear();
});

/** A batch whose first rows are made, as a run leaves it. */
async function newMade(rows: string[][], fileName: string, made = rows.length): Promise<string> {
  const id = await newBatch(owner, { templateId, rows, output: { fileName } });
  const { publishedVersionId: versionId } = await db().template.findUniqueOrThrow({
    where: { id: templateId },
  });
  await db().batch.update({
    where: { id },
    data: { state: "running", versionId, startedAt: new Date(), made },
  });
  for (const part of await db().batchPart.findMany({ where: { batchId: id, firstRow: { lte: made } } })) {
    const outcomes = Array.from({ length: part.rows }, () => ({ b: 1 }));
    await db().batchPart.update({
      where: { batchId_index: { batchId: id, index: part.index } },
      data: { outcomes, finishedAt: new Date() },
    });
  }
  vi.mocked(openPart).mockClear();
  return id;
}

const page = (id: string, from: number) => listPictures(owner.scope, id, { from, limit: 24 });
const opened = () => vi.mocked(openPart).mock.calls.length;
const people = (count: number) => Array.from({ length: count }, (_, at) => [`Person ${at % 40}`, "x", ""]);

test("a late page opens the parts that hold it, and the last of a batch that runs none that are not made", async () => {
  const id = await newMade(people(3_000), "{{row}}", 2_000);
  const late = await page(id, 1_701);
  expect(late.results.map(({ name }) => name)).toEqual(
    Array.from({ length: 24 }, (_, at) => `${1_701 + at}.png`),
  );
  expect(opened()).toBe(1);
  expect((await page(id, 1_990)).results).toHaveLength(11);
  expect(opened()).toBe(2);
});

test("where names depend on those before, these are looked through once", async () => {
  const id = await newMade(people(500), "{{first_name}}");
  const late = await page(id, 401);
  // The eleventh of those that are called so.
  expect(late.results[0]).toMatchObject({ row: 401, name: "Person 0 (11).png" });
  // Nine parts to the end of the page, and the page.
  expect(opened()).toBe(10);
  await page(id, 401);
  expect(opened()).toBe(11);
});

test("wherever a page begins, files are called as in the ZIP", async () => {
  const rows = people(230).map(([name, ...rest], at) => [
    at % 7 === 0 ? `${name} (2)` : (name ?? ""),
    ...rest,
  ]);
  const id = await newMade(rows, "{{first_name}}");
  const of = await resultsOf(owner.scope, id, new Date());
  const all: (string | null)[] = [];
  for await (const { fileName } of eachResult(of)) all.push(fileName);
  expect(new Set(all).size).toBe(230);
  for (const from of [201, 30, 1, 120]) {
    const { results } = await page(id, from);
    expect(results.map(({ name }) => name)).toEqual(all.slice(from - 1, from + 23));
  }
});
