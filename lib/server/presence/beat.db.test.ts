import { beforeEach, expect, test } from "vitest";
import { newId } from "@/lib/accounts/ids";
import { createDocument } from "@/lib/template/create-document";
import { setBrandLock } from "../brand/brand-lock";
import { db } from "../db";
import { createTemplate } from "../templates/create-template";
import { saveDraft } from "../templates/draft";
import { withTestDatabase } from "../testing/database";
import { newMember, newPerson, type Person } from "../testing/people";
import { beat, GONE_AFTER_MS } from "./beat";

withTestDatabase();

const BLANK = { kind: "blank", width: 60, height: 30, displayWidth: 60 } as const;
let anna: Person;
let id: string;
beforeEach(async () => {
  anna = await newPerson("Anna");
  id = (await createTemplate(anna.scope, { from: BLANK })).id;
});

const open = (person: Person, tabId: string, now?: number) =>
  beat(person.scope, id, { tabId, leaving: false }, now);

test("each hears of the others, of one's own other tab, and of what they may do, each person once", async () => {
  const viewer = await newMember(anna, "viewer", "Łukasz");
  expect(await open(anna, "tab-anna-1")).toEqual({
    revision: 1,
    brandLocked: false,
    others: [],
  });
  await open(viewer, "tab-lukasz-1");
  await open(viewer, "tab-lukasz-2");
  expect((await open(anna, "tab-anna-1")).others).toEqual([{ name: "Łukasz", isYou: false, canEdit: false }]);
  expect((await open(anna, "tab-anna-2")).others).toEqual([
    { name: "Anna", isYou: true, canEdit: true },
    { name: "Łukasz", isYou: false, canEdit: false },
  ]);
  await beat(anna.scope, id, { tabId: "tab-anna-1", leaving: true });
  expect((await open(anna, "tab-anna-2")).others.map(({ name }) => name)).toEqual(["Łukasz"]);
});

test("a tab that is not heard of is gone, and so is its row; a beat keeps it", async () => {
  const start = Date.now();
  await open(anna, "tab-anna-1", start);
  await open(anna, "tab-anna-2", start);
  await open(anna, "tab-anna-2", start + GONE_AFTER_MS);
  expect((await open(anna, "tab-anna-3", start + GONE_AFTER_MS + 1)).others).toHaveLength(1);
  const rows = await db().presence.findMany({ where: { templateId: id }, orderBy: { tabId: "asc" } });
  expect(rows.map(({ tabId }) => tabId)).toEqual(["tab-anna-2", "tab-anna-3"]);
});

test("the answer tells how far the draft is, and of a lock set since it was opened", async () => {
  const document = createDocument(BLANK);
  await saveDraft(anna.scope, id, { document, baseRevision: 1, mutationId: newId("err") });
  await setBrandLock(anna.scope, id, true);
  expect(await open(anna, "tab-anna-1")).toMatchObject({ revision: 2, brandLocked: true });
});

test("who was removed from the workspace is not told of, and nobody takes over another's tab", async () => {
  const editor = await newMember(anna, "editor", "Zoë");
  await open(editor, "the-same-tab");
  expect((await open(anna, "the-same-tab")).others.map(({ name }) => name)).toEqual(["Zoë"]);
  const { workspaceId, userId } = editor.scope;
  await db().member.delete({ where: { workspaceId_userId: { workspaceId, userId } } });
  expect((await open(anna, "the-same-tab")).others).toEqual([]);
});

test("a template of another workspace is not there, and leaves no row", async () => {
  const stranger = await newPerson("Stranger");
  await expect(open(stranger, "tab-stranger")).rejects.toMatchObject({ code: "not_found" });
  expect(await db().presence.count({ where: { templateId: id } })).toBe(0);
});
