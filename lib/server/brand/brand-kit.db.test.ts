import { beforeAll, describe, expect, test, vi } from "vitest";
import { newId } from "@/lib/accounts/ids";
import { BRAND_LIMITS, type BrandKit, EMPTY_KIT } from "@/lib/template/brand";
import { createDocument } from "@/lib/template/create-document";
import { ENTRIES } from "@/lib/template/registry";
import type { Document } from "@/lib/template/schema";
import { db } from "../db";
import { createTemplate } from "../templates/create-template";
import { loadDraft, saveDraft } from "../templates/draft";
import { loadSummary } from "../templates/find-template";
import { loadEditor } from "../templates/load-editor";
import { publishTemplate } from "../templates/publish-template";
import { loadThumbnail } from "../templates/thumbnail";
import { withTestDatabase } from "../testing/database";
import { newMember, newPerson, type Person } from "../testing/people";
import { loadBrandKit, saveBrandKit, saveBrandKitInput } from "./brand-kit";

withTestDatabase();

/** What the painter was given, in its place: how a document is painted is another test's affair. */
const painted = vi.hoisted((): unknown[] => []);
vi.mock("@/lib/render/thumbnail", () => ({
  THUMBNAIL_VERSION: "test",
  renderThumbnail: async (document: unknown) => {
    painted.push(document);
    return { bytes: new Uint8Array() };
  },
}));

let person: Person;
beforeAll(async () => {
  person = await newPerson("Łucja");
});

const INK = "br_inkinkinkink";
const kitOf = (color: string): BrandKit => ({ ...EMPTY_KIT, colors: [{ id: INK, name: "Ink", color }] });

async function setKit(kit: BrandKit): Promise<void> {
  const { revision } = await loadBrandKit(person.scope);
  expect((await saveBrandKit(person.scope, { kit, baseRevision: revision })).kind).toBe("saved");
}

const canvas = { width: 60, height: 30, displayWidth: 60 };
/** A canvas that a shape covers in the kit's ink. */
function followed(color: string): Document {
  const shape = { ...ENTRIES.shape.create("plate", canvas), x: 0, y: 0, width: 60, height: 30 };
  const fill = { kind: "solid" as const, color };
  return { ...createDocument(canvas), layers: [{ ...shape, fill, tokens: { fill: INK } }] };
}

async function templateInInk(color: string): Promise<string> {
  const { id } = await createTemplate(person.scope, { from: { kind: "blank", ...canvas } });
  const save = { document: followed(color), baseRevision: 1, mutationId: newId("err") };
  expect((await saveDraft(person.scope, id, save)).kind).toBe("saved");
  return id;
}

test("of two changes of one revision one is kept, the other is given it", async () => {
  await setKit(kitOf("#102030"));
  const { revision } = await loadBrandKit(person.scope);
  const answers = await Promise.all(
    ["#111111", "#222222"].map((color) =>
      saveBrandKit(person.scope, { kit: kitOf(color), baseRevision: revision }),
    ),
  );
  const kinds = answers.map(({ kind }) => kind).sort();
  expect(kinds).toEqual(["conflict", "saved"]);
  const lost = answers.find((answer) => answer.kind === "conflict");
  expect(lost).toEqual({ kind: "conflict", ...(await loadBrandKit(person.scope)) });
});

test("the first two kits of a workspace are no two kits", async () => {
  const other = await newPerson("Ana");
  const answers = await Promise.all(
    ["#111111", "#222222"].map((color) => saveBrandKit(other.scope, { kit: kitOf(color), baseRevision: 0 })),
  );
  expect(answers.map(({ kind }) => kind).sort()).toEqual(["conflict", "saved"]);
});

