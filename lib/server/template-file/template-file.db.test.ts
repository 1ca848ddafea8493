import { PNG } from "pngjs";
import { beforeAll, expect, test } from "vitest";
import { createDocument } from "@/lib/template/create-document";
import { imageEntry } from "@/lib/template/layers/image";
import type { Document } from "@/lib/template/schema";
import { STARTERS } from "@/lib/template/starters/starters";
import { assetIdsOf } from "@/lib/template/template-file";
import { loadAssetFile } from "../assets";
import { db } from "../db";
import { loadDraft } from "../templates/draft";
import { withTestDatabase } from "../testing/database";
import { newPerson, type Person } from "../testing/people";
import { importTemplate } from "./import-template";
import type { Meter } from "./inflate-entry";
import { type BuiltEntry, buildArchive } from "./testing/build-archive";
import {
  asset,
  BLANK,
  contentOf,
  design,
  FOREIGN,
  image,
  manifest,
  picture,
  plain,
  shows,
  somePicture,
  zeros,
} from "./testing/file-rig";

withTestDatabase();

let author: Person;
let reader: Person;
beforeAll(async () => {
  [author, reader] = [await newPerson("Author"), await newPerson("Reader")];
});

async function imported(entries: BuiltEntry[], name = "x.nameplate") {
  const { template, notes } = await importTemplate(reader.scope, { name, bytes: buildArchive(entries) });
  const { document, repairs } = await loadDraft(reader.scope, template.id);
  expect(repairs).toEqual([]);
  return { template, document, notes };
}

test("a picture of another workspace, and one of one's own, are none when the file does not hold them", async () => {
  for (const id of [await asset(author), await asset(reader)]) {
    const rule = {
      when: { match: "all" as const, tests: [{ key: "vip", is: "present" as const, value: "" }] },
      then: { kind: "set" as const, path: "source", value: ` ${id} ` },
    };
    const layer = { ...imageEntry.create("one", BLANK), replacement: id, rules: [rule] };
    const { document, notes } = await imported([
      manifest(),
      design({ ...createDocument(BLANK), layers: [image("two", id), layer] }),
    ]);
    expect(JSON.stringify(document)).not.toContain(id);
    expect(document.layers).toMatchObject([
      { source: { kind: "none" } },
      { source: { kind: "none" }, replacement: null, rules: [] },
    ]);
    expect(notes.join(" ")).toContain("One picture is not in the file");
  }
});

test("a picture that the file calls like a real one is what the file holds", async () => {
  const real = await asset(author);
  const bytes = somePicture();
  const { document } = await imported([manifest(), shows(real), { name: `assets/${real}.png`, bytes }]);
  const [id] = assetIdsOf(document);
  expect(id).not.toBe(real);
  const { data } = PNG.sync.read(Buffer.from(await (await loadAssetFile(reader.scope, id ?? "")).bytes()));
  expect(data).toEqual(PNG.sync.read(bytes).data);
});

const svg = (inside: string, before = "") =>
  Buffer.from(`${before}<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${inside}</svg>`);

test("an SVG is drawn, and nothing of its code is kept", async () => {
  const bytes = svg('<script>fetch("https://evil.example")</script><rect width="9" height="9" fill="red"/>');
  const { document } = await imported([manifest(), shows(), picture(bytes, "svg")]);
  const [id] = assetIdsOf(document);
  const file = await loadAssetFile(reader.scope, id ?? "");
  expect(file.contentType).toBe("image/png");
  expect([...PNG.sync.read(Buffer.from(await file.bytes())).data.subarray(0, 4)]).toEqual([255, 0, 0, 255]);
});

/** A PNG that says it is so large; nothing of it can be believed. */
function hugePng(): Buffer {
  const bytes = Buffer.from(somePicture());
  bytes.writeUInt32BE(60_000, 16);
  bytes.writeUInt32BE(60_000, 20);
  return bytes;
}

