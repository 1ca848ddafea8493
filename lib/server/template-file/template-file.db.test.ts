import { readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { PNG } from "pngjs";
import { beforeAll, expect, test, vi } from "vitest";
import { createDocument } from "@/lib/template/create-document";
import { imageEntry } from "@/lib/template/layers/image";
import { type Document, documentSchema, type Layer } from "@/lib/template/schema";
import { STARTERS } from "@/lib/template/starters/starters";
import { assetIdsOf, withAssets, withoutTokens } from "@/lib/template/template-file";
import { arbitraryDocument } from "@/lib/template/testing/arbitrary-document";
import { createAsset, loadAssetFile } from "../assets";
import { db } from "../db";
import { storageFolder } from "../storage";
import { storableJson } from "../templates/accept-document";
import { createTemplate } from "../templates/create-template";
import { loadDraft } from "../templates/draft";
import { withTestDatabase } from "../testing/database";
import { newPerson, type Person } from "../testing/people";
import { exportTemplate } from "./export-template";
import { FILE_LIMITS } from "./file-limits";
import { importTemplate } from "./import-template";
import type { Meter } from "./inflate-entry";
import { type BuiltArchive, type BuiltEntry, buildArchive } from "./testing/build-archive";

// What a thumbnail looks like is no matter here, and painting one for every file takes most of the time.
vi.mock("../templates/thumbnail", () => ({
  loadThumbnail: async () => ({ tag: "", paint: async () => ({ png: somePicture(), complete: true }) }),
}));

withTestDatabase();

let author: Person;
let reader: Person;
beforeAll(async () => {
  [author, reader] = [await newPerson("Author"), await newPerson("Reader")];
});

const BLANK = { kind: "blank", width: 60, height: 30, displayWidth: 60 } as const;

let shade = 0;
function somePicture(): Buffer {
  const picture = new PNG({ width: 8, height: 6 });
  shade += 1;
  for (let at = 0; at < picture.data.length; at += 4) {
    picture.data.set([(shade * 37) % 256, at % 256, (shade * 11) % 256, 255], at);
  }
  return PNG.sync.write(picture);
}

async function newTemplate(person: Person, document: Document, name = "Original"): Promise<string> {
  const { id } = await createTemplate(person.scope, { name, from: BLANK });
  await db().template.update({ where: { id }, data: { draft: storableJson(document) } });
  return id;
}

async function exported(person: Person, id: string): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of (await exportTemplate(person.scope, id)).parts) parts.push(part);
  return Buffer.concat(parts);
}

const asset = async (person: Person, bytes: Uint8Array = somePicture()) =>
  (await createAsset(person.scope, { name: "secret launch.png", bytes })).id;

const image = (id: string, assetId: string): Layer => ({
  ...imageEntry.create(id, { width: 60, height: 30 }),
  source: { kind: "asset", assetId },
});

const withLayer = (layer: Layer): Document => ({ ...createDocument(BLANK), layers: [layer] });

/** The document with every picture called by its place in it. */
function withPlaces(document: Document): Document {
  const places = new Map(assetIdsOf(document).map((id, index) => [id, `ast_place${index + 10_000}`]));
  return withAssets(document, (id) => places.get(id) ?? null);
}

async function picturesOf(person: Person, document: Document): Promise<string[]> {
  const files = assetIdsOf(document).map(async (id) => (await loadAssetFile(person.scope, id)).bytes());
  return (await Promise.all(files)).map((bytes) => Buffer.from(bytes).toString("base64"));
}

async function roundTrip(document: Document): Promise<void> {
  const id = await newTemplate(author, document, "Łódź: 50 % off");
  const bytes = await exported(author, id);
  const { template, notes } = await importTemplate(reader.scope, { name: "x.nameplate", bytes });
  expect(template.status).toBe("draft");
  const read = (await loadDraft(reader.scope, template.id)).document;
  expect(withPlaces(read)).toEqual(withPlaces(document));
  expect(await picturesOf(reader, read)).toEqual(await picturesOf(author, document));
  expect(notes.filter((note) => /Mended|left out|not in the file/.test(note))).toEqual([]);
}

test("every starter comes back as it left", { timeout: 120_000 }, async () => {
  for (const { document } of STARTERS) await roundTrip(document);
});

