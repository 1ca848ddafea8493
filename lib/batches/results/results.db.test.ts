import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Papa from "papaparse";
import { PNG } from "pngjs";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openPromise } from "yauzl";
import { db } from "@/lib/server/db";
import { servePicture } from "@/lib/server/images/serve-picture";
import { storage } from "@/lib/server/storage";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newPerson, type Person } from "@/lib/server/testing/people";
import { batchPictureUrl } from "../batch-address";
import { batchFile } from "../batch-file";
import { deleteBatch, deleteOldBatches } from "../delete-batches";
import type { Outcome } from "../outcomes";
import { newBatch, newGreeting } from "../testing/new-batch";
import { contactSheet } from "./contact-sheet";
import { resultsOf } from "./each-result";
import { listPictures } from "./list-pictures";
import { listResults } from "./list-results";
import { oneResult } from "./one-result";
import { resultsCsv } from "./results-csv";
import { resultsZip } from "./results-zip";

withTestDatabase();

let owner: Person;
let templateId: string;
let folder: string;
beforeAll(async () => {
  owner = await newPerson("Owner");
  templateId = await newGreeting(owner);
  folder = await mkdtemp(join(tmpdir(), "nameplate-zip-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const FAILED: Outcome = { c: "picture", s: "A picture did not load." };

/** A picture whose bytes say which row it is of. */
function pictureOf(row: number): Buffer {
  const png = new PNG({ width: 12, height: 8 });
  png.data.fill(255);
  png.data.writeUInt32BE(row * 256 + 255, 0);
  return PNG.sync.write(png);
}

/** A batch that is done, as a run leaves it; rows whose number is among `failed` have no picture. */
async function newDone(rows: string[][], fileName: string, failed: number[] = []): Promise<string> {
  const id = await newBatch(owner, { templateId, rows, output: { format: "png", fileName } });
  const { workspaceId } = owner.scope;
  const { publishedVersionId: versionId } = await db().template.findUniqueOrThrow({
    where: { id: templateId },
  });
  const made = rows.length - failed.length;
  const startedAt = new Date();
  await db().batch.update({
    where: { id },
    data: { state: "done", versionId, startedAt, made, failed: failed.length },
  });
  for (const part of await db().batchPart.findMany({ where: { batchId: id } })) {
    const outcomes: Outcome[] = [];
    for (let at = 0; at < part.rows; at += 1) {
      const row = part.firstRow + at;
      const bytes = pictureOf(row);
      if (!failed.includes(row)) await storage().put(batchFile({ id, workspaceId }, row, "png"), bytes);
      outcomes.push(failed.includes(row) ? FAILED : { b: bytes.length });
    }
    const count = outcomes.filter((each) => "c" in each).length;
    await db().batchPart.update({
      where: { batchId_index: { batchId: id, index: part.index } },
      data: { outcomes, failed: count, finishedAt: startedAt },
    });
  }
  return id;
}

async function unzipped(id: string): Promise<Map<string, string>> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of resultsZip(await resultsOf(owner.scope, id, new Date()))) chunks.push(chunk);
  const file = join(folder, `${id}.zip`);
  await writeFile(file, Buffer.concat(chunks));
  const zip = await openPromise(file);
  const found = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    const parts: Buffer[] = [];
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part);
    found.set(entry.fileName, Buffer.concat(parts).toString("base64"));
  }
  return found;
}

test("the ZIP holds every picture that is made under a name of its own", async () => {
  const rows = [
    ["Ana", "Acme/../x", ""],
    ["ana", "ACME/../X", ""],
    ["José", "株式会社", ""],
    ["", "", ""],
    ["Con", "", ""],
  ];
  const id = await newDone(rows, "{{company}}-{{first_name}}", [4]);
  const zip = await unzipped(id);
  expect([...zip.keys()]).toEqual(["Acme-x-Ana.png", "ACME-X-ana (2).png", "株式会社-José.png", "_Con.png"]);
  expect([...zip.values()]).toEqual([1, 2, 3, 5].map((row) => pictureOf(row).toString("base64")));
});

test("who stops reading the ZIP stops it: no more than a few pictures are read", async () => {
  const id = await newDone(
    Array.from({ length: 300 }, (_, at) => [`Person ${at}`, "x", ""]),
    "{{row}}",
  );
  // Large ones, so that what waits to be sent is full at once.
  const large = Buffer.alloc(1_000_000, 7);
  const read = vi.spyOn(storage(), "get").mockImplementation(async () => large);
  try {
    const zip = resultsZip(await resultsOf(owner.scope, id, new Date()));
    await zip.next();
    await new Promise((done) => setTimeout(done, 300));
    expect(read.mock.calls.length).toBeLessThan(6);
    await zip.return();
    const calls = read.mock.calls.length;
    await new Promise((done) => setTimeout(done, 100));
    expect(read.mock.calls.length).toBe(calls);
  } finally {
    read.mockRestore();
  }
});

