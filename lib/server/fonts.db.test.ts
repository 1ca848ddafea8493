import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/lib/accounts/ids";
import { createPainter } from "@/lib/paint/painter";
import { satoriNode } from "@/lib/paint/satori-node";
import { withOwnFonts } from "@/lib/render/own-fonts";
import { familyName, hostileFonts, ordinaryFont, withTables } from "@/lib/render/testing/hostile-fonts";
import { familiesOf, loadUserFont } from "@/lib/render/user-fonts";
import { createDocument } from "@/lib/template/create-document";
import { ENTRIES } from "@/lib/template/registry";
import { resolveDocument } from "@/lib/template/resolve-document";
import type { Document } from "@/lib/template/schema";
import { db } from "./db";
import { changeFont, deleteFont, listFonts, loadFontFile } from "./fonts";
import { createFont } from "./fonts-upload";
import { readFonts } from "./picture-reads";
import { createTemplate } from "./templates/create-template";
import { saveDraft } from "./templates/draft";
import { withTestDatabase } from "./testing/database";
import { newPerson, type Person } from "./testing/people";

withTestDatabase();

const BLANK = { width: 300, height: 100, displayWidth: 300 };
const PUBLIC = join(import.meta.dirname, "../../public");

let inter: Buffer;
let lobster: Buffer;
let ann: Person;
let bob: Person;
beforeAll(async () => {
  // Two fonts that look nothing like each other, and say that they are the same family.
  const name = familyName("Acme Sans");
  inter = withTables(await ordinaryFont(), { name });
  lobster = withTables(await readFile(join(PUBLIC, "fonts/dancing-script/400.ttf")), { name });
  [ann, bob] = [await newPerson("Łódź"), await newPerson("Nguyễn")];
});

const upload = (person: Person, bytes: Uint8Array, name = "acme.ttf", licenceNote = "") =>
  createFont(person.scope, { name, bytes, licenceNote });

/** A document that writes one word in a family. */
function written(fontFamily: string): Document {
  const document = createDocument(BLANK);
  const text = ENTRIES.text.create("t1", document);
  const style = { ...text.style, fontFamily, fontWeight: 400 };
  return { ...document, layers: [{ ...text, style, runs: [{ text: "Hamburg", style: {} }] }] };
}

async function save(person: Person, document: Document): Promise<string> {
  const { id } = await createTemplate(person.scope, { from: { kind: "blank", ...BLANK } });
  const saved = await saveDraft(person.scope, id, { document, baseRevision: 1, mutationId: newId("err") });
  return saved.kind;
}

test("a font is kept with what it says of itself, once", async () => {
  const person = await newPerson();
  const bold = await readFile(join(PUBLIC, "fonts/inter/700i.ttf"));
  const font = await upload(person, bold);
  expect(font).toMatchObject({ family: "Inter", weight: 700, italic: true, variable: false });
  expect(font.id).toMatch(/^fnt_[a-z0-9]{24}$/);
  expect(font.familyKey).toMatch(/^f_[a-z0-9]{24}$/);
  expect(font.licenceNote).toContain("SIL Open Font License");
  expect((await upload(person, bold, "again.ttf")).id).toBe(font.id);
  const { fonts, families } = await listFonts(person.scope);
  expect(fonts.map(({ id }) => id)).toEqual([font.id]);
  const file = families[0]?.faces[0]?.file ?? "";
  const bytes = await loadUserFont(file);
  const stored = await loadFontFile(person.scope, font.id);
  expect(Buffer.from(bytes).equals(stored.bytes)).toBe(true);
  expect(stored.contentType).toBe("font/ttf");
  await expect(loadFontFile(bob.scope, font.id)).rejects.toMatchObject({ code: "not_found" });
});

test("faces of a family share its key and its name; a second file for the same face is refused", async () => {
  const person = await newPerson();
  const regular = await upload(person, await ordinaryFont());
  await changeFont(person.scope, regular.id, { family: "House font", licenceNote: "" });
  const bold = await upload(person, await readFile(join(PUBLIC, "fonts/inter/700.ttf")));
  expect(bold).toMatchObject({ familyKey: regular.familyKey, family: "House font" });
  expect((await listFonts(person.scope)).families).toMatchObject([
    { label: "House font", faces: [{ weight: 400 }, { weight: 700 }] },
  ]);
  const other = withTables(await ordinaryFont(), { kern: Buffer.alloc(4) });
  await expect(upload(person, other)).rejects.toMatchObject({
    code: "conflict",
    message: "House font in weight 400 is there already. Delete it first if this file is to take its place.",
  });
});

test("a deleted font leaves the list, serves what uses it, and comes back when uploaded again", async () => {
  const person = await newPerson();
  const font = await upload(person, await ordinaryFont());
  await deleteFont(person.scope, font.id);
  await expect(deleteFont(person.scope, font.id)).rejects.toMatchObject({ code: "not_found" });
  await expect(changeFont(person.scope, font.id, { family: "x" })).rejects.toMatchObject({
    code: "not_found",
  });
  expect((await listFonts(person.scope)).fonts).toEqual([]);
  expect(familiesOf(await readFonts(person.scope.workspaceId))).toHaveLength(1);
  expect(await save(person, written(font.familyKey))).toBe("saved");
  expect((await upload(person, await ordinaryFont())).id).toBe(font.id);
  expect((await listFonts(person.scope)).fonts).toHaveLength(1);
});

