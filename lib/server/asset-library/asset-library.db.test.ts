import pg from "pg";
import { PNG } from "pngjs";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { newId } from "@/lib/accounts/ids";
import { EMPTY_KIT } from "@/lib/template/brand";
import { createDocument } from "@/lib/template/create-document";
import { ENTRIES } from "@/lib/template/registry";
import type { Document } from "@/lib/template/schema";
import { assetsQuery, createAsset, listAssets, loadAssetFile } from "../assets";
import { saveBrandKit } from "../brand/brand-kit";
import { db } from "../db";
import { storage } from "../storage";
import { createTemplate } from "../templates/create-template";
import { deleteTemplate } from "../templates/delete-template";
import { loadDraft, saveDraft } from "../templates/draft";
import { publishTemplate } from "../templates/publish-template";
import { createStarter } from "../templates/starters";
import { withTestDatabase } from "../testing/database";
import { newPerson, type Person } from "../testing/people";
import { listTags, renameTag } from "./asset-tags";
import { listUses } from "./asset-uses";
import { changeAsset, changeAssetInput } from "./change-asset";
import { deleteAssets, restoreAssets, tagAssets } from "./change-many";
import { DRAFT_PICTURES, VERSION_PICTURES } from "./document-pictures";
import { replaceAsset, undoReplace } from "./replace-asset";

const database = withTestDatabase();

let person: Person;
let stranger: Person;
beforeAll(async () => {
  [person, stranger] = [await newPerson("Maeve O'Neil"), await newPerson("Stranger")];
});

let shade = 0;
async function picture(name: string, by: Person = person, side = 4): Promise<string> {
  const png = new PNG({ width: side, height: side });
  shade += 1;
  for (let at = 0; at < png.data.length; at += 4) png.data.writeUInt32BE(((shade << 8) | 255) >>> 0, at);
  return (await createAsset(by.scope, { name, bytes: PNG.sync.write(png) })).id;
}

const CANVAS = { width: 120, height: 60 };

/** A document with an image layer for each picture. */
function showing(...assetIds: string[]): Document {
  const layers = assetIds.map((assetId, index) => ({
    ...ENTRIES.image.create(`layer-${index}`, CANVAS),
    source: { kind: "asset" as const, assetId },
  }));
  return { ...createDocument({ ...CANVAS, displayWidth: 60 }), layers };
}

async function template(name: string, document: Document, by: Person = person): Promise<string> {
  const { id } = await createTemplate(by.scope, {
    name,
    from: { kind: "blank", ...CANVAS, displayWidth: 60 },
  });
  await save(id, document, 1, by);
  return id;
}

async function save(id: string, document: Document, baseRevision: number, by: Person = person) {
  const saved = await saveDraft(by.scope, id, {
    document,
    baseRevision,
    mutationId: `mutation-${baseRevision}`,
  });
  return saved.kind;
}

async function queriesOf(run: () => Promise<unknown>): Promise<number> {
  const asked = vi.spyOn(pg.Client.prototype, "query");
  await run();
  const count = asked.mock.calls.length;
  asked.mockRestore();
  return count;
}

const names = async (query: object) =>
  (await listAssets(person.scope, assetsQuery.parse(query))).assets.map(({ name }) => name);