test("a list takes as many values as it may have and no more", () => {
  const colors = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      ...{ id: `br_${String(index).padStart(8, "0")}`, name: "Ink", color: "#102030" },
    }));
  const input = (count: number) => ({ kit: { ...EMPTY_KIT, colors: colors(count) }, baseRevision: 0 });
  expect(saveBrandKitInput.safeParse(input(BRAND_LIMITS.colors)).success).toBe(true);
  expect(saveBrandKitInput.safeParse(input(BRAND_LIMITS.colors + 1)).success).toBe(false);
});

describe("a changed kit", () => {
  test("is in the next version, and in none that was published before", async () => {
    await setKit(kitOf("#102030"));
    const id = await templateInInk("#102030");
    const first = await publishTemplate(person.scope, id, 2);
    const frozen = await db().templateVersion.findUniqueOrThrow({ where: { id: first.version.id } });
    await setKit(kitOf("#ff8800"));
    expect(await db().templateVersion.findUniqueOrThrow({ where: { id: first.version.id } })).toEqual(frozen);
    const second = await publishTemplate(person.scope, id, 2);
    expect(second.version.number).toBe(2);
    const version = await db().templateVersion.findUniqueOrThrow({ where: { id: second.version.id } });
    expect(version.document).toEqual(followed("#ff8800"));
    expect(await db().templateVersion.findUniqueOrThrow({ where: { id: first.version.id } })).toEqual(frozen);
    // Published again with the same kit it is the version that is there.
    expect((await publishTemplate(person.scope, id, 2)).version).toEqual(second.version);
  });

  test("is something to publish for templates that follow it, until it is published or changes nothing", async () => {
    await setKit(kitOf("#102030"));
    const id = await templateInInk("#102030");
    const apart = (await createTemplate(person.scope, { from: { kind: "blank", ...canvas } })).id;
    await publishTemplate(person.scope, id, 2);
    await publishTemplate(person.scope, apart, 1);
    const told = () =>
      Promise.all([id, apart].map(async (each) => (await loadSummary(person.scope, each)).status));
    expect(await told()).toEqual(["published", "published"]);
    await setKit(kitOf("#ff8800"));
    expect(await told()).toEqual(["changed", "published"]);
    const second = await publishTemplate(person.scope, id, 2);
    expect(await told()).toEqual(["published", "published"]);
    const more = { id: "br_otherother1", name: "Other", color: "#00ff00" };
    await setKit({ ...kitOf("#ff8800"), colors: [...kitOf("#ff8800").colors, more] });
    expect(await told()).toEqual(["changed", "published"]);
    expect((await publishTemplate(person.scope, id, 2)).version).toEqual(second.version);
    expect(await told()).toEqual(["published", "published"]);
  });

  test("is in the thumbnail, whose tag says so", async () => {
    await setKit(kitOf("#102030"));
    const id = await templateInInk("#102030");
    const before = await loadThumbnail(person.scope, id);
    await setKit(kitOf("#ff8800"));
    const after = await loadThumbnail(person.scope, id);
    expect(after.tag).not.toBe(before.tag);
    await after.paint();
    expect(painted.splice(0)).toEqual([followed("#ff8800")]);
    // The draft itself is as it was saved.
    expect((await loadDraft(person.scope, id)).document).toEqual(followed("#102030"));
  });
});