test("the licence note is the uploader's, and one line of plain text", async () => {
  const person = await newPerson();
  const font = await upload(person, await ordinaryFont(), "a.ttf", "  Bought\u0000 for\n Łódź  ");
  expect(font.licenceNote).toBe("Bought for Łódź");
  await expect(upload(person, lobster, "a.ttf", "x".repeat(501))).rejects.toMatchObject({ code: "invalid" });
});

test("a font without a name is called after its file", async () => {
  const unnamed = withTables(await ordinaryFont(), { name: familyName("") });
  expect((await upload(await newPerson(), unnamed, "C:\\fonts\\Brand Grotesk.otf")).family).toBe(
    "Brand Grotesk",
  );
});

test("no hostile font leaves a row without its file, or a file served as anything but a font", async () => {
  const person = await newPerson();
  for (const { what, bytes, expected } of await hostileFonts()) {
    const outcome = await upload(person, bytes).catch((error: { code: string }) => error.code);
    if (typeof outcome === "string") {
      if (expected !== "either")
        expect(outcome, what).toMatch(/^(conflict|invalid|too_large|unsupported_type)$/);
      continue;
    }
    const { contentType } = await loadFontFile(person.scope, outcome.id);
    expect(contentType, what).toMatch(/^font\/(ttf|otf)$/);
    await deleteFont(person.scope, outcome.id);
  }
});

describe("two workspaces with fonts of one family name", () => {
  test("have families of their own", async () => {
    const [own, foreign] = [await upload(ann, inter), await upload(bob, lobster)];
    expect(own.family).toBe(foreign.family);
    expect(own.familyKey).not.toBe(foreign.familyKey);
    for (const [person, secret] of [
      [ann, foreign],
      [bob, own],
    ] as const) {
      const list = JSON.stringify(await listFonts(person.scope));
      expect(list).not.toContain(secret.id);
      expect(list).not.toContain(secret.familyKey);
    }
  });

  test("cannot save a document in each other's font, nor in one that never was", async () => {
    const { familyKey } = await upload(bob, lobster);
    const messages = [];
    for (const name of [familyKey, "f_000000000000000000000000"]) {
      const refused = save(ann, written(name));
      await expect(refused).rejects.toMatchObject({
        code: "invalid",
        path: "/document/layers/0/style/fontFamily",
      });
      messages.push(await refused.catch((error: Error) => error.message));
    }
    expect(new Set(messages).size).toBe(1);
    expect(await save(bob, written(familyKey))).toBe("saved");
    expect(await save(ann, written("Nobody Sans"))).toBe("saved");
  });

  test("never see each other's glyphs, though one painter knows both", async () => {
    const painter = createPainter({
      satori: await satoriNode(),
      loadFont: (file) => (file.startsWith("/user-") ? loadUserFont(file) : readFile(join(PUBLIC, file))),
    });
    const { familyKey: annKey } = await upload(ann, inter);
    const { familyKey: bobKey } = await upload(bob, lobster);
    const paint = async (person: Person, fontFamily: string): Promise<string> => {
      const { document: resolved } = resolveDocument(written(fontFamily), {});
      const load = async () => familiesOf(await readFonts(person.scope.workspaceId));
      const { document, families } = await withOwnFonts(resolved, load);
      painter.addFamilies(families);
      return painter.paintDocument(document, () => null);
    };
    const [plain, anns, bobs] = [
      await paint(ann, "Inter"),
      await paint(ann, annKey),
      await paint(bob, bobKey),
    ];
    expect(anns).toBe(plain);
    expect(bobs).not.toBe(plain);
    // Were the document not mended first, the painter would draw bob's letters here.
    expect(await paint(ann, bobKey)).toBe(plain);
    expect(await paint(bob, annKey)).toBe(plain);
    expect(await paint(bob, bobKey)).toBe(bobs);
  });
});

test("a picture of another workspace cannot be saved in a document either, wherever it is named", async () => {
  const document = createDocument(BLANK);
  const blank = ENTRIES.image.create("i1", document);
  const foreign = "ast_0123456789ab";
  const when = {
    match: "all" as const,
    tests: [{ key: "first_name", is: "present" as const, value: "" }],
  };
  const changes: [Partial<typeof blank>, string][] = [
    [{ source: { kind: "asset", assetId: foreign } }, "source/assetId"],
    [{ replacement: foreign }, "replacement"],
    [{ rules: [{ when, then: { kind: "set", path: "source", value: foreign } }] }, "rules/0/then/value"],
  ];
  for (const [change, path] of changes) {
    await expect(save(ann, { ...document, layers: [{ ...blank, ...change }] })).rejects.toMatchObject({
      code: "invalid",
      path: `/document/layers/0/${path}`,
    });
  }
});

test("a workspace keeps so many fonts and no more", async () => {
  const person = await newPerson();
  const font = await upload(person, await ordinaryFont());
  const row = await db().font.findUniqueOrThrow({ where: { id: font.id } });
  await db().font.createMany({
    data: Array.from({ length: 199 }, (_, index) => ({
      ...row,
      id: newId("fnt"),
      familyKey: `f_${index}`,
      sha256: `${index}`,
    })),
  });
  await expect(upload(person, lobster)).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringContaining("at most 200 fonts"),
  });
});
