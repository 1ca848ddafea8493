import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { POST } from "@/app/api/w/[workspace]/batches/route";
import { createRemoteFetcher } from "@/lib/render/remote/fetch-remote";
import { createRemotePictures } from "@/lib/render/remote/remote-picture";
import { type CanaryRig, openCanaryRig } from "@/lib/render/testing/canary-rig";
import { checkReport } from "@/lib/rows/check-report";
import { workbook } from "@/lib/rows/testing/workbook";
import { db } from "@/lib/server/db";
import { processWide } from "@/lib/server/process-registry";
import { createTemplate } from "@/lib/server/templates/create-template";
import { newPicture } from "@/lib/server/testing/api-world";
import { askRoute } from "@/lib/server/testing/ask-route";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newMember, newPerson, type Person } from "@/lib/server/testing/people";
import { newDraft } from "../testing/new-draft";
import { checkDraft } from "./check-draft";
import { createDraft } from "./create-draft";
import { draftRows } from "./draft-rows";
import { updateDraft } from "./update-draft";

withTestDatabase();

let owner: Person;
let templateId: string;
let rig: CanaryRig;

const SITE = "93.184.216.34";
const sheetsAt = "http://sheets.example";

beforeAll(async () => {
  owner = await newPerson("Owner");
  templateId = (await createTemplate(owner.scope, { from: { kind: "starter", id: "sales-follow-up" } })).id;
  rig = await openCanaryRig();
  rig.zone["sheets.example"] = [SITE];
  rig.zone["inside.example"] = ["10.0.0.1"];
  rig.sites.add(SITE);
  rig.serve = (request, response) => {
    if (request.url === "/private") return response.writeHead(302, { location: "/sign-in" }).end();
    if (request.url === "/sign-in") return response.end("<!doctype html><title>Sign in</title>");
    if (request.url === "/inside")
      return response.writeHead(302, { location: "http://inside.example/" }).end();
    if (request.url === "/list") return response.end("first_name,city\nAnn,Łódź\n");
    if (request.url === "/picture.png") return response.end(newPicture());
    return response.writeHead(404).end();
  };
  const fetcher = createRemoteFetcher({ network: rig.network });
  processWide("remote-lists", () => fetcher);
  processWide("remote-pictures", () => createRemotePictures(fetcher));
});
afterAll(() => rig.close());

const now = () => new Date();
const NEW = "POST w/[workspace]/batches";
const newBy = (by: Person, body: unknown, query = "") =>
  askRoute(NEW, by, { query: `?template=${templateId}${query}`, body });
const left = async () => ({ batches: await db().batch.count(), parts: await db().batchPart.count() });

test("a pasted list becomes a draft whose columns are matched by their names", async () => {
  const answer = await newBy(owner, { text: "First name\tPoints\nAnn\t5\nBob\t6\n" });
  expect(answer.status).toBe(201);
  const batch = await answer.json();
  expect(batch).toMatchObject({
    state: "draft",
    rows: 2,
    columns: ["First name", "Points"],
    mapping: { first_name: 0 },
    source: { kind: "paste", format: "csv", encoding: "utf-8", delimiter: "\t", notes: [] },
  });
  const event = await db().auditEvent.findFirst({ where: { action: "batch.create", objectId: batch.id } });
  expect(event).toMatchObject({ userId: owner.scope.userId, details: { rows: 2 } });
});

test("JSON rows, and a first row that is said to be no names", async () => {
  const rows = await (
    await newBy(owner, { rows: [{ first_name: "Ann" }, { first_name: "Bob", n: 1 }] })
  ).json();
  expect(rows).toMatchObject({
    rows: 2,
    columns: ["first_name", "n"],
    source: { kind: "api", format: "json" },
  });
  const plain = await (await newBy(owner, { text: "Ann\nBob" }, "&header=no")).json();
  expect(plain).toMatchObject({ rows: 2, columns: ["Column 1"] });
});

