import { createAsset } from "@/lib/server/assets";
import { createTemplate } from "@/lib/server/templates/create-template";
import { saveDraft } from "@/lib/server/templates/draft";
import { publishTemplate } from "@/lib/server/templates/publish-template";
import { newOwner } from "../new-owner";
import { documentOf } from "../pictures/document";
import { makeMaterial } from "../pictures/material";
import type { Scene } from "../pictures/scene";

/** Puts a scene into the database as somebody's published template. Gives the key of its link. */
export async function seedScene(scene: Scene): Promise<string> {
  const scope = await newOwner();
  const assets = new Map<string, string>();
  for (const [name, { bytes }] of await makeMaterial()) {
    if (name.startsWith("ast_")) assets.set(name, (await createAsset(scope, { name, bytes })).id);
  }
  const { width, height } = scene;
  const from = { kind: "blank" as const, width, height, displayWidth: Math.round(width / 2) };
  const { id } = await createTemplate(scope, { from });
  const document = documentOf(scene, (name) => assets.get(name) ?? name);
  const saved = await saveDraft(scope, id, { document, baseRevision: 1, mutationId: `bench-${scene.id}` });
  const { link } = await publishTemplate(scope, id, saved.revision);
  return link.key;
}