describe("the library", () => {
  test("found by name and tag without accents or case, filtered by several tags, sorted, page by page", async () => {
    const own = await newPerson("Own");
    const list = (query: object) => listAssets(own.scope, assetsQuery.parse(query));
    const ids = [
      await picture("Łódź.png", own, 3),
      await picture("beach.png", own, 90),
      await picture("Cat.png", own),
    ];
    await tagAssets(own.scope, { ids, tag: "Summer", on: true });
    await tagAssets(own.scope, { ids: ids.slice(1), tag: "Été", on: true });
    const found = async (query: object) => (await list(query)).assets.map(({ name }) => name);
    expect(await found({ search: "lodz" })).toEqual(["Łódź.png"]);
    expect(await found({ search: "ete", sort: "oldest" })).toEqual(["beach.png", "Cat.png"]);
    expect(await found({ tags: "Summer,Été", sort: "name" })).toHaveLength(2);
    expect(await found({ tags: "Summer,Winter" })).toEqual([]);
    expect(await found({ tags: "SUMMER,ete", sort: "name" })).toHaveLength(2);
    expect((await found({ sort: "largest" }))[0]).toBe("beach.png");
    for (const sort of ["newest", "oldest", "name", "largest"]) {
      const whole = await found({ sort });
      const first = await list({ sort, limit: 2 });
      const cursor = first.nextCursor ?? "";
      expect([...first.assets.map(({ name }) => name), ...(await found({ sort, limit: 2, cursor }))]).toEqual(
        whole,
      );
    }
  });

  test("tags are counted, renamed everywhere, made one and taken away", async () => {
    const own = await newPerson("Own");
    const ids = [await picture("a.png", own), await picture("b.png", own), await picture("c.png", own)];
    await tagAssets(own.scope, { ids, tag: "Logo", on: true });
    expect(await tagAssets(own.scope, { ids, tag: "logo", on: true })).toEqual({ changed: 0 });
    await tagAssets(own.scope, { ids: ids.slice(0, 1), tag: "Brand", on: true });
    expect(await renameTag(stranger.scope, { from: "Logo", to: "Mine" })).toEqual({ changed: 0 });
    expect((await listTags(own.scope)).tags).toEqual([
      { tag: "Brand", pictures: 1 },
      { tag: "Logo", pictures: 3 },
    ]);
    await renameTag(own.scope, { from: "Logo", to: "Brand" });
    expect((await listTags(own.scope)).tags).toEqual([{ tag: "Brand", pictures: 3 }]);
    const tags = (await listAssets(own.scope, assetsQuery.parse({}))).assets.map((asset) => asset.tags);
    expect(tags).toEqual([["Brand"], ["Brand"], ["Brand"]]);
    await renameTag(own.scope, { from: "Brand", to: null });
    expect((await listTags(own.scope)).tags).toEqual([]);
  });

  test("a tag is the same however it is written: not given twice, taken, renamed and counted as one", async () => {
    const own = await newPerson("Own");
    const ids = [await picture("a.png", own), await picture("b.png", own)];
    await tagAssets(own.scope, { ids: ids.slice(0, 1), tag: "Été", on: true });
    expect(await tagAssets(own.scope, { ids, tag: "ete", on: true })).toEqual({ changed: 1 });
    expect((await listTags(own.scope)).tags).toMatchObject([{ pictures: 2 }]);
    expect(await renameTag(own.scope, { from: "ÉTÉ", to: "Summer" })).toEqual({ changed: 2 });
    expect((await listTags(own.scope)).tags).toEqual([{ tag: "Summer", pictures: 2 }]);
    expect(await tagAssets(own.scope, { ids, tag: "summer", on: false })).toEqual({ changed: 2 });
    expect((await listTags(own.scope)).tags).toEqual([]);
  });

  test("a search looks at the library step by step, and at no more of it than it needs", async () => {
    const own = await newPerson("Own");
    const { workspaceId } = own.scope;
    const rows = Array.from({ length: 1100 }, (_, index) => ({
      ...{ id: newId("ast"), workspaceId, name: index % 50 === 0 ? "Łódź" : "Other", storageKey: "none" },
      ...{ contentType: "image/png", width: 1, height: 1, bytes: index, sha256: `sha-${index}` },
    }));
    await db().asset.createMany({ data: rows });
    const list = (limit: number, cursor?: string) =>
      listAssets(own.scope, assetsQuery.parse({ search: "lodz", sort: "largest", limit, cursor }));
    // 20 of the first thousand are called so: ten are found in one step, and all in two.
    expect(await queriesOf(() => list(10))).toBe(1);
    const first = await list(20);
    const last = await list(20, first.nextCursor ?? "");
    const weights = [first, last].flatMap(({ assets }) => assets.map(({ bytes }) => bytes));
    expect(weights).toEqual(Array.from({ length: 22 }, (_, index) => (21 - index) * 50));
    expect(last.nextCursor).toBeNull();
  });

  test("renamed and tagged with clean words; too many, commas and other workspaces are refused", async () => {
    const id = await picture("a.png");
    const change = changeAssetInput.parse({ name: "  Hero\tpicture ", tags: ["One", "one", "Two"] });
    expect(await changeAsset(person.scope, id, change)).toMatchObject({
      name: "Hero picture",
      tags: ["One", "Two"],
    });
    expect(changeAssetInput.safeParse({ tags: ["a,b"] }).success).toBe(false);
    const many = Array.from({ length: 31 }, (_, index) => `t${index}`);
    expect(changeAssetInput.safeParse({ tags: many }).success).toBe(false);
    await expect(changeAsset(stranger.scope, id, change)).rejects.toThrow("no such picture");
  });

  test("deleted ones leave the list, still serve, and come back", async () => {
    const id = await picture("gone.png");
    const shown = await template("Shows it", showing(id));
    expect(await deleteAssets(stranger.scope, [id])).toEqual({ changed: 0 });
    expect(await deleteAssets(person.scope, [id])).toEqual({ changed: 1 });
    expect(await names({})).not.toContain("gone.png");
    expect(await names({ deleted: "only" })).toContain("gone.png");
    expect((await (await loadAssetFile(person.scope, id)).bytes()).byteLength).toBeGreaterThan(0);
    expect(await save(shown, { ...showing(id), alt: "still" }, 2)).toBe("saved");
    expect(await restoreAssets(person.scope, [id])).toEqual({ changed: 1 });
    expect(await names({})).toContain("gone.png");
  });
});