test("a published sheet comes through the guarded door, and what is none is told in one sentence", async () => {
  const sheet = await (await newBy(owner, { url: `${sheetsAt}/list` })).json();
  expect(sheet).toMatchObject({ rows: 1, source: { kind: "sheet", name: new URL(sheetsAt).hostname } });
  // Whoever has its address may read it, so that it is kept nowhere.
  const kept = await db().$queryRaw`SELECT to_jsonb(t) AS row FROM "Batch" t`;
  expect(JSON.stringify(kept)).not.toContain(`${sheetsAt}/list`);
  const before = await left();
  const refused = [
    [`${sheetsAt}/private`, /a web page/],
    [`${sheetsAt}/nowhere`, /No list could be loaded/],
    [`${sheetsAt}/inside`, /No list could be loaded/],
    ["http://10.0.0.1/list", /No list could be loaded/],
    ["http://169.254.169.254/latest/meta-data", /No list could be loaded/],
    ["file:///etc/passwd", /Expected the address of a sheet/],
  ] as const;
  for (const [url, sentence] of refused) {
    const answer = await newBy(owner, { url });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(JSON.stringify(await answer.json())).toMatch(sentence);
  }
  expect(await left()).toEqual(before);
  expect(rig.hits).toEqual([]);
});

test("nothing is left of a list that fails at its end, and nobody sees one that is still being read", async () => {
  const before = await left();
  let go = () => undefined as undefined;
  const held = new Promise<void>((done) => {
    go = () => done() as undefined;
  });
  let written: () => void = () => undefined;
  const writing = new Promise<void>((done) => {
    written = done;
  });
  async function* chunks() {
    yield Buffer.from(`first_name\n${"Ann\n".repeat(60_000)}`);
    written();
    await held;
    throw new Error("the connection broke");
  }
  const list = { kind: "file", sourceName: "a.csv", name: "Broken", chunks: chunks() } as const;
  const making = createDraft(owner.scope, { templateId, ...list }, now());
  const ended = expect(making).rejects.toThrow("the connection broke");
  await writing;
  await vi.waitFor(async () => expect((await left()).parts).toBeGreaterThan(before.parts + 100));
  const unseen = await db().batch.findFirstOrThrow({ where: { name: "Broken" } });
  await expect(draftRows(owner.scope, unseen.id, { from: 1, count: 5 }, now())).rejects.toThrow(
    "no such batch",
  );
  go();
  await ended;
  expect(await left()).toEqual(before);
});

test("a list of too many rows leaves nothing either", async () => {
  const before = await left();
  await expect(newDraft(owner, templateId, `first_name\n${"Ann\n".repeat(100_001)}`)).rejects.toThrow(
    "at most 100,000 rows",
  );
  expect(await left()).toEqual(before);
});

test("lists are taken until too many rows wait in drafts, whoever else has some", async () => {
  const other = await newPerson("Other");
  const id = (await createTemplate(other.scope, { from: { kind: "starter", id: "sales-follow-up" } })).id;
  const first = await newDraft(other, id, "first_name\nAnn\n");
  await db().batch.update({ where: { id: first }, data: { rows: 2_000_000 } });
  await expect(newDraft(other, id, "first_name\nAnn\n")).rejects.toMatchObject({ code: "conflict" });
  await newDraft(owner, templateId, "first_name\nAnn\n");
  await db().batch.update({ where: { id: first }, data: { state: "cancelled" } });
  await newDraft(other, id, "first_name\nAnn\n");
});

test("how columns were matched and cleaned is known for the next list with the same ones, and for no other", async () => {
  const text = "who,what\nANN,5\n";
  const id = await newDraft(owner, templateId, text);
  const mapping = { first_name: 0 };
  const cleanUps = [{ column: 0, kind: "name" as const }];
  await updateDraft(owner.scope, id, { mapping, cleanUps }, now());
  const again = await db().batch.findUniqueOrThrow({
    where: { id: await newDraft(owner, templateId, text) },
  });
  expect(again).toMatchObject({ mapping: expect.objectContaining(mapping), cleanUps });
  const other = await db().batch.findUniqueOrThrow({
    where: { id: await newDraft(owner, templateId, "who,why\nANN,5\n") },
  });
  expect(other.cleanUps).toEqual([]);
  const elsewhere = (await createTemplate(owner.scope, { from: { kind: "starter", id: "sales-follow-up" } }))
    .id;
  const foreign = await db().batch.findUniqueOrThrow({
    where: { id: await newDraft(owner, elsewhere, text) },
  });
  expect(foreign.cleanUps).toEqual([]);
});

