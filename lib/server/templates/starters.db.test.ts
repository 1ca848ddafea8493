import { beforeAll, expect, test } from "vitest";
import { newId } from "@/lib/accounts/ids";
import { createDocument } from "@/lib/template/create-document";
import { db } from "../db";
import { createProject } from "../projects";
import { withTestDatabase } from "../testing/database";
import { newMember, newPerson, type Person } from "../testing/people";
import { createTemplate } from "./create-template";
import { deleteTemplate, restoreTemplate } from "./delete-template";
import { loadDraft, saveDraft } from "./draft";
import { duplicateTemplate } from "./duplicate-template";
import { freeName } from "./free-name";
import { listDeletedTemplates } from "./list-deleted";
import { publishTemplate } from "./publish-template";
import {
  createStarter,
  deleteStarter,
  listStarters,
  renameStarter,
  restoreStarter,
  STARTER_COUNT,
} from "./starters";

withTestDatabase();

let owner: Person;
beforeAll(async () => {
  owner = await newPerson("Owner");
});

const BLANK = { kind: "blank", width: 60, height: 30, displayWidth: 60 } as const;

test("a starter is a copy: of the draft as it was, and for each template that begins with it", async () => {
  const { scope } = await newPerson();
  const original = await createTemplate(scope, { name: "Campaign", from: BLANK });
  const save = (alt: string, baseRevision: number, id = original.id) => {
    const document = { ...createDocument(BLANK), alt };
    return saveDraft(scope, id, { document, baseRevision, mutationId: `mutation-${alt}` });
  };
  await save("first", 1);
  const starter = await createStarter(scope, { templateId: original.id });
  await save("second", 2);
  const from = { kind: "workspace-starter", id: starter.id } as const;
  const one = await createTemplate(scope, { from });
  const two = await createTemplate(scope, { from });
  await save("third", 1, one.id);
  expect([one.name, two.name, one.status]).toEqual(["Campaign 2", "Campaign 3", "draft"]);
  expect((await loadDraft(scope, two.id)).document.alt).toBe("first");
  await deleteTemplate(scope, original.id);
  expect((await loadDraft(scope, (await createTemplate(scope, { from })).id)).document.alt).toBe("first");
});

test("the gallery says who saved it and how large it is", async () => {
  const editor = await newMember(owner, "editor", "Maeve O'Neil");
  const { id: templateId } = await createTemplate(owner.scope, { name: "Banner", from: BLANK });
  const first = await createStarter(editor.scope, { templateId });
  const second = await createStarter(owner.scope, { templateId, name: "Other" });
  const list = await listStarters(owner.scope);
  expect(list.map(({ id, by, size }) => [id, by, size])).toEqual([
    [second.id, "Owner", { width: 60, height: 30 }],
    [first.id, "Maeve O'Neil", { width: 60, height: 30 }],
  ]);
  await renameStarter(editor.scope, first.id, "Renamed");
  await deleteStarter(owner.scope, second.id);
  expect((await listStarters(owner.scope)).map(({ name }) => name)).toEqual(["Renamed"]);
  await expect(renameStarter(owner.scope, second.id, "x")).rejects.toMatchObject({ code: "not_found" });
  await restoreStarter(owner.scope, second.id);
  expect((await listStarters(owner.scope)).map(({ name }) => name)).toEqual(["Other", "Renamed"]);
});

test("one that was deleted comes back only where there is room", async () => {
  const { scope } = await newPerson();
  const { workspaceId, userId } = scope;
  const { id: templateId } = await createTemplate(scope, { from: BLANK });
  const { id } = await createStarter(scope, { templateId });
  await deleteStarter(scope, id);
  const row = { workspaceId, name: "One of many", document: {}, createdById: userId };
  await db().workspaceStarter.createMany({
    data: Array.from({ length: STARTER_COUNT - 1 }, () => ({ id: newId("str"), ...row })),
  });
  expect((await restoreStarter(scope, id)).id).toBe(id);
  // What is there already is there however full it is.
  expect((await restoreStarter(scope, id)).id).toBe(id);
  await deleteStarter(scope, id);
  await createStarter(scope, { templateId });
  await expect(restoreStarter(scope, id)).rejects.toThrow(`at most ${STARTER_COUNT}`);
  expect(await listStarters(scope)).toHaveLength(STARTER_COUNT);
});

test("a name of emoji is taken or free like any other", async () => {
  const { scope } = await newPerson();
  const name = `${"a".repeat(59)}🎉${"b".repeat(9)}`;
  expect(await freeName(scope, name)).toBe(name);
  await createTemplate(scope, { name, from: BLANK });
  expect(await freeName(scope, name)).toBe(`${name} 2`);
});

test("a copy in another project keeps its name, is unpublished and leaves the original where it was", async () => {
  const { scope } = await newPerson();
  const { id, projectId } = await createTemplate(scope, { name: "Invitation", from: BLANK });
  await publishTemplate(scope, id, 1);
  const client = await createProject(scope, "Client");
  const away = await duplicateTemplate(scope, id, { projectId: client.id });
  const beside = await duplicateTemplate(scope, id);
  expect([away.name, away.projectId, away.status, away.linkKey]).toEqual([
    "Invitation",
    client.id,
    "draft",
    null,
  ]);
  expect([beside.name, beside.projectId]).toEqual(["Invitation copy", projectId]);
  const original = await db().template.findUniqueOrThrow({ where: { id } });
  expect([original.projectId, original.publishedVersionId !== null]).toEqual([projectId, true]);
});

test("deleted templates are listed, the last first, page by page, until they are restored", async () => {
  const { scope } = await newPerson();
  const names = ["One", "Two", "Three"];
  const ids: string[] = [];
  for (const name of names) ids.push((await createTemplate(scope, { name, from: BLANK })).id);
  await publishTemplate(scope, ids[1] ?? "", 1);
  for (const [index, id] of ids.entries()) await deleteTemplate(scope, id, new Date(2026, 1, 1 + index));
  const first = await listDeletedTemplates(scope, { limit: 2 });
  expect(first.templates.map(({ name, published, project }) => [name, published, project])).toEqual([
    ["Three", false, "First project"],
    ["Two", true, "First project"],
  ]);
  const { at, id } = { at: new Date(2026, 1, 2), id: ids[1] ?? "" };
  const second = await listDeletedTemplates(scope, { limit: 2, cursor: { at, id } });
  expect([second.templates.map(({ name }) => name), second.nextCursor]).toEqual([["One"], null]);
  await restoreTemplate(scope, ids[2] ?? "");
  expect((await listDeletedTemplates(scope, { limit: 9 })).templates.map(({ name }) => name)).toEqual([
    "Two",
    "One",
  ]);
});
