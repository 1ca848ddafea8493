import { afterEach, beforeAll, expect, test } from "vitest";
import { verifyCertificate } from "@/lib/certificates/verify-certificate";
import { db } from "@/lib/server/db";
import { WORKER_LANES } from "@/lib/server/jobs/job-lanes";
import { startJobs } from "@/lib/server/jobs/start-jobs";
import { takeProcessWide } from "@/lib/server/process-registry";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newPerson, type Person } from "@/lib/server/testing/people";
import { DEFAULT_FORMAT, type FieldType } from "@/lib/template/field";
import { text } from "@/lib/template/starters/build";
import { resultsOf } from "../results/each-result";
import { resultsCsv } from "../results/results-csv";
import { retryFailed, startBatch } from "../start-batch";
import { GREETING, newBatch, newGreeting } from "../testing/new-batch";

withTestDatabase();

const field = (key: string, type: FieldType) => ({
  ...{ key, label: key, type },
  fallback: "",
  format: DEFAULT_FORMAT,
});

const BOX = { x: 0, width: 120, height: 14 };
const DOCUMENT = {
  ...GREETING,
  fields: [...GREETING.fields, field("number", "text"), field("check", "url")],
  layers: [
    ...GREETING.layers,
    text({ ...BOX, id: "number", name: "Number", y: 44 }, "{{number}}"),
    text({ ...BOX, id: "check", name: "Check", y: 50 }, "{{check}}"),
  ],
};

const OUTPUT = {
  format: "png",
  certificate: {
    numberField: "number",
    scheme: "sequence",
    prefix: "ACME",
    verificationField: "check",
    title: "Service Design",
    shownFields: ["first_name"],
  },
};

let owner: Person;
let templateId: string;
beforeAll(async () => {
  owner = await newPerson("Owner");
  templateId = await newGreeting(owner, DOCUMENT);
});

let running: { stop: () => Promise<void> }[] = [];
afterEach(rest);

async function rest(): Promise<void> {
  const all = running;
  running = [];
  await Promise.all(all.map((each) => each.stop()));
}

async function runTo(id: string): Promise<void> {
  running.push(startJobs(WORKER_LANES));
  const end = Date.now() + 90_000;
  while ((await db().batch.findUniqueOrThrow({ where: { id } })).state !== "done") {
    if (Date.now() > end) throw new Error("it did not end");
    await new Promise((done) => setTimeout(done, 20));
  }
}

async function csvOf(id: string): Promise<string[][]> {
  let all = "";
  for await (const line of resultsCsv(await resultsOf(owner.scope, id, new Date()))) all += line;
  return all
    .slice(1)
    .trimEnd()
    .split("\r\n")
    .map((line) => line.split(","));
}

test("rows become certificates: a number each, an address that says whom it names, and a failed row is known to nobody until it is made", async () => {
  const rows = Array.from({ length: 60 }, (_, at) => [`Person ${at + 1}`, "", ""]);
  rows[3] = ["Ana", "", "https://127.0.0.1/photo.png"];
  const id = await newBatch(owner, { templateId, rows, output: OUTPUT });
  await startBatch(owner.scope, id);
  await runTo(id);
  expect(await db().batch.findUniqueOrThrow({ where: { id } })).toMatchObject({ made: 59, failed: 1 });
  const [head, ...lines] = await csvOf(id);
  expect(head?.slice(-2)).toEqual(["certificate_number", "certificate_url"]);
  const numbers = lines.map((line) => line.at(-2));
  expect(numbers[3]).toBe("");
  const given = numbers.filter((number) => number !== "");
  expect(new Set(given).size).toBe(59);
  expect(given.every((number) => /^ACME-20\d\d-000\d{3}$/.test(number ?? ""))).toBe(true);
  const codeOf = (line: string[] | undefined) => line?.at(-1)?.split("/").at(-1) ?? "";
  expect(await verifyCertificate(codeOf(lines[0]))).toMatchObject({
    state: "valid",
    number: numbers[0],
    shown: { title: "Service Design", values: [{ label: "first_name", value: "Person 1" }] },
  });
  // Tried again with what stands in for the picture, it gets its own number.
  const { output } = await db().batch.findUniqueOrThrow({ where: { id } });
  const replaced = { ...Object(output), missingPictures: "replace" };
  await db().batch.update({ where: { id }, data: { output: replaced } });
  await rest();
  takeProcessWide("running-batches");
  await retryFailed(owner.scope, id);
  await runTo(id);
  const again = await csvOf(id);
  expect(
    again
      .slice(1)
      .map((line) => line.at(-2))
      .filter((number) => number !== ""),
  ).toHaveLength(60);
  expect(again.slice(1, 4).map((line) => line.at(-2))).toEqual(numbers.slice(0, 3));
});

test("an option that does not fit the template is told before anything is made", async () => {
  const certificate = { ...OUTPUT.certificate, numberField: "nobody" };
  const id = await newBatch(owner, {
    templateId,
    rows: [["Ana", "", ""]],
    output: { ...OUTPUT, certificate },
  });
  await expect(startBatch(owner.scope, id)).rejects.toMatchObject({
    code: "invalid",
    path: "/output/certificate/numberField",
  });
  expect(await db().certificate.count({ where: { batchId: id } })).toBe(0);
});

test("a batch that certifies nothing gives no numbers", async () => {
  const id = await newBatch(owner, { templateId, rows: [["Ana", "", ""]], output: { format: "png" } });
  await startBatch(owner.scope, id);
  await runTo(id);
  expect(await db().certificate.count({ where: { batchId: id } })).toBe(0);
  expect((await csvOf(id))[0]).not.toContain("certificate_number");
});
