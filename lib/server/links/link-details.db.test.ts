import { beforeEach, expect, test } from "vitest";
import { newId } from "@/lib/accounts/ids";
import { createDocument } from "@/lib/template/create-document";
import { DEFAULT_FORMAT, type FieldType } from "@/lib/template/field";
import type { Document } from "@/lib/template/schema";
import { image, text } from "@/lib/template/starters/build";
import { changeImageHosts } from "../image-hosts";
import { createTemplate } from "../templates/create-template";
import { saveDraft } from "../templates/draft";
import { publishTemplate } from "../templates/publish-template";
import { withTestDatabase } from "../testing/database";
import { newPerson, type Person } from "../testing/people";
import { addLink } from "./create-link";
import { loadLinkDetails } from "./link-details";

withTestDatabase();

const SIZE = { width: 60, height: 30, displayWidth: 60 };
const BOX = { name: "One", x: 0, y: 0, width: 20, height: 20 };
const field = (key: string, type: FieldType) => ({
  key,
  label: key,
  type,
  fallback: "",
  format: DEFAULT_FORMAT,
});

/** Greets by name, and shows a picture by address; nothing uses the third field. */
const DOCUMENT: Document = {
  ...createDocument(SIZE),
  fields: [field("photo", "image"), field("unused", "text"), field("first_name", "text")],
  layers: [
    text({ ...BOX, id: "words" }, "Hello {{first_name}}"),
    image({ ...BOX, id: "picture" }, { source: { kind: "field", key: "photo" } }),
  ],
};

let owner: Person;
let templateId: string;
beforeEach(async () => {
  owner = await newPerson();
  templateId = (await createTemplate(owner.scope, { name: "Mail", from: { kind: "blank", ...SIZE } })).id;
});

async function publish(document: Document): Promise<void> {
  await saveDraft(owner.scope, templateId, { document, baseRevision: 1, mutationId: newId("err") });
  await publishTemplate(owner.scope, templateId, 2);
}

test("before anything is published there are no values to give", async () => {
  const { id } = await addLink(owner.scope, { templateId });
  expect(await loadLinkDetails(owner.scope, id)).toMatchObject({ fields: [], showsPictures: false });
});

test("the fields that the published picture shows, and that one of them is the address of a picture", async () => {
  await publish(DOCUMENT);
  const { id } = await addLink(owner.scope, { templateId });
  const details = await loadLinkDetails(owner.scope, id);
  expect(details.fields.map(({ key }) => key)).toEqual(["photo", "first_name"]);
  expect([details.showsPictures, details.workspaceListsHosts]).toEqual([true, false]);
  await changeImageHosts(owner.scope, ["*.example.com"]);
  expect((await loadLinkDetails(owner.scope, id)).workspaceListsHosts).toBe(true);
});

test("a picture that only greets fetches none", async () => {
  await publish({ ...DOCUMENT, layers: DOCUMENT.layers.slice(0, 1) });
  const { id } = await addLink(owner.scope, { templateId });
  expect(await loadLinkDetails(owner.scope, id)).toMatchObject({ showsPictures: false });
});
