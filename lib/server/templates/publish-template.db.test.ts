import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDocument } from "@/lib/template/create-document";
import { db } from "../db";
import { PUBLISHED_CHANNEL } from "../publish-listener";
import { withTestDatabase } from "../testing/database";
import { newPerson, type Person } from "../testing/people";
import { createTemplate } from "./create-template";
import { deleteTemplate, restoreTemplate } from "./delete-template";
import { saveDraft } from "./draft";
import { loadSummary } from "./find-template";
import { publishTemplate } from "./publish-template";

const database = withTestDatabase();

const heard: string[][] = [];
let listener: pg.Client;
let person: Person;
beforeAll(async () => {
  person = await newPerson("Maeve O'Neil");
  listener = new pg.Client({ connectionString: database.url });
  await listener.connect();
  listener.on("notification", ({ payload }) => heard.push(JSON.parse(payload ?? "[]")));
  await listener.query(`LISTEN ${PUBLISHED_CHANNEL}`);
});
afterAll(() => listener.end());

const BLANK = createDocument({ width: 1200, height: 628, displayWidth: 600 });

async function newTemplate(): Promise<string> {
  return (await createTemplate(person.scope, { from: { kind: "starter", id: "loyalty-thank-you" } })).id;
}

async function edit(id: string, baseRevision: number, alt: string): Promise<void> {
  const save = { document: { ...BLANK, alt }, baseRevision, mutationId: `mutation-${alt}-${baseRevision}` };
  expect((await saveDraft(person.scope, id, save)).kind).toBe("saved");
}

/** What has been announced so far; the round trip lets what is on its way arrive. */
async function announced(): Promise<string[]> {
  await listener.query("SELECT 1");
  return heard.splice(0).flat();
}

test("the first publish freezes the draft, makes the link and announces it", async () => {
  const id = await newTemplate();
  expect((await loadSummary(person.scope, id)).status).toBe("draft");
  const { version, link } = await publishTemplate(person.scope, id, 1);
  expect(version).toMatchObject({ number: 1, revision: 1 });
  expect(link.key).toMatch(/^[A-Za-z0-9]{16}$/);
  expect(await announced()).toEqual([link.key]);
  expect(await loadSummary(person.scope, id)).toMatchObject({ status: "published", linkKey: link.key });
});

test("a version never changes, and the link stays while versions come", async () => {
  const id = await newTemplate();
  const first = await publishTemplate(person.scope, id, 1);
  const frozen = await db().templateVersion.findUniqueOrThrow({ where: { id: first.version.id } });
  await edit(id, 1, "second");
  expect((await loadSummary(person.scope, id)).status).toBe("changed");
  const second = await publishTemplate(person.scope, id, 2);
  expect(second).toMatchObject({ version: { number: 2, revision: 2 }, link: first.link });
  expect(await db().templateVersion.findUniqueOrThrow({ where: { id: first.version.id } })).toEqual(frozen);
});

test("a draft that moved on is not published unseen", async () => {
  const id = await newTemplate();
  await edit(id, 1, "moved");
  await expect(publishTemplate(person.scope, id, 1)).rejects.toMatchObject({
    code: "conflict",
    path: "/revision",
    details: { revision: 2 },
  });
  expect(await db().templateVersion.count({ where: { templateId: id } })).toBe(0);
  expect(await db().link.count({ where: { templateId: id } })).toBe(0);
});

test("one revision published thirty times at once is one version and one link", async () => {
  const id = await newTemplate();
  await announced();
  const all = await Promise.all(Array.from({ length: 30 }, () => publishTemplate(person.scope, id, 1)));
  expect(new Set(all.map((each) => JSON.stringify(each))).size).toBe(1);
  expect(await db().templateVersion.count({ where: { templateId: id } })).toBe(1);
  expect(await db().link.count({ where: { templateId: id } })).toBe(1);
  expect(await announced()).toHaveLength(1);
});

test("saves and publishes of one template take turns: what is frozen is the revision that was named", async () => {
  const id = await newTemplate();
  for (let revision = 1; revision <= 8; revision += 1) {
    const [published] = await Promise.allSettled([
      publishTemplate(person.scope, id, revision),
      edit(id, revision, `race ${revision}`),
    ]);
    if (published.status === "rejected") {
      expect(published.reason).toMatchObject({ code: "conflict" });
      continue;
    }
    const version = await db().templateVersion.findUniqueOrThrow({
      where: { id: published.value.version.id },
      select: { revision: true, document: true },
    });
    expect(version.revision).toBe(revision);
    const alt = revision === 1 ? /^Thank you/ : new RegExp(`^race ${revision - 1}$`);
    expect(version.document).toMatchObject({ alt: expect.stringMatching(alt) });
  }
});

test("deleting leaves a tombstone of the link and announces it; undoing brings both back where they were", async () => {
  const id = await newTemplate();
  const { link } = await publishTemplate(person.scope, id, 1);
  const before = await loadSummary(person.scope, id);
  await announced();
  await deleteTemplate(person.scope, id);
  await expect(loadSummary(person.scope, id)).rejects.toMatchObject({ code: "not_found" });
  await expect(deleteTemplate(person.scope, id)).rejects.toMatchObject({ code: "not_found" });
  await expect(publishTemplate(person.scope, id, 1)).rejects.toMatchObject({ code: "not_found" });
  const tombstone = await db().link.findUniqueOrThrow({ where: { key: link.key } });
  expect(tombstone.deletedAt).toBeInstanceOf(Date);
  expect(await announced()).toEqual([link.key]);
  expect(await restoreTemplate(person.scope, id)).toEqual(before);
  expect(await announced()).toEqual([link.key]);
  expect(await restoreTemplate(person.scope, id)).toEqual(before);
});

test("a link deleted on its own before stays deleted when its template comes back", async () => {
  const id = await newTemplate();
  const { link } = await publishTemplate(person.scope, id, 1);
  const long = new Date("2026-01-01T00:00:00Z");
  await db().link.update({ where: { key: link.key }, data: { deletedAt: long } });
  await deleteTemplate(person.scope, id);
  await restoreTemplate(person.scope, id);
  expect((await db().link.findUniqueOrThrow({ where: { key: link.key } })).deletedAt).toEqual(long);
});