test("the list keeps its columns, and runs nothing in a spreadsheet", async () => {
  const rows = [
    ["=1+1", "Acme, Inc", ""],
    ["Ana", "x", ""],
  ];
  const id = await newDone(rows, "{{first_name}}", [2]);
  const results = await resultsOf(owner.scope, id, new Date());
  let csv = "";
  for await (const line of resultsCsv(results)) csv += line;
  expect(csv.startsWith("\uFEFF")).toBe(true);
  const { data } = Papa.parse<string[]>(csv.slice(1), { skipEmptyLines: true });
  const url = batchPictureUrl(results.key, 1, "png");
  expect(data).toEqual([
    ["first name", "company", "photo", "picture_file", "picture_url", "picture_problem"],
    ["'=1+1", "Acme, Inc", "", "1+1.png", url, ""],
    ["Ana", "x", "", "", "", "A picture did not load."],
  ]);
});

test("results come in pages, failures among them, and pictures with their names", async () => {
  const rows = Array.from({ length: 120 }, (_, at) => [`Person ${at + 1}`, "", ""]);
  const id = await newDone(rows, "{{first_name}}", [2, 60, 119]);
  const seen: number[] = [];
  let from: number | null = 1;
  while (from !== null) {
    const page: Awaited<ReturnType<typeof listResults>> = await listResults(owner.scope, id, {
      from,
      limit: 50,
    });
    seen.push(...page.results.map(({ row }) => row));
    from = page.nextRow;
  }
  expect(seen).toEqual(rows.map((_, at) => at + 1));
  const first = await listResults(owner.scope, id, { limit: 2, only: "failed" });
  expect([first.results.map(({ row }) => row), first.nextRow]).toEqual([[2, 60], 119]);
  const page = await listPictures(owner.scope, id, { from: 59, limit: 2 });
  expect(page.results.map(({ row, name }) => [row, name])).toEqual([
    [59, "Person 59.png"],
    [61, "Person 61.png"],
  ]);
  const results = await resultsOf(owner.scope, id, new Date());
  expect((await oneResult(results, 61)).fileName).toBe("Person 61.png");
  await expect(oneResult(results, 60)).rejects.toThrow("A picture did not load.");
  const sheet = await sharp(await contactSheet(results)).metadata();
  expect([sheet.format, sheet.width, sheet.height]).toEqual(["jpeg", 16 + 8 * 256, 16 + 6 * 176]);
});

async function at(url: string, now = new Date()) {
  const target = new URL(url).pathname;
  return servePicture({ method: "GET", target, ifNoneMatch: null, nested: false }, now);
}

test("a picture is at its address, at no other, for thirty days, and not when it is deleted", async () => {
  const id = await newDone(
    [
      ["Ana", "", ""],
      ["Bo", "", ""],
    ],
    "{{row}}",
    [2],
  );
  const { key, item } = await resultsOf(owner.scope, id, new Date());
  const url = batchPictureUrl(key, 1, "png");
  const there = await at(url);
  expect([there.status, there.headers["Content-Type"], there.headers["X-Render-Status"]]).toEqual([
    200,
    "image/png",
    "ok",
  ]);
  expect(Buffer.from(there.body ?? "")).toEqual(pictureOf(1));
  // Somebody who has one address has no other: the row, the key and the proof belong together.
  const forged = [
    url.replace("-1-", "-2-"),
    url.replace(key, key.replace(/./, "0")),
    url.replace(/.{3}\.png/, "xyz.png"),
  ];
  for (const each of forged) expect([each, (await at(each)).status]).toEqual([each, 404]);
  const notMade = await at(batchPictureUrl(key, 2, "png"));
  expect([notMade.status, notMade.headers["X-Render-Status"]]).toEqual([200, "fallback; reason=deleted"]);
  const over = await at(url, new Date(item.expiresAt.getTime() + 1));
  expect(over.headers["X-Render-Status"]).toBe("fallback; reason=deleted");
  await deleteBatch(owner.scope, id);
  const deleted = await at(url);
  expect([deleted.status, deleted.headers["X-Render-Status"]]).toEqual([200, "fallback; reason=deleted"]);
  expect(await db().batchPart.count({ where: { batchId: id } })).toBe(0);
  await expect(deleteBatch(owner.scope, id)).rejects.toMatchObject({ code: "not_found" });
});

test("what is thirty days old goes, file and row", async () => {
  const id = await newDone([["Ana", "", ""]], "{{row}}");
  const file = batchFile({ id, workspaceId: owner.scope.workspaceId }, 1, "png");
  const { expiresAt } = await db().batch.findUniqueOrThrow({ where: { id } });
  await deleteOldBatches(new Date(expiresAt.getTime() - 1_000));
  expect(await storage().has(file)).toBe(true);
  await deleteOldBatches(expiresAt);
  expect(await storage().has(file)).toBe(false);
  expect(await db().batch.count({ where: { id } })).toBe(0);
});
