import pg from "pg";
import { beforeAll, expect, test, vi } from "vitest";
import { allowed } from "@/lib/accounts/permissions";
import { createDocument } from "@/lib/template/create-document";
import { withTestDatabase } from "../../testing/database";
import { newMember, newPerson, type Person } from "../../testing/people";
import { createTemplate } from "../create-template";
import { deleteTemplate } from "../delete-template";
import { loadDraft, saveDraft } from "../draft";
import { loadSummary } from "../find-template";
import { publishTemplate } from "../publish-template";
import { duplicateVersion } from "./duplicate-version";
import { loadVersion } from "./find-version";
import { listVersions, versionsQuery } from "./list-versions";
import { noteVersion, noteVersionInput } from "./note-version";

withTestDatabase();

let person: Person;
beforeAll(async () => {
  person = await newPerson("Maeve O'Neil");
});

const BLANK = createDocument({ width: 120, height: 60, displayWidth: 60 });

/** A template with this many published versions; the draft is the last of them. */
async function published(count: number, by: readonly Person[] = [person]): Promise<string> {
  const { id } = await createTemplate(person.scope, {
    name: "Mail",
    from: { kind: "blank", width: 120, height: 60, displayWidth: 60 },
  });
  for (let number = 1; number <= count; number += 1) {
    await edit(id, number, `alt ${number}`);
    const publisher = by[number % by.length] ?? person;
    await publishTemplate(publisher.scope, id, number + 1, `note ${number}`);
  }
  return id;
}

function edit(id: string, baseRevision: number, alt: string) {
  const document = { ...BLANK, alt };
  return saveDraft(person.scope, id, { document, baseRevision, mutationId: `mutation-${baseRevision}` });
}

const list = (id: string, query: object = {}) => listVersions(person.scope, id, versionsQuery.parse(query));

test("the newest first, a page at a time, with who, what was said, and the live one marked", async () => {
  const other = await newMember(person, "editor", "Nguyễn Thị Hoa");
  const id = await published(3, [person, other]);
  const first = await list(id, { limit: 2 });
  expect(first.more).toBe(true);
  expect(first.versions).toMatchObject([
    { number: 3, revision: 4, note: "note 3", by: "Nguyễn Thị Hoa", live: true },
    { number: 2, revision: 3, note: "note 2", by: "Maeve O'Neil", live: false },
  ]);
  const second = await list(id, { limit: 2, before: 2 });
  expect(second.versions.map(({ number }) => number)).toEqual([1]);
  expect(second.more).toBe(false);
});

test("a list costs the same queries however many versions there are", async () => {
  const [few, many] = [await published(1), await published(6)];
  const asked = vi.spyOn(pg.Client.prototype, "query");
  await list(few);
  const once = asked.mock.calls.length;
  await list(many);
  expect(asked.mock.calls.length - once).toBe(once);
  asked.mockRestore();
});

test("a note is cleaned, changes nothing else, and is refused when it is too long", async () => {
  const id = await published(2);
  const { note } = noteVersionInput.parse({ note: "  For the\tspring mail\r\nsecond line\u0007 " });
  await noteVersion(person.scope, id, 1, note);
  const { versions } = await list(id);
  expect(versions.map((version) => version.note)).toEqual(["note 2", "For the spring mail\nsecond line"]);
  expect((await loadVersion(person.scope, id, 1)).document.alt).toBe("alt 1");
  expect(noteVersionInput.safeParse({ note: "x".repeat(501) }).success).toBe(false);
  expect(allowed("viewer", "version.edit")).toBe(false);
});

test("publishing the same revision again keeps the note, or takes a new one", async () => {
  const id = await published(1);
  await publishTemplate(person.scope, id, 2);
  expect((await list(id)).versions).toMatchObject([{ number: 1, note: "note 1" }]);
  await publishTemplate(person.scope, id, 2, "said later");
  expect((await list(id)).versions).toMatchObject([{ number: 1, note: "said later" }]);
});

test("an older version saved as the draft is a new revision; what moved on meanwhile is a conflict", async () => {
  const id = await published(2);
  const { document } = await loadVersion(person.scope, id, 1);
  const restored = await saveDraft(person.scope, id, {
    document,
    baseRevision: 3,
    mutationId: "mutation-restore",
  });
  expect(restored).toEqual({ kind: "saved", revision: 4 });
  expect((await loadDraft(person.scope, id)).document.alt).toBe("alt 1");
  expect((await loadSummary(person.scope, id)).status).toBe("changed");
  const late = await saveDraft(person.scope, id, { document, baseRevision: 3, mutationId: "mutation-late" });
  expect(late.kind).toBe("conflict");
});

test("a version becomes a template of its own, unpublished", async () => {
  const id = await published(2);
  const copy = await duplicateVersion(person.scope, id, 1);
  expect(copy).toMatchObject({ name: "Mail, version 1", status: "draft", linkKey: null });
  expect((await loadDraft(person.scope, copy.id)).document.alt).toBe("alt 1");
});

test("numbers that are not there, other workspaces and deleted templates have no versions", async () => {
  const id = await published(1);
  const stranger = await newPerson("Stranger");
  await expect(loadVersion(person.scope, id, 9)).rejects.toThrow("This template has no version 9.");
  await expect(noteVersion(stranger.scope, id, 1, "mine")).rejects.toThrow("no such template");
  await expect(duplicateVersion(stranger.scope, id, 1)).rejects.toThrow("no such template");
  await expect(listVersions(stranger.scope, id, { limit: 9 })).rejects.toThrow("no such template");
  await deleteTemplate(person.scope, id);
  await expect(loadVersion(person.scope, id, 1)).rejects.toThrow("no such template");
});
