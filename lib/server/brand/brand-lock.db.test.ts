import { beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/lib/accounts/ids";
import { EMPTY_KIT } from "@/lib/template/brand";
import { createDocument } from "@/lib/template/create-document";
import { DEFAULT_FORMAT, type Field } from "@/lib/template/field";
import { ENTRIES } from "@/lib/template/registry";
import type { Document, Layer } from "@/lib/template/schema";
import { exportTemplate } from "../template-file/export-template";
import { importTemplate } from "../template-file/import-template";
import { createTemplate } from "../templates/create-template";
import { loadDraft, saveDraft } from "../templates/draft";
import { duplicateTemplate } from "../templates/duplicate-template";
import { loadSummary } from "../templates/find-template";
import { publishTemplate } from "../templates/publish-template";
import { createStarter } from "../templates/starters";
import { duplicateVersion } from "../templates/versions/duplicate-version";
import { withTestDatabase } from "../testing/database";
import { newMember, newPerson, type Person } from "../testing/people";
import { saveBrandKit } from "./brand-kit";
import { setBrandLock } from "./brand-lock";

withTestDatabase();

let owner: Person;
let admin: Person;
let editor: Person;
beforeAll(async () => {
  owner = await newPerson("Owner");
  admin = await newMember(owner, "admin");
  editor = await newMember(owner, "editor");
  const saved = await saveBrandKit(owner.scope, { kit: kitOf("#111111"), baseRevision: 0 });
  expect(saved.kind).toBe("saved");
});

const INK = "br_inkinkinkink";
const kitOf = (color: string) => ({ ...EMPTY_KIT, colors: [{ id: INK, name: "Ink", color }] });

const canvas = { width: 600, height: 300, displayWidth: 300 };
const text = { ...ENTRIES.text.create("text", canvas), name: "Headline" };
const kept = { ...ENTRIES.text.create("kept", canvas), name: "Legal", locks: ["content" as const] };
const shape = { ...ENTRIES.shape.create("shape", canvas), name: "Plate" };
const image = { ...ENTRIES.image.create("image", canvas), name: "Photo" };
const field: Field = {
  ...{ key: "first_name", label: "First name", type: "text", fallback: "there" },
  format: DEFAULT_FORMAT,
};
const base: Document = {
  ...createDocument(canvas),
  layers: [text, kept, shape, image],
  fields: [field],
  samples: [{ id: "s1", name: "Ann", values: { first_name: "Ann" } }],
};

/** A template with that draft at revision 2, brand-locked. */
async function lockedTemplate(document = base): Promise<string> {
  const { id } = await createTemplate(owner.scope, { from: { kind: "blank", ...canvas } });
  expect((await save(owner, id, document, 1)).kind).toBe("saved");
  expect((await setBrandLock(owner.scope, id, true)).brandLocked).toBe(true);
  return id;
}

function save(person: Person, id: string, document: Document, baseRevision: number) {
  return saveDraft(person.scope, id, { document, baseRevision, mutationId: newId("err") });
}

function withLayer(id: string, change: Partial<Layer>): Document {
  const layers = base.layers.map((layer) => (layer.id === id ? { ...layer, ...change } : layer));
  // What a hand-made request sends is judged by the schema, not by a type.
  return JSON.parse(JSON.stringify({ ...base, layers }));
}

describe("by a request of an editor's own making", () => {
  test.each<[string, Document]>([
    ["words", withLayer("text", { runs: [{ text: "Zażółć", style: {} }] })],
    ["a crop", withLayer("image", { focalX: 0.1 })],
    ["a fallback", { ...base, fields: [{ ...field, fallback: "friend" }] }],
    ["a sample value", { ...base, samples: [{ id: "s1", name: "Bo", values: { first_name: "Bo" } }] }],
    ["alternative text", { ...base, alt: "A card" }],
  ])("%s: saved", async (_what, document) => {
    const id = await lockedTemplate();
    expect((await save(editor, id, document, 2)).kind).toBe("saved");
    expect((await loadDraft(owner.scope, id)).document).toEqual(document);
  });

  const without = { ...base, layers: [text, kept, image] };
  const more = { ...base, layers: [...base.layers, { ...shape, id: "more" }] };
  test.each<[string, Document, string]>([
    ["a place", withLayer("text", { x: 1 }), "/document/layers/0/x"],
    ["a size", withLayer("shape", { width: 9 }), "/document/layers/2/width"],
    [
      "a colour",
      withLayer("text", { style: { ...text.style, color: "#00ff00" } }),
      "/document/layers/0/style",
    ],
    ["a fill", withLayer("shape", { fill: null }), "/document/layers/2/fill"],
    [
      "a bold stretch",
      withLayer("text", { runs: [{ text: "Hi", style: { fontWeight: 900 } }] }),
      "/document/layers/0/runs",
    ],
    ["hiding", withLayer("shape", { visible: false }), "/document/layers/2/visible"],
    [
      "content that is locked",
      withLayer("kept", { runs: [{ text: "No", style: {} }] }),
      "/document/layers/1/runs",
    ],
    ["a lock taken off", withLayer("kept", { locks: [] }), "/document/layers/1/locks"],
    ["a token", withLayer("shape", { tokens: { fill: INK } }), "/document/layers/2/tokens/fill"],
    [
      "a condition",
      withLayer("text", { hideWhenMissing: ["first_name"] }),
      "/document/layers/0/hideWhenMissing",
    ],
    ["a layer taken away", without, "/document/layers"],
    ["a layer added", more, "/document/layers"],
    ["another order", { ...base, layers: base.layers.toReversed() }, "/document/layers"],
    ["the canvas", { ...base, width: 700 }, "/document/width"],
    ["the background", { ...base, background: null }, "/document/background"],
    ["a field taken away", { ...base, fields: [] }, "/document/fields"],
  ])("%s: refused, and the draft is as it was", async (_what, document, path) => {
    const id = await lockedTemplate();
    await expect(save(editor, id, document, 2)).rejects.toMatchObject({ code: "forbidden", path });
    expect(await loadDraft(owner.scope, id)).toMatchObject({ document: base, revision: 2 });
  });
});

test("owners and admins change everything, and take the lock off", async () => {
  const id = await lockedTemplate();
  expect((await save(owner, id, withLayer("text", { x: 1 }), 2)).kind).toBe("saved");
  expect((await save(admin, id, withLayer("text", { x: 2 }), 3)).kind).toBe("saved");
  await setBrandLock(admin.scope, id, false);
  expect((await save(editor, id, withLayer("text", { x: 3 }), 4)).kind).toBe("saved");
});

test("locks of layers hold for editors without a brand lock too", async () => {
  const { id } = await createTemplate(owner.scope, { from: { kind: "blank", ...canvas } });
  await save(owner, id, base, 1);
  const said = withLayer("kept", { runs: [{ text: "No", style: {} }] });
  await expect(save(editor, id, said, 2)).rejects.toMatchObject({ code: "forbidden" });
  await expect(save(editor, id, withLayer("kept", { locks: [] }), 2)).rejects.toMatchObject({
    path: "/document/layers/1/locks",
  });
  expect((await save(editor, id, withLayer("kept", { x: 9 }), 2)).kind).toBe("saved");
});

test("nobody is refused for what the brand kit changed meanwhile", async () => {
  const inked = (color: string) => {
    const fill = { kind: "solid" as const, color };
    return { ...base, layers: [text, kept, { ...shape, fill, tokens: { fill: INK } }, image] };
  };
  const template = await lockedTemplate(inked("#111111"));
  await saveBrandKit(owner.scope, { kit: kitOf("#222222"), baseRevision: 1 });
  expect((await save(editor, template, { ...inked("#222222"), alt: "Card" }, 2)).kind).toBe("saved");
  expect((await save(editor, template, { ...inked("#111111"), alt: "A card" }, 3)).kind).toBe("saved");
});

test("a copy is locked as its original is", async () => {
  const id = await lockedTemplate();
  const copy = await duplicateTemplate(editor.scope, id);
  expect(copy.brandLocked).toBe(true);
  await expect(save(editor, copy.id, withLayer("text", { x: 1 }), 1)).rejects.toMatchObject({
    code: "forbidden",
  });
  expect((await loadSummary(owner.scope, id)).brandLocked).toBe(true);
});

test("a copy of one of its versions as well", async () => {
  const id = await lockedTemplate();
  const { version } = await publishTemplate(owner.scope, id, 2);
  expect((await duplicateVersion(editor.scope, id, version.number)).brandLocked).toBe(true);
});

test("what begins with a workspace template, or comes back as a file, is locked as its original was", async () => {
  const id = await lockedTemplate();
  const starter = await createStarter(editor.scope, { templateId: id });
  const begun = await createTemplate(editor.scope, { from: { kind: "workspace-starter", id: starter.id } });
  expect(begun.brandLocked).toBe(true);
  const parts: Uint8Array[] = [];
  for await (const part of (await exportTemplate(editor.scope, id)).parts) parts.push(part);
  const file = { name: "copy.nameplate", bytes: Buffer.concat(parts) };
  expect((await importTemplate(editor.scope, file)).template.brandLocked).toBe(true);
});