test("the bytes of a picture are read when they are asked for, not for its tag", async () => {
  const id = await picture("big.png");
  const get = vi.spyOn(storage(), "get");
  const file = await loadAssetFile(person.scope, id);
  expect([file.contentType, get.mock.calls.length]).toEqual(["image/png", 0]);
  await file.bytes();
  expect(get).toHaveBeenCalledTimes(1);
  get.mockRestore();
});

describe("where a picture is used", () => {
  test("drafts and published versions with their numbers; not other pictures, deleted templates, other workspaces", async () => {
    const [id, other] = [await picture("a.png"), await picture("b.png")];
    const both = await template("Both", showing(id));
    await publishTemplate(person.scope, both, 2);
    await save(both, showing(id, other), 2);
    await publishTemplate(person.scope, both, 3);
    const published = await template("Only published", showing(id));
    await publishTemplate(person.scope, published, 2);
    await save(published, showing(other), 2);
    await publishTemplate(person.scope, published, 3);
    await template("Another", showing(other));
    const deleted = await template("Deleted", showing(id));
    await deleteTemplate(person.scope, deleted);
    const starter = await createStarter(person.scope, { templateId: both, name: "Begin here" });
    const logo = { id: "br_markmarkmark", name: "Mark", assetId: id };
    await saveBrandKit(person.scope, { kit: { ...EMPTY_KIT, logos: [logo] }, baseRevision: 0 });
    const { uses, starters, logos } = await listUses(person.scope, id);
    expect(starters).toEqual([{ id: starter.id, name: "Begin here" }]);
    expect(logos).toEqual([{ id: logo.id, name: "Mark" }]);
    expect(uses).toEqual([
      { id: both, name: "Both", draft: true, versions: [2, 1], live: true },
      { id: published, name: "Only published", draft: false, versions: [1], live: false },
    ]);
    await expect(listUses(stranger.scope, id)).rejects.toThrow("no such picture");
  });

  test("the same five queries for one template and for many, answered by the indexes", async () => {
    const [few, many] = [await picture("few.png"), await picture("many.png")];
    await template("One", showing(few));
    for (let number = 0; number < 4; number += 1) await template(`Many ${number}`, showing(many));
    expect(await queriesOf(() => listUses(person.scope, few))).toBe(5);
    expect(await queriesOf(() => listUses(person.scope, many))).toBe(5);

    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const plans: string[] = [];
    try {
      // A table of a few rows is read whole, whatever indexes it has.
      await client.query("SET enable_seqscan = off; SET enable_indexscan = off");
      for (const [table, pictures] of [
        ["Template", DRAFT_PICTURES],
        ["TemplateVersion", VERSION_PICTURES],
      ] as const) {
        const { rows } = await client.query(`EXPLAIN SELECT id FROM "${table}" WHERE ${pictures.sql} ? $1`, [
          few,
        ]);
        plans.push(rows.map((row) => row["QUERY PLAN"]).join(" "));
      }
    } finally {
      await client.end();
    }
    expect(plans[0]).toContain("Template_pictures_idx");
    expect(plans[1]).toContain("TemplateVersion_pictures_idx");
  });
});

