import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { textsOfPdf } from "@/lib/render/pdf/testing/raster-pdf";
import { db, transaction } from "@/lib/server/db";
import { WORKER_LANES } from "@/lib/server/jobs/job-lanes";
import { startJobs } from "@/lib/server/jobs/start-jobs";
import { storage } from "@/lib/server/storage";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newPerson, type Person } from "@/lib/server/testing/people";
import { batchFile } from "../batch-file";
import { changeRow } from "../parts";
import { startBatch } from "../start-batch";
import { manyRows, newBatch, newGreeting } from "../testing/new-batch";
import { resultsOf } from "./each-result";
import { resultsPdf } from "./results-pdf";

withTestDatabase();

let owner: Person;
let templateId: string;
beforeAll(async () => {
  owner = await newPerson("Owner");
  templateId = await newGreeting(owner);
});

let running: { stop: () => Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(running.map((each) => each.stop()));
  running = [];
});

const look = (id: string) => db().batch.findUniqueOrThrow({ where: { id } });

async function made(id: string): Promise<void> {
  await startBatch(owner.scope, id);
  running.push(startJobs(WORKER_LANES));
  const end = Date.now() + 90_000;
  while ((await look(id)).state !== "done") {
    if (Date.now() > end) throw new Error("it did not end");
    await new Promise((done) => setTimeout(done, 20));
  }
}

async function pdfOf(id: string): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of resultsPdf(await resultsOf(owner.scope, id, new Date()))) chunks.push(chunk);
  return Buffer.concat(chunks);
}

test("one PDF has a page for every row that is made, in order, with what stands in the row", async () => {
  const rows = manyRows(120);
  rows[0] = ["Łucja Šimić", "", ""];
  rows[4] = ["Ana", "Acme", "https://127.0.0.1/photo.png"];
  const id = await newBatch(owner, { templateId, rows, output: { format: "pdf" } });
  await transaction((tx) =>
    changeRow(tx, { id, workspaceId: owner.scope.workspaceId }, 60, { leftOut: true }),
  );
  await db().batch.update({ where: { id }, data: { leftOut: 1 } });
  await made(id);
  expect(await look(id)).toMatchObject({ made: 118, failed: 1, leftOut: 1 });
  const pdf = await pdfOf(id);
  const wanted = rows.flatMap(([name, company], at) =>
    at === 4 || at === 59 ? [] : [[`Hello ${name}`, company].filter(Boolean).join(" ")],
  );
  expect(await textsOfPdf(pdf)).toEqual(wanted);
  // What is the same on all pages is in it once.
  expect(pdf.length).toBeLessThan(Number((await look(id)).bytes));
  expect((await pdfOf(id)).equals(pdf)).toBe(true);

  // Files are read one at a time, and none after whoever reads has gone.
  const read = vi.spyOn(storage(), "get");
  try {
    const pages = resultsPdf(await resultsOf(owner.scope, id, new Date()));
    await pages.next();
    expect(read.mock.calls.length).toBe(1);
    await pages.next();
    expect(read.mock.calls.length).toBe(2);
    await pages.return();
    expect(read.mock.calls.length).toBe(2);
  } finally {
    read.mockRestore();
  }

  // A file that is gone leaves its page out, as the ZIP does.
  await storage().remove(batchFile({ id, workspaceId: owner.scope.workspaceId }, 2, "pdf"));
  expect(await textsOfPdf(await pdfOf(id))).toEqual(wanted.toSpliced(1, 1));
});

test("batches of pictures have no such file, nor has one without a page", async () => {
  const pictures = await newBatch(owner, { templateId, rows: manyRows(1), output: { format: "jpg" } });
  await startBatch(owner.scope, pictures);
  await expect(pdfOf(pictures)).rejects.toThrow("Download the ZIP instead");
  const pages = await newBatch(owner, { templateId, rows: manyRows(1), output: { format: "pdf" } });
  await startBatch(owner.scope, pages);
  await expect(pdfOf(pages)).rejects.toThrow("no pages yet");
});