describe("a deleted value", () => {
  test("leaves what it was last in drafts that nobody saved meanwhile", async () => {
    await setKit(kitOf("#ff0000"));
    const id = await templateInInk("#ff0000");
    await setKit(kitOf("#0000ff"));
    await setKit(EMPTY_KIT);
    const { version } = await publishTemplate(person.scope, id, 2);
    const row = await db().templateVersion.findUniqueOrThrow({ where: { id: version.id } });
    expect(row.document).toMatchObject({ layers: [{ fill: { color: "#0000ff" }, tokens: {} }] });
    // Brought back it is a value like any other.
    await setKit(kitOf("#0000ff"));
    const { kit } = await loadBrandKit(person.scope);
    expect(kit?.colors).toEqual(kitOf("#0000ff").colors);
    expect(kit?.retired.map((value) => value.id)).not.toContain(INK);
  });

  test("brings nothing to light that an editor hid behind it", async () => {
    await setKit(kitOf("#ff0000"));
    const editor = await newMember(person, "editor");
    const [layer] = followed("#ff0000").layers;
    const document = { ...followed("#ff0000"), layers: [{ ...layer, locks: ["style"] }] };
    const { id } = await createTemplate(person.scope, { from: { kind: "blank", ...canvas } });
    await saveDraft(person.scope, id, { document, baseRevision: 1, mutationId: newId("err") });
    const planted = {
      ...document,
      layers: [{ ...document.layers[0], fill: { kind: "solid", color: "#00ff00" } }],
    };
    const save = { document: planted, baseRevision: 2, mutationId: newId("err") };
    expect((await saveDraft(editor.scope, id, save)).kind).toBe("saved");
    expect((await loadDraft(person.scope, id)).document).toEqual(document);
  });

  test("of others is refused: drafts might come to show their picture", async () => {
    const logo = { kind: "logo" as const, id: INK, name: "Mark", assetId: "ast_Abcdefgh12" };
    const { revision } = await loadBrandKit(person.scope);
    const kit = { ...EMPTY_KIT, retired: [logo] };
    await expect(saveBrandKit(person.scope, { kit, baseRevision: revision })).rejects.toMatchObject({
      path: "/kit/retired/0/assetId",
    });
  });
});

test("a kit that this release cannot read is put into nothing, and neither published nor saved over", async () => {
  const other = await newPerson("Ana");
  const { workspaceId } = other.scope;
  const kit = { ...kitOf("#ff8800"), motion: [] };
  await db().brandKit.create({ data: { workspaceId, kit } });
  const { id } = await createTemplate(other.scope, { from: { kind: "blank", ...canvas } });
  const save = { document: followed("#102030"), baseRevision: 1, mutationId: newId("err") };
  expect((await saveDraft(other.scope, id, save)).kind).toBe("saved");
  expect(await loadEditor(other.scope, id)).toMatchObject({
    document: followed("#102030"),
    brand: { kit: null, revision: 1 },
  });
  await (await loadThumbnail(other.scope, id)).paint();
  expect(painted.splice(0)).toEqual([followed("#102030")]);
  const refused = { code: "unavailable", message: expect.stringContaining("another release") };
  await expect(publishTemplate(other.scope, id, 2)).rejects.toMatchObject(refused);
  await expect(saveBrandKit(other.scope, { kit: EMPTY_KIT, baseRevision: 1 })).rejects.toMatchObject(refused);
  // An editor who may not set locks is judged without it, and goes on following it.
  const editor = await newMember(other, "editor");
  const next = {
    document: { ...followed("#102030"), alt: "Plate" },
    baseRevision: 2,
    mutationId: newId("err"),
  };
  expect((await saveDraft(editor.scope, id, next)).kind).toBe("saved");
  expect((await loadDraft(other.scope, id)).document).toEqual(next.document);
  expect(await db().brandKit.findUniqueOrThrow({ where: { workspaceId } })).toMatchObject({
    kit,
    revision: 1,
  });
});

test("what follows another workspace's kit is published as it is and follows nothing", async () => {
  const other = await newPerson("Ana");
  await setKit(kitOf("#102030"));
  const { id } = await createTemplate(other.scope, { from: { kind: "blank", ...canvas } });
  const save = { document: followed("#abcdef"), baseRevision: 1, mutationId: newId("err") };
  expect((await saveDraft(other.scope, id, save)).kind).toBe("saved");
  const { version } = await publishTemplate(other.scope, id, 2);
  const row = await db().templateVersion.findUniqueOrThrow({ where: { id: version.id } });
  expect(row.document).toMatchObject({
    layers: [{ fill: { kind: "solid", color: "#abcdef" }, tokens: {} }],
  });
});