test("random documents with pictures come back as they left, but for the brand kit they followed", {
  timeout: 120_000,
}, async () => {
  const stock = [await asset(author), await asset(author), await asset(author)];
  for (const [index, random] of fc.sample(arbitraryDocument, { numRuns: 12, seed: 7 }).entries()) {
    let next = index;
    const pictured = withAssets(withoutTokens(random), () => {
      next += 1;
      return stock[next % stock.length] ?? null;
    });
    const first = stock[index % stock.length] ?? "";
    const document = { ...pictured, layers: [...pictured.layers, image("more", first)].slice(-200) };
    if (documentSchema.safeParse(document).success) await roundTrip(document);
  }
});

test("nothing of people, links, versions and the workspace is in a file", async () => {
  const id = await newTemplate(author, withLayer(image("one", await asset(author))));
  const bytes = await exported(author, id);
  const { workspaceId, workspaceSlug, userId } = author.scope;
  for (const secret of [workspaceId, workspaceSlug, userId, id, "secret launch", "@example.com"]) {
    expect(bytes.includes(secret)).toBe(false);
  }
});

const json = (value: unknown) => Buffer.from(typeof value === "string" ? value : JSON.stringify(value));
const manifest = (more: object = {}): BuiltEntry => ({
  name: "manifest.json",
  bytes: json({ format: "nameplate", version: 1, name: "Hostile", fonts: [], ...more }),
});
const design = (document: unknown = createDocument(BLANK)): BuiltEntry => ({
  name: "document.json",
  bytes: json(document),
});
const FOREIGN = "ast_picture0001";
const shows = (id = FOREIGN) => design(withLayer(image("one", id)));
const picture = (bytes: Uint8Array, ending = "png"): BuiltEntry => ({
  name: `assets/${FOREIGN}.${ending}`,
  bytes,
});
const nested = (depth: number) => `{"layers":${"[".repeat(depth)}${"]".repeat(depth)}}`;
const built = (entries: BuiltEntry[], lies?: BuiltArchive) => () => buildArchive(entries, lies);
const plain = [manifest(), design()];
const zeros = (bytes: number) => Buffer.alloc(bytes);

