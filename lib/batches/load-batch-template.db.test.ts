import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/server/db";
import { deleteTemplate } from "@/lib/server/templates/delete-template";
import { loadDraft, saveDraft } from "@/lib/server/templates/draft";
import { publishTemplate } from "@/lib/server/templates/publish-template";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newPerson, type Person } from "@/lib/server/testing/people";
import { loadBatchTemplate } from "./load-batch-template";
import { GREETING, newGreeting } from "./testing/new-batch";

withTestDatabase();

let owner: Person;
let stranger: Person;
beforeAll(async () => {
  owner = await newPerson("Owner");
  stranger = await newPerson("Stranger");
});

test("a batch shows its template by the version it is pinned to, a draft by what is published", async () => {
  const id = await newGreeting(owner);
  const first = await db().templateVersion.findFirstOrThrow({ where: { templateId: id } });
  const { revision } = await loadDraft(owner.scope, id);
  const fewer = {
    ...GREETING,
    width: 200,
    fields: GREETING.fields.slice(0, 1),
    layers: GREETING.layers.slice(0, 1),
  };
  const saved = await saveDraft(owner.scope, id, {
    document: fewer,
    baseRevision: revision,
    mutationId: "wider-and-fewer-1",
  });
  const keys = async (version: string | null) => {
    const { width, fields } = await loadBatchTemplate(owner.scope, id, version);
    return [width, ...fields.map(({ key }) => key)];
  };
  expect(await keys(null)).toEqual([120, "first_name", "company", "photo"]);
  await publishTemplate(owner.scope, id, saved.revision);
  expect(await keys(null)).toEqual([200, "first_name"]);
  expect(await keys(first.id)).toEqual([120, "first_name", "company", "photo"]);
});

test("a deleted one is still shown, a stranger's is not, and a version of another template is none", async () => {
  const id = await newGreeting(owner);
  const other = await newGreeting(owner, { ...GREETING, width: 200 });
  const foreign = await db().templateVersion.findFirstOrThrow({ where: { templateId: other } });
  expect(await loadBatchTemplate(owner.scope, id)).toMatchObject({ isPublished: true, isDeleted: false });
  expect(await loadBatchTemplate(owner.scope, id, foreign.id)).toMatchObject({ id, width: 120 });
  await deleteTemplate(owner.scope, id);
  expect(await loadBatchTemplate(owner.scope, id)).toMatchObject({ name: "Greeting", isDeleted: true });
  await expect(loadBatchTemplate(stranger.scope, id)).rejects.toMatchObject({ code: "not_found" });
});