describe("replacing everywhere", () => {
  test("every draft switches and is a revision further; versions stay; others are left alone", async () => {
    const [id, next] = [await picture("old.png"), await picture("new.png")];
    const one = await template("One", showing(id, next));
    await publishTemplate(person.scope, one, 2);
    const two = await template("Two", showing(id));
    const apart = await template("Apart", showing(next));
    const { templates } = await replaceAsset(person.scope, id, next);
    expect(templates.map(({ name, revision }) => [name, revision]).sort()).toEqual([
      ["One", 3],
      ["Two", 3],
    ]);
    expect((await loadDraft(person.scope, one)).document).toEqual(showing(next, next));
    expect((await loadDraft(person.scope, two)).document).toEqual(showing(next));
    expect((await loadDraft(person.scope, apart)).revision).toBe(2);
    expect((await listUses(person.scope, id)).uses).toEqual([
      { id: one, name: "One", draft: false, versions: [1], live: true },
    ]);
    // An editor that had the draft open learns of it, with its work still its own.
    expect(await save(two, { ...showing(id), alt: "mine" }, 2)).toBe("conflict");

    // Undone where it was made: the layer that had the new picture before keeps it; what moved on is left.
    await save(two, { ...showing(next), alt: "edited since" }, 3);
    const undone = await undoReplace(person.scope, id, {
      with: next,
      templates: templates.map(({ id: template, revision, places }) => ({ id: template, revision, places })),
    });
    expect(undone).toEqual({ restored: 1, left: ["Two"] });
    expect((await loadDraft(person.scope, one)).document).toEqual(showing(id, next));
    expect((await loadDraft(person.scope, two)).document.alt).toBe("edited since");
  });

  test("nothing changes when one draft cannot be stored", async () => {
    const [id, next] = [await picture("old.png"), await picture("new.png")];
    const made = [await template("One", showing(id)), await template("Two", showing(id))];
    await db().$executeRawUnsafe(`
      CREATE FUNCTION refuse_two() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'no'; END $$ LANGUAGE plpgsql;
      `);
    await db().$executeRawUnsafe(`
      CREATE TRIGGER refuse_two BEFORE UPDATE ON "Template" FOR EACH ROW
      WHEN (OLD.id = '${made.toSorted().at(-1)}') EXECUTE FUNCTION refuse_two()`);
    try {
      await expect(replaceAsset(person.scope, id, next)).rejects.toThrow();
    } finally {
      await db().$executeRawUnsafe(`DROP TRIGGER refuse_two ON "Template"`);
      await db().$executeRawUnsafe("DROP FUNCTION refuse_two");
    }
    for (const template of made) expect((await loadDraft(person.scope, template)).revision).toBe(2);
  });

  test("only pictures of this workspace, not the same one, not a deleted one", async () => {
    const [id, deleted] = [await picture("a.png"), await picture("b.png")];
    const foreign = await picture("c.png", stranger);
    const theirs = await template("Theirs", showing(foreign), stranger);
    await deleteAssets(person.scope, [deleted]);
    await expect(replaceAsset(person.scope, id, foreign)).rejects.toThrow("not in this workspace");
    await expect(replaceAsset(person.scope, id, deleted)).rejects.toThrow("not in this workspace");
    await expect(replaceAsset(person.scope, id, id)).rejects.toThrow("Choose another picture");
    await expect(replaceAsset(person.scope, foreign, id)).rejects.toThrow("no such picture");
    const forged = {
      with: id,
      templates: [{ id: theirs, revision: 2, places: [0] }],
    };
    expect(await undoReplace(person.scope, id, forged)).toEqual({ restored: 0, left: [] });
    expect((await loadDraft(stranger.scope, theirs)).revision).toBe(2);
  });
});
