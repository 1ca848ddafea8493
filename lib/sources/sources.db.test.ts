import { beforeEach, describe, expect, test } from "vitest";
import { newId } from "@/lib/accounts/ids";
import { db } from "@/lib/server/db";
import { addLink } from "@/lib/server/links/create-link";
import { readLink, readLinkPointer } from "@/lib/server/picture-reads";
import { createTemplate } from "@/lib/server/templates/create-template";
import { saveDraft } from "@/lib/server/templates/draft";
import { publishTemplate } from "@/lib/server/templates/publish-template";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newMember, newPerson, type Person } from "@/lib/server/testing/people";
import { createDocument } from "@/lib/template/create-document";
import { DEFAULT_FORMAT } from "@/lib/template/field";
import { loadLinkSources, setLinkSources } from "./link-sources";
import { deleteSource, listSources, loadSource, renameSource, restoreSource } from "./manage-sources";
import { listSourceLinks } from "./source-links";
import { newTable } from "./testing/new-table";

withTestDatabase();

const SIZE = { width: 60, height: 30, displayWidth: 60 };
const field = (key: string) => ({
  key,
  label: key,
  type: "text" as const,
  fallback: "",
  format: DEFAULT_FORMAT,
});

let owner: Person;
let sourceId: string;
let linkId: string;
let key: string;
beforeEach(async () => {
  owner = await newPerson();
  sourceId = await newTable(owner);
  const { id: templateId } = await createTemplate(owner.scope, {
    name: "Mail",
    from: { kind: "blank", ...SIZE },
  });
  const document = { ...createDocument(SIZE), fields: [field("email"), field("name"), field("id")] };
  await saveDraft(owner.scope, templateId, { document, baseRevision: 1, mutationId: newId("err") });
  await publishTemplate(owner.scope, templateId, 2);
  ({ id: linkId, key } = await addLink(owner.scope, { templateId }));
});

const attach = (mapping: Record<string, string>) =>
  setLinkSources(owner.scope, linkId, { sources: [{ sourceId, mapping }] });

describe("a link's data", () => {
  test("what it could look up is guessed; what it looks up reaches the picture path, at the next confirmation", async () => {
    const { attached, choices, fields } = await loadLinkSources(owner.scope, linkId);
    expect([attached, fields.map((each) => each.key)]).toEqual([[], ["email", "name", "id"]]);
    expect(choices).toMatchObject([{ id: sourceId, asked: ["id"], guess: { email: "Email", name: "Name" } }]);
    const before = await readLinkPointer(key);
    const mapping = { name: "Name", id: "Email" };
    expect((await attach(mapping)).attached).toEqual([{ sourceId, mapping }]);
    expect(await readLink(key)).toMatchObject({ sources: [{ sourceId, kind: "table", mapping }] });
    expect(await readLinkPointer(key)).not.toBe(before);
    expect((await listSourceLinks(owner.scope, sourceId)).map(({ id }) => id)).toEqual([linkId]);
    expect(await loadSource(owner.scope, sourceId)).toMatchObject({ links: 1 });
    await setLinkSources(owner.scope, linkId, { sources: [] });
    expect(await readLink(key)).not.toHaveProperty("sources");
  });

  test("a change is in the log once, and none when nothing is other than before", async () => {
    const events = () => db().auditEvent.count({ where: { action: "link.edit", objectId: linkId } });
    await attach({ id: "Email" });
    await attach({ id: "Email" });
    expect(await events()).toBe(1);
  });

  test("refuses what a source does not give, twice the same, and a field that would show what the row is found by", async () => {
    await expect(attach({ id: "Email", name: "City" })).rejects.toMatchObject({
      path: "/sources/0/mapping/name",
      message: "“Canary” gives no “City”. It gives: Email, Name.",
    });
    await expect(attach({ name: "Name" })).rejects.toMatchObject({ path: "/sources/0/mapping" });
    const twice = { sourceId, mapping: { id: "Email" } };
    await expect(setLinkSources(owner.scope, linkId, { sources: [twice, twice] })).rejects.toMatchObject({
      path: "/sources/1/sourceId",
    });
  });

  test("neither another workspace's data, nor its link, nor by whoever sees some projects only", async () => {
    const stranger = await newPerson();
    const theirs = await newTable(stranger);
    const foreign = { sources: [{ sourceId: theirs, mapping: {} }] };
    await expect(setLinkSources(owner.scope, linkId, foreign)).rejects.toMatchObject({ code: "invalid" });
    await expect(setLinkSources(stranger.scope, linkId, foreign)).rejects.toMatchObject({
      code: "not_found",
    });
    const limited = { ...owner.scope, projectIds: [] };
    await expect(setLinkSources(limited, linkId, { sources: [] })).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await db().linkSource.count({ where: { linkId } })).toBe(0);
  });
});

test("renamed, deleted and brought back, with the links it had; another workspace's is not there", async () => {
  await attach({ id: "Email" });
  expect((await renameSource(owner.scope, sourceId, { name: "Guests" })).name).toBe("Guests");
  const shown = await readLinkPointer(key);
  await deleteSource(owner.scope, sourceId);
  expect(await listSources(owner.scope)).toEqual([]);
  expect(await readLink(key)).not.toHaveProperty("sources");
  expect(await readLinkPointer(key)).not.toBe(shown);
  await expect(deleteSource(owner.scope, sourceId)).rejects.toMatchObject({ code: "not_found" });
  expect(await restoreSource(owner.scope, sourceId)).toMatchObject({ name: "Guests", links: 1 });
  const stranger = await newPerson();
  await expect(restoreSource(stranger.scope, sourceId)).rejects.toMatchObject({ code: "not_found" });
  await expect(loadSource(stranger.scope, sourceId)).rejects.toMatchObject({ code: "not_found" });
  const viewer = await newMember(owner, "viewer");
  expect(await listSources(viewer.scope)).toHaveLength(1);
});
