import fc from "fast-check";
import { beforeAll, expect, test, vi } from "vitest";
import { type Document, documentSchema } from "@/lib/template/schema";
import { STARTERS } from "@/lib/template/starters/starters";
import { assetIdsOf, withAssets, withoutTokens } from "@/lib/template/template-file";
import { arbitraryDocument } from "@/lib/template/testing/arbitrary-document";
import { loadAssetFile } from "../assets";
import { loadDraft } from "../templates/draft";
import { withTestDatabase } from "../testing/database";
import { newPerson, type Person } from "../testing/people";
import { importTemplate } from "./import-template";
import { asset, exported, image, newTemplate, somePicture, withLayer } from "./testing/file-rig";

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