test.each([
  [
    "an SVG with an entity",
    svg("<text>&x;</text>", '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    /left out/,
  ],
  ["a page", Buffer.from("<html><script>alert(1)</script></html>"), /a web page/],
  ["another archive", buildArchive([{ name: "x", bytes: zeros(5) }]), /a ZIP archive/],
  ["a picture of 3,600 million pixels", hugePng(), /left out/],
  ["half a picture", somePicture().subarray(0, 40), /left out/],
  ["nothing at all", Buffer.alloc(0), /empty/],
])("a picture that is none leaves its place empty: %s", async (_name, bytes, sentence) => {
  const before = await contentOf(reader);
  const { document, notes } = await imported([manifest(), shows(), picture(bytes)]);
  expect(assetIdsOf(document)).toEqual([]);
  expect(notes.join(" ")).toMatch(sentence);
  expect((await contentOf(reader)).assets).toBe(before.assets);
});

test("what the document does not name is never inflated", async () => {
  const meter: Meter = { inflated: 0 };
  const bytes = buildArchive([
    ...plain,
    picture(zeros(9_000_000)),
    { name: "more.zip", bytes: zeros(9_000_000) },
  ]);
  await importTemplate(reader.scope, { name: "x", bytes }, undefined, meter);
  expect(meter.inflated).toBeLessThan(10_000);
});

test.each([
  ["Spring\u0000\u0007 sale\u202e gnp", "Spring sale gnp"],
  ["n".repeat(10_000), "n".repeat(120)],
  ['<img src=x onerror="alert(1)">', '<img src=x onerror="alert(1)">'],
  ["   ", "From the file"],
])("a template is called as the file says, on one line: %j", async (name, shown) => {
  const { template } = await imported(
    [manifest({ name }), design()],
    "C:\\fakepath\\From the file.nameplate",
  );
  expect(template.name.replace(/ \d+$/, "")).toBe(shown);
});

test("a damaged document is mended and says so; one of an older version is lifted", async () => {
  const broken = {
    ...createDocument(BLANK),
    layers: [{ type: "constructor", id: 5 }, image("one", FOREIGN)],
  };
  const { document, notes } = await imported([manifest(), design({ ...broken, constructor: { a: 1 } })]);
  expect(document.layers).toHaveLength(1);
  expect(notes.join(" ")).toMatch(/Mended in the design/);
  const { guides: _guides, backgroundToken: _token, ...first } = createDocument(BLANK);
  const old = await imported([manifest(), design({ ...first, schemaVersion: 1 })]);
  expect(old.document.schemaVersion).toBe(createDocument(BLANK).schemaVersion);
});

test("fonts are found by name, or told; brand kits are followed no longer; hosts are told", async () => {
  const starter = STARTERS.find(({ id }) => id === "vip-pass")?.document;
  if (!starter) throw new Error("the starter is there");
  const key = `f_${"a".repeat(24)}`;
  const text = JSON.stringify(starter).replaceAll(/"fontFamily":"[^"]*"/g, `"fontFamily":"${key}"`);
  const document: Document = JSON.parse(text);
  const photo = {
    ...document.fields[0],
    key: "photo",
    label: "Photo",
    type: "image",
    fallback: "https://cdn.example.com/a.png",
  };
  const foreign = {
    ...document,
    backgroundToken: "br_abcdefgh",
    fields: [...document.fields, photo],
  };
  const fonts = [{ key, name: "House\u0000 Sans" }];
  const first = await imported([manifest({ fonts }), design(foreign)]);
  expect(JSON.stringify(first.document)).not.toContain(key);
  expect(first.document.backgroundToken).toBeNull();
  const said = first.notes.join(" ");
  expect(said).toContain("“House Sans” is not in this workspace");
  expect(said).toContain("brand kit");
  expect(said).toContain("cdn.example.com");
  const { workspaceId } = reader.scope;
  await db().font.create({
    data: {
      id: "fnt_test",
      workspaceId,
      familyKey: "f_own",
      family: "HOUSE sans",
      weight: 400,
      italic: false,
      glyphs: 1,
      characters: 1,
      scripts: [],
      copyright: "",
      licence: "",
      licenceNote: "",
      bytes: 1,
      sha256: "x",
      storageKey: "fonts/x",
    },
  });
  const again = await imported([manifest({ fonts: [{ key, name: "House Sans" }] }), design(foreign)]);
  expect(JSON.stringify(again.document)).toContain('"fontFamily":"f_own"');
});