test("what a draft cannot have is refused, and a started batch is as it is", async () => {
  const id = await newDraft(owner, templateId, "first_name\nAnn\nBob\n");
  const change = (input: Parameters<typeof updateDraft>[2]) => updateDraft(owner.scope, id, input, now());
  await expect(change({ mapping: { nobody: 0 } })).rejects.toMatchObject({
    code: "invalid",
    path: "/mapping/nobody",
  });
  await expect(change({ mapping: { first_name: 1 } })).rejects.toMatchObject({ code: "invalid" });
  await expect(change({ cleanUps: [{ column: 7, kind: "name" }] })).rejects.toMatchObject({
    code: "invalid",
  });
  const named = await change({ name: "Spring" });
  expect(named).toMatchObject({ name: "Spring", mapping: { first_name: 0 } });
  const row = (body: unknown) =>
    askRoute("PATCH w/[workspace]/batches/[id]/rows/[number]", owner, { id, number: "1", body });
  expect((await row({ cells: { "3": "x" } })).status).toBe(422);
  await db().batch.update({ where: { id }, data: { state: "running" } });
  await expect(change({ name: "Late" })).rejects.toMatchObject({ code: "conflict" });
  expect((await row({ leftOut: true })).status).toBe(409);
  await expect(checkDraft(owner.scope, id, Date.now)).rejects.toMatchObject({ code: "conflict" });
});

test("cells are changed, rows left out, and both count at once for the table and the check", async () => {
  const id = await newDraft(owner, templateId, "first_name\n ANN\n\u200b{{first_name}}\nBob\nbob\n");
  const before = await checkDraft(owner.scope, id, Date.now);
  expect(before.problems.map(({ kind, rows }) => [kind, rows])).toEqual([
    ["tag", [2]],
    ["duplicate_row", [4]],
    ["spaces", [1]],
  ]);
  const rowOf = (number: string, body: unknown) =>
    askRoute("PATCH w/[workspace]/batches/[id]/rows/[number]", owner, { id, number, body });
  expect(await (await rowOf("1", { cells: { "0": "Ann" } })).json()).toMatchObject({
    cells: ["Ann"],
    problems: [],
  });
  expect(await (await rowOf("2", { leftOut: true })).json()).toMatchObject({ leftOut: true, problems: [] });
  expect((await rowOf("9", { leftOut: true })).status).toBe(404);
  expect(await db().batch.findUniqueOrThrow({ where: { id } })).toMatchObject({ leftOut: 1, report: null });
  const after = await checkDraft(owner.scope, id, Date.now);
  expect(after).toMatchObject({ rows: 3, rowsWithProblems: 1 });
  const stored = await db().batch.findUniqueOrThrow({ where: { id } });
  expect(checkReport.parse(stored.report)).toEqual(after);
  const { rows } = await draftRows(owner.scope, id, { from: 1, count: 10 }, now());
  expect(rows.map(({ problems }) => problems.map(({ kind }) => kind))).toEqual([
    [],
    [],
    [],
    ["duplicate_row"],
  ]);
});

test("rows by a problem, a page after the other", async () => {
  const cells = Array.from({ length: 12_000 }, (_, index) => (index % 5000 === 0 ? "{{x}}" : `Ann ${index}`));
  const id = await newDraft(owner, templateId, `first_name\n${cells.join("\n")}\n`);
  const found: number[] = [];
  let from: number | null = 1;
  let asked = 0;
  while (from !== null) {
    const page = await draftRows(owner.scope, id, { from, count: 2, problem: "tag" }, now());
    found.push(...page.rows.map(({ row }) => row));
    from = page.next;
    asked += 1;
  }
  expect([found, asked]).toEqual([[1, 5001, 10_001], 3]);
});

test("texts that do not fit are found by laying them out, and pictures by asking for them", async () => {
  const long = "Wolfeschlegelsteinhausenbergerdorff".repeat(12);
  const photos = ["picture.png", "nowhere.png", "list"].map((name) => `${sheetsAt}/${name}`);
  const names = ["Ann", long, "Bob"];
  const lines = names.map((name, index) => `${name},${photos[index]}`);
  const id = await newDraft(owner, templateId, `first_name,logo_url\n${lines.join("\n")}\n`);
  const { problems } = await checkDraft(owner.scope, id, Date.now);
  expect(problems.filter(({ sampled }) => sampled)).toEqual([
    { kind: "picture", column: 1, count: 2, sampled: true, rows: [2, 3] },
    { kind: "too_long", column: 0, count: 1, sampled: true, rows: [2] },
  ]);
});

