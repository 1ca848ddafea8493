import { PNG } from "pngjs";
import { expect, test } from "vitest";
import { newId } from "@/lib/accounts/ids";
import { EMPTY_KIT } from "@/lib/template/brand";
import { createDocument } from "@/lib/template/create-document";
import { LIMITS } from "@/lib/template/limits";
import { ENTRIES } from "@/lib/template/registry";
import type { Document, Layer } from "@/lib/template/schema";
import { createAsset } from "../assets";
import { saveBrandKit } from "../brand/brand-kit";
import { db } from "../db";
import { createTemplate } from "../templates/create-template";
import { deleteTemplate } from "../templates/delete-template";
import { loadDraft, saveDraft } from "../templates/draft";
import { withTestDatabase } from "../testing/database";
import { newMember, newPerson, type Person } from "../testing/people";
import { MOST_DRAFTS, replaceAsset, undoReplace, undoReplaceInput } from "./replace-asset";

withTestDatabase();

const CANVAS = { width: 120, height: 60 };
const LOGO = "br_markmarkmark";

let shade = 0;
async function picture({ scope }: Person): Promise<string> {
  const png = new PNG({ width: 2, height: 2 });
  shade += 1;
  for (let at = 0; at < png.data.length; at += 4) png.data.writeUInt32BE(((shade << 8) | 255) >>> 0, at);
  return (await createAsset(scope, { name: "picture.png", bytes: PNG.sync.write(png) })).id;
}

function showing(assetId: string, more: Partial<Layer> = {}): Document {
  const image = ENTRIES.image.create("image", CANVAS);
  const layer = { ...image, source: { kind: "asset" as const, assetId }, ...more };
  return JSON.parse(JSON.stringify({ ...createDocument({ ...CANVAS, displayWidth: 60 }), layers: [layer] }));
}

async function template({ scope }: Person, name: string, document: Document): Promise<string> {
  const from = { kind: "blank" as const, ...CANVAS, displayWidth: 60 };
  const { id } = await createTemplate(scope, { name, from });
  const saved = await saveDraft(scope, id, { document, baseRevision: 1, mutationId: newId("err") });
  expect(saved.kind).toBe("saved");
  return id;
}

test("drafts with parts that this release does not know are left as they are, and named", async () => {
  const person = await newPerson();
  const [id, next] = [await picture(person), await picture(person)];
  const known = await template(person, "Known", showing(id));
  const newer = { ...showing(id), schemaVersion: 99, motion: { kind: "fade" } };
  const damaged = { ...showing(id), layers: [...showing(id).layers, { type: "hologram" }] };
  const stored = new Map<string, object>();
  for (const [name, draft] of Object.entries({ Newer: newer, Damaged: damaged })) {
    const each = await template(person, name, showing(id));
    await db().template.update({ where: { id: each }, data: { draft: JSON.parse(JSON.stringify(draft)) } });
    stored.set(each, draft);
  }
  const made = await replaceAsset(person.scope, id, next);
  expect(made.templates.map(({ name }) => name)).toEqual(["Known"]);
  expect(made.left.sort()).toEqual(["Damaged", "Newer"]);
  expect((await loadDraft(person.scope, known)).document).toEqual(showing(next));
  for (const [each, draft] of stored) {
    expect(await db().template.findUniqueOrThrow({ where: { id: each } })).toMatchObject({
      draft,
      revision: 2,
    });
  }
});

test("what follows a logo of the kit shows the new picture too, unless a lock of its content keeps it", async () => {
  const person = await newPerson();
  const [old, logo, next] = [await picture(person), await picture(person), await picture(person)];
  const kit = { ...EMPTY_KIT, logos: [{ id: LOGO, name: "Mark", assetId: logo }] };
  await saveBrandKit(person.scope, { kit, baseRevision: 0 });
  // Saved before the kit had that logo: only the kit says what it shows.
  const following = await template(person, "Following", showing(old, { tokens: { source: LOGO } }));
  expect((await replaceAsset(person.scope, old, next)).templates).toEqual([]);
  const { templates } = await replaceAsset(person.scope, logo, next);
  expect(templates).toMatchObject([{ id: following, revision: 3 }]);
  expect((await loadDraft(person.scope, following)).document).toEqual(showing(next));

  const locks = ["content" as const];
  const locked = await template(
    person,
    "Kept",
    showing(old, { name: "Mark", locks, tokens: { source: LOGO } }),
  );
  const editor = await newMember(person, "editor");
  await expect(replaceAsset(editor.scope, logo, next)).rejects.toMatchObject({
    code: "forbidden",
    message: expect.stringMatching(/^“Kept”: "Mark" stays as it is/),
  });
  expect((await loadDraft(person.scope, locked)).revision).toBe(2);
});

test("undone, templates that were deleted meanwhile are named among those left", async () => {
  const person = await newPerson();
  const [id, next] = [await picture(person), await picture(person)];
  const kept = await template(person, "Kept", showing(id));
  const gone = await template(person, "Gone", showing(id));
  const { templates } = await replaceAsset(person.scope, id, next);
  await deleteTemplate(person.scope, gone);
  const input = undoReplaceInput.parse({
    with: next,
    templates: templates.map(({ id: each, revision, places }) => ({ id: each, revision, places })),
  });
  expect(await undoReplace(person.scope, id, input)).toEqual({ restored: 1, left: ["Gone"] });
  expect((await loadDraft(person.scope, kept)).document).toEqual(showing(id));
});

test("so many drafts are changed at once, and one more is refused in words", async () => {
  const person = await newPerson();
  const [id, next] = [await picture(person), await picture(person)];
  for (const name of ["One", "Two"]) await template(person, name, showing(id));
  expect((await replaceAsset(person.scope, id, next, 2)).templates).toHaveLength(2);
  await template(person, "Three", showing(next));
  await expect(replaceAsset(person.scope, next, id, 2)).rejects.toMatchObject({
    code: "too_large",
    message: expect.stringContaining("at most 2 are changed at once"),
  });
});

test("whatever a replacement comes to can be taken back", () => {
  const replaced = (count: number, places: number) => ({
    with: "ast_Abcdefgh12",
    templates: Array.from({ length: count }, (_, index) => ({
      ...{ id: `tpl_${index}`, revision: 1 },
      places: Array.from({ length: places }, (_, place) => place),
    })),
  });
  expect(undoReplaceInput.safeParse(replaced(MOST_DRAFTS, 3)).success).toBe(true);
  expect(undoReplaceInput.safeParse(replaced(1, LIMITS.layers * (2 + LIMITS.rules))).success).toBe(true);
  expect(undoReplaceInput.safeParse(replaced(MOST_DRAFTS + 1, 1)).success).toBe(false);
});