/** Files that are refused as a whole, and a word of the sentence that says why. */
const REFUSED: [string, () => Buffer, RegExp][] = [
  ["a bomb that says how large it is", built([...plain, picture(zeros(70_000_000))]), /larger than 60 MB/],
  ["a bomb in the document", built([manifest(), { ...design(), bytes: zeros(30_000_000) }]), /bytes; it may/],
  [
    "a bomb that lies about its size",
    built([manifest(), { ...design(), bytes: zeros(30_000_000), says: 900 }]),
    /not as long as the file says/,
  ],
  [
    "a bomb by count",
    built([...plain, ...Array.from({ length: 300 }, (_, i) => ({ name: `x/${i}`, bytes: zeros(1) }))]),
    /300|302/,
  ],
  [
    "many pictures that are a bomb together",
    built([
      ...plain,
      ...Array.from({ length: 9 }, (_, i) => ({ ...picture(zeros(8_000_000)), name: `a/${i}` })),
    ]),
    /larger than 60 MB/,
  ],
  ["a name that climbs", built([...plain, { name: "assets/../../etc/passwd", bytes: zeros(1) }]), /outside/],
  ["a name that climbs on Windows", built([...plain, { name: "..\\..\\x.png", bytes: zeros(1) }]), /outside/],
  ["an absolute name", built([...plain, { name: "/etc/cron.d/x", bytes: zeros(1) }]), /outside/],
  ["a drive", built([...plain, { name: "C:/x.png", bytes: zeros(1) }]), /outside/],
  [
    "a symbolic link",
    built([...plain, { ...picture(json("/etc/passwd")), mode: 0o120777 }]),
    /link to another/,
  ],
  ["an entry twice", built([...plain, { ...design(), bytes: json({}) }]), /twice/],
  [
    "a picture twice by its ending",
    built([manifest(), shows(), picture(zeros(9)), picture(zeros(9), "jpg")]),
    /two pictures/,
  ],
  ["an entry twice, in capitals", built([...plain, { ...design(), name: "DOCUMENT.json" }]), /twice/],
  ["a file that was cut off", () => buildArchive(plain).subarray(0, 400), /damaged|cut off/],
  ["a wrong checksum", built([manifest(), { ...design(), crc: 1 }]), /checksum/],
  [
    "a wrong checksum of a picture",
    built([manifest(), shows(), { ...picture(somePicture()), crc: 1 }]),
    /checksum/,
  ],
  ["an encrypted entry", built([manifest(), { ...design(), flags: 1 }]), /encrypted/],
  ["ZIP64 in the end record", built(plain, { directoryAt: 0xffffffff }), /ZIP64/],
  ["ZIP64 in an entry", built([manifest(), { ...design(), says: 0xffffffff }]), /ZIP64/],
  ["ZIP64 records that claim more", built(plain, { between: zeros(76) }), /damaged/],
  ["fewer entries than it says", built(plain, { count: 3 }), /damaged/],
  ["a directory outside of the file", built(plain, { directoryAt: 0x7fffffff }), /damaged/],
  [
    "entries that share bytes",
    built([...plain, { ...design(), name: "document.json2", offset: 0 }]),
    /two names/,
  ],
  ["a method nobody knows", built([manifest(), { ...design(), method: 14 }]), /packed in a way/],
  [
    "bytes that are no deflate",
    built([manifest(), { ...design(), packed: Buffer.from([255, 255, 255]) }]),
    /unpacked/,
  ],
  [
    "something behind the deflated bytes",
    () => {
      const { bytes } = design();
      const honest = buildArchive([manifest(), { name: "document.json", bytes }]);
      expect(honest.byteLength).toBeGreaterThan(0);
      return buildArchive([manifest(), { ...design(), packed: Buffer.concat([deflated(bytes), zeros(40)]) }]);
    },
    /unpacked/,
  ],
  ["not a ZIP", () => Buffer.from("<html>Log in to download</html>"), /not a template file/],
  ["nothing", () => Buffer.alloc(0), /not a template file/],
  ["another archive", built([{ name: "word/document.xml", bytes: zeros(3) }]), /no manifest.json/],
  ["a manifest without a document", built([manifest()]), /no document.json/],
  ["a manifest of something else", built([manifest({ format: "sketch" }), design()]), /says something else/],
  ["a file of the future", built([manifest({ version: 2 }), design()]), /newer release/],
  [
    "a document of the future",
    built([manifest(), design({ ...createDocument(BLANK), schemaVersion: 99 })]),
    /newer release/,
  ],
  ["huge JSON", built([manifest(), design(`{"a":"${"x".repeat(3_000_000)}"}`)]), /bytes; it may/],
  ["deep JSON", built([manifest(), design(nested(100_000))]), /too deep/],
  [
    "a prototype",
    built([manifest(), design('{"schemaVersion":3,"__proto__":{"layers":[]}}')]),
    /not allowed/,
  ],
  ["JSON that is no document", built([manifest(), design("[1,2,3]")]), /cannot be read/],
  [
    "a name of 10,000 letters in the archive",
    built([...plain, { name: "n".repeat(10_000), bytes: zeros(1) }]),
    /letters/,
  ],
];

function deflated(bytes: Uint8Array): Buffer {
  const whole = buildArchive([{ name: "x", bytes }]);
  return whole.subarray(31, 31 + whole.readUInt32LE(18));
}

async function contentOf({ scope }: Person) {
  const where = { workspaceId: scope.workspaceId };
  return { templates: await db().template.count({ where }), assets: await db().asset.count({ where }) };
}

/** Every file below the storage, half-written ones too. */
const filesInStorage = () =>
  readdirSync(join(storageFolder(), ".."), { recursive: true, withFileTypes: true }).filter((each) =>
    each.isFile(),
  ).length;

test.each(REFUSED)("refused with a sentence: %s", async (_name, build, sentence) => {
  const before = { ...(await contentOf(reader)), files: filesInStorage() };
  const meter: Meter = { inflated: 0 };
  const upload = { name: "x.nameplate", bytes: build() };
  const refusal = importTemplate(reader.scope, upload, undefined, meter);
  await expect(refusal).rejects.toMatchObject({ code: "invalid", message: expect.stringMatching(sentence) });
  await expect(refusal).rejects.toMatchObject({ message: expect.stringMatching(/ Nothing was imported\.$/) });
  expect(meter.inflated).toBeLessThan(FILE_LIMITS.documentBytes);
  expect({ ...(await contentOf(reader)), files: filesInStorage() }).toEqual(before);
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
