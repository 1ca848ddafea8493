import { PNG } from "pngjs";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { AppError } from "@/lib/errors";
import { createDocument } from "@/lib/template/create-document";
import { imageEntry } from "@/lib/template/layers/image";
import { ENTRIES } from "@/lib/template/registry";
import type { Document } from "@/lib/template/schema";
import { createAsset } from "../assets";
import { db } from "../db";
import { createTemplate } from "../templates/create-template";
import { withTestDatabase } from "../testing/database";
import { newPerson, type Person } from "../testing/people";
import { exportTemplate } from "./export-template";
import { importTemplate } from "./import-template";
import { buildArchive } from "./testing/build-archive";

/** Pictures that can be taken in before the decoder has no time. */
const decoder = vi.hoisted(() => ({ left: Number.POSITIVE_INFINITY, taken: 0 }));
vi.mock("../assets", async (original) => {
  const real = await original<typeof import("../assets")>();
  return {
    ...real,
    takeAsset: async (...args: Parameters<typeof real.takeAsset>) => {
      if (decoder.left === 0) throw new AppError("unavailable", "Too many pictures are being read.");
      decoder.left -= 1;
      decoder.taken += 1;
      return real.takeAsset(...args);
    },
  };
});

withTestDatabase();

let person: Person;
beforeAll(async () => {
  person = await newPerson();
});
beforeEach(() => {
  Object.assign(decoder, { left: Number.POSITIVE_INFINITY, taken: 0 });
});

const CANVAS = { kind: "blank", width: 60, height: 30, displayWidth: 60 } as const;

function picture(shade: number): Buffer {
  const png = new PNG({ width: 2, height: 2 });
  png.data.fill(shade);
  return PNG.sync.write(png);
}

const fileId = (index: number) => `ast_picture${index + 1000}`;

function file(document: Document, pictures: readonly Uint8Array[], fonts: object[] = []) {
  const json = (value: unknown) => Buffer.from(JSON.stringify(value));
  const manifest = { format: "nameplate", version: 1, name: "Taken in", fonts };
  const bytes = buildArchive([
    { name: "manifest.json", bytes: json(manifest) },
    { name: "document.json", bytes: json(document) },
    ...pictures.map((each, index) => ({ name: `assets/${fileId(index)}.png`, bytes: each })),
  ]);
  return { name: "x.nameplate", bytes };
}

const showing = (count: number): Document => ({
  ...createDocument(CANVAS),
  layers: Array.from({ length: count }, (_, index) => ({
    ...imageEntry.create(`layer-${index}`, CANVAS),
    source: { kind: "asset" as const, assetId: fileId(index) },
  })),
});

async function library(): Promise<string[]> {
  const where = { workspaceId: person.scope.workspaceId, deletedAt: null };
  return (await db().asset.findMany({ where, select: { id: true } })).map(({ id }) => id).sort();
}

test("an import that fails on its way leaves the library as it was: what was there before stays", async () => {
  const old = await createAsset(person.scope, { name: "Old", bytes: picture(10) });
  const before = await library();
  expect(before).toContain(old.id);
  decoder.left = 2;
  const upload = file(showing(3), [picture(10), picture(20), picture(30)]);
  await expect(importTemplate(person.scope, upload)).rejects.toMatchObject({ code: "unavailable" });
  expect(decoder.taken).toBe(2);
  expect(await library()).toEqual(before);
  expect(await db().template.count({ where: { workspaceId: person.scope.workspaceId } })).toBe(0);
  // The same file comes in whole another time.
  decoder.left = 3;
  await importTemplate(person.scope, upload);
  expect(await library()).toHaveLength(before.length + 2);
});

test("fonts that are missing are told once each, and not more than anybody reads", async () => {
  const keys = Array.from({ length: 9 }, (_, index) => `f_${String(index).repeat(24)}`);
  const layers = keys.map((fontFamily, index) => {
    const text = ENTRIES.text.create(`text-${index}`, CANVAS);
    return { ...text, style: { ...text.style, fontFamily } };
  });
  const fonts = keys.map((key, index) => ({ key, name: index < 3 ? "House Sans" : `Serif ${index}` }));
  const { notes } = await importTemplate(
    person.scope,
    file({ ...createDocument(CANVAS), layers }, [], fonts),
  );
  const told = notes.filter((note) => note.includes("not in this workspace"));
  expect(told).toHaveLength(6);
  expect(told.filter((note) => note.includes("House Sans"))).toHaveLength(1);
  expect(told.at(-1)).toBe("2 more fonts are not in this workspace.");
});

test("a picture that could not come back does not leave", async () => {
  const { id: assetId } = await createAsset(person.scope, { name: "Poster.png", bytes: picture(40) });
  const { id } = await createTemplate(person.scope, { from: CANVAS });
  const [layer] = showing(1).layers;
  const document = { ...showing(1), layers: [{ ...layer, source: { kind: "asset", assetId } }] };
  await db().template.update({ where: { id }, data: { draft: JSON.parse(JSON.stringify(document)) } });
  await exportTemplate(person.scope, id);
  await db().asset.update({ where: { id: assetId }, data: { bytes: 10_000_001 } });
  await expect(exportTemplate(person.scope, id)).rejects.toMatchObject({
    code: "too_large",
    message: expect.stringContaining("“Poster.png” in this template takes 10.1 MB"),
  });
});
