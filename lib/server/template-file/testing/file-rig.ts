import { PNG } from "pngjs";
import { createDocument } from "@/lib/template/create-document";
import { imageEntry } from "@/lib/template/layers/image";
import type { Document, Layer } from "@/lib/template/schema";
import { createAsset } from "../../assets";
import { db } from "../../db";
import { storableJson } from "../../templates/accept-document";
import { createTemplate } from "../../templates/create-template";
import type { Person } from "../../testing/people";
import { exportTemplate } from "../export-template";
import type { BuiltEntry } from "./build-archive";

export const BLANK = { kind: "blank", width: 60, height: 30, displayWidth: 60 } as const;

let shade = 0;
export function somePicture(): Buffer {
  const picture = new PNG({ width: 8, height: 6 });
  shade += 1;
  for (let at = 0; at < picture.data.length; at += 4) {
    picture.data.set([(shade * 37) % 256, at % 256, (shade * 11) % 256, 255], at);
  }
  return PNG.sync.write(picture);
}

export async function newTemplate(person: Person, document: Document, name = "Original"): Promise<string> {
  const { id } = await createTemplate(person.scope, { name, from: BLANK });
  await db().template.update({ where: { id }, data: { draft: storableJson(document) } });
  return id;
}

export async function exported(person: Person, id: string): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of (await exportTemplate(person.scope, id)).parts) parts.push(part);
  return Buffer.concat(parts);
}

export const asset = async (person: Person, bytes: Uint8Array = somePicture()) =>
  (await createAsset(person.scope, { name: "secret launch.png", bytes })).id;

export const image = (id: string, assetId: string): Layer => ({
  ...imageEntry.create(id, { width: 60, height: 30 }),
  source: { kind: "asset", assetId },
});

export const withLayer = (layer: Layer): Document => ({ ...createDocument(BLANK), layers: [layer] });

export const json = (value: unknown) =>
  Buffer.from(typeof value === "string" ? value : JSON.stringify(value));
export const manifest = (more: object = {}): BuiltEntry => ({
  name: "manifest.json",
  bytes: json({ format: "nameplate", version: 1, name: "Hostile", fonts: [], ...more }),
});
export const design = (document: unknown = createDocument(BLANK)): BuiltEntry => ({
  name: "document.json",
  bytes: json(document),
});
export const FOREIGN = "ast_picture0001";
export const shows = (id = FOREIGN) => design(withLayer(image("one", id)));
export const picture = (bytes: Uint8Array, ending = "png"): BuiltEntry => ({
  name: `assets/${FOREIGN}.${ending}`,
  bytes,
});
export const plain = [manifest(), design()];
export const zeros = (bytes: number) => Buffer.alloc(bytes);

export async function contentOf({ scope }: Person) {
  const where = { workspaceId: scope.workspaceId };
  return { templates: await db().template.count({ where }), assets: await db().asset.count({ where }) };
}
