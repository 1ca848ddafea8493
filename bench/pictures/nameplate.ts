import { createHash } from "node:crypto";
import type { RenderEngine, RenderRequest } from "@/lib/render/engine/render-engine";
import { sourceKey } from "@/lib/render/engine/source-key";
import type { PictureBook } from "@/lib/render/picture-book";
import { resolveDocument } from "@/lib/template/resolve-document";
import type { ResolvedImageSource } from "@/lib/template/resolved";
import { type Contender, FORMATS, type Format } from "./contender";
import { documentOf } from "./document";
import { dataUri, type Material } from "./material";
import type { Scene, Values } from "./scene";

/** Asks for a scene's picture as the picture handler does, from values on; nothing of it is remembered. */
export type Asking = (values: Values, format: Format) => RenderRequest;

/** Makes requests for a scene over pictures that have been fetched already, as they are for all contenders. */
export function askingFor(scene: Scene, material: Material): Asking {
  const document = documentOf(scene);
  const book = bookOf(material);
  return (values, format) => ({
    version: scene.id,
    document,
    resolved: resolveDocument(document, values, { now: 0 }).document,
    book,
    families: [],
    output: { format, scale: 1, kilobytes: null },
    urgency: "usual",
  });
}

export function nameplate(name: string, engine: RenderEngine, asking: Asking): Contender {
  return {
    name,
    formats: FORMATS,
    render: async (values, format) => (await engine.render(asking(values, format))).bytes,
  };
}

function bookOf(material: Material): PictureBook {
  const pictures = new Map(
    Array.from(material, ([name, picture]) => {
      const hash = createHash("sha256").update(picture.bytes).digest("hex");
      return [name, { href: dataUri(picture), width: picture.width, height: picture.height, hash }];
    }),
  );
  const named = (source: ResolvedImageSource) => pictures.get(sourceKey(source).replace(/^(asset|url):/, ""));
  return {
    image: (source) => named(source) ?? null,
    hash: (source) => named(source)?.hash ?? "-",
    hashes: [],
    failed: 0,
    remote: false,
  };
}