test("one row is painted as it would be made", async () => {
  const id = await newDraft(owner, templateId, "first_name\nAnn\nBob\n");
  const picture = (number: string) =>
    askRoute("GET w/[workspace]/batches/[id]/rows/[number]/picture", owner, { id, number });
  const [ann, bob] = [await picture("1"), await picture("2")];
  expect([ann.status, ann.headers.get("content-type")]).toEqual([200, "image/jpeg"]);
  const bytes = async (answer: Response) => Buffer.from(await answer.arrayBuffer());
  expect((await bytes(ann)).equals(await bytes(bob))).toBe(false);
  expect((await picture("3")).status).toBe(404);
});

test("viewers see and change nothing, other workspaces see nothing", async () => {
  const id = await newDraft(owner, templateId, "first_name\nAnn\n");
  const viewer = await newMember(owner, "viewer");
  const stranger = await newPerson("Stranger");
  const rows = (by: Person) => askRoute("GET w/[workspace]/batches/[id]/rows", by, { id });
  const check = (by: Person) => askRoute("POST w/[workspace]/batches/[id]/check", by, { id });
  expect([(await rows(viewer)).status, (await check(viewer)).status]).toEqual([200, 403]);
  expect([(await rows(stranger)).status, (await check(stranger)).status]).toEqual([404, 404]);
});

test("5,000 rows are written and checked in so many queries as ten times fewer rows, and one for every 500", async () => {
  const list = (rows: number) =>
    `first_name,city\n${Array.from({ length: rows }, (_, index) => `Ann ${index},Łódź`).join("\n")}\n`;
  const counts: { made: number; checked: number }[] = [];
  for (const rows of [500, 5000]) {
    let id = "";
    const made = await queriesOf(async () => {
      id = await newDraft(owner, templateId, list(rows));
    });
    counts.push({ made, checked: await queriesOf(() => checkDraft(owner.scope, id, Date.now)) });
  }
  const [few, many] = counts;
  expect(few?.made).toBeGreaterThan(5);
  expect((many?.made ?? 0) - (few?.made ?? 0)).toBeLessThanOrEqual(9 * 3);
  expect(few?.checked).toBeGreaterThan(3);
  expect((many?.checked ?? 0) - (few?.checked ?? 0)).toBeLessThanOrEqual(10);
});

/** Statements that were sent to the database meanwhile. */
async function queriesOf(run: () => Promise<unknown>): Promise<number> {
  const spy = vi.spyOn(pg.Client.prototype, "query");
  try {
    await run();
    return spy.mock.calls.length;
  } finally {
    spy.mockRestore();
  }
}

test("a file is sent as it is, under its name, whatever it is", async () => {
  const send = (name: string, body: BodyInit) => {
    const headers = {
      cookie: owner.cookie,
      origin: "http://localhost:3000",
      "x-file-name": encodeURIComponent(name),
    };
    const address = `http://localhost:3000/api/w/x/batches?template=${templateId}`;
    const request = new Request(address, { method: "POST", headers, body });
    return POST(request, { params: Promise.resolve({ workspace: owner.scope.workspaceSlug }) });
  };
  const rows = workbook(
    [
      ["first_name", "day"],
      ["Łucja", { raw: '<c s="1"><v>46347</v></c>' }],
    ],
    { formats: ["d.m.yy"] },
  );
  const excel = await send("Gäste/März.xlsx", new Uint8Array(rows));
  expect(excel.status).toBe(201);
  const batch = await excel.json();
  expect(batch).toMatchObject({ name: "März", source: { kind: "file", name: "März.xlsx", format: "xlsx" } });
  const { rows: read } = await draftRows(owner.scope, batch.id, { from: 1, count: 5 }, now());
  expect(read).toMatchObject([{ row: 1, cells: ["Łucja", "2026-11-21"], values: { first_name: "Łucja" } }]);
  const before = await left();
  expect((await send("photo.png", new Uint8Array(newPicture()))).status).toBe(415);
  expect((await send("empty.csv", "")).status).toBe(422);
  expect((await send("huge.csv", "a\n".repeat(27_000_000))).status).toBe(413);
  expect(await left()).toEqual(before);
});
