import { createHash } from "node:crypto";
import type { PaintImage } from "@/lib/paint/painter";
import type { ResolvedDocument, ResolvedImageSource, ResolvedLayer } from "@/lib/template/resolve-document";

/** A picture with the hash of its bytes, which goes into cache keys. */
export type LoadedPicture = PaintImage & { hash: string };

export type PictureLoaders = {
  asset: (workspaceId: string, assetId: string) => Promise<LoadedPicture | null>;
  remote: (url: string) => Promise<PaintImage | null>;
};

export type PictureBook = {
  image: (source: ResolvedImageSource) => PaintImage | null;
  /** Hashes of everything loaded, in document order. */
  hashes: string[];
  /** How many pictures did not load. */
  failed: number;
};

/**
 * Loads every picture a resolved document shows, side by side. A picture that does not load is missing from
 * the book; the painter then shows the layer's replacement.
 */
export async function loadPictureBook(
  document: ResolvedDocument,
  workspaceId: string,
  loaders: PictureLoaders,
): Promise<PictureBook> {
  const sources = new Map<string, ResolvedImageSource>();
  collect(document.layers, sources);
  const loaded = new Map<string, LoadedPicture>();
  let failed = 0;
  await Promise.all(
    Array.from(sources, async ([key, source]) => {
      const picture = await load(source, workspaceId, loaders).catch(() => null);
      if (picture) loaded.set(key, picture);
      else failed += 1;
    }),
  );
  return {
    image: (source) => loaded.get(sourceKey(source)) ?? null,
    hashes: Array.from(sources.keys(), (key) => loaded.get(key)?.hash ?? "-"),
    failed,
  };
}

async function load(
  source: ResolvedImageSource,
  workspaceId: string,
  loaders: PictureLoaders,
): Promise<LoadedPicture | null> {
  switch (source.kind) {
    case "none":
      return null;
    case "asset":
      return loaders.asset(workspaceId, source.assetId);
    case "url": {
      const picture = await loaders.remote(source.url);
      return picture && { ...picture, hash: createHash("sha256").update(picture.href).digest("hex") };
    }
  }
}

function collect(layers: readonly ResolvedLayer[], into: Map<string, ResolvedImageSource>): void {
  for (const layer of layers) {
    if (layer.type === "group") collect(layer.children, into);
    if (layer.type !== "image") continue;
    if (layer.source.kind !== "none") into.set(sourceKey(layer.source), layer.source);
    if (layer.replacement && layer.source.kind !== "asset") {
      const source: ResolvedImageSource = { kind: "asset", assetId: layer.replacement };
      into.set(sourceKey(source), source);
    }
  }
}

function sourceKey(source: ResolvedImageSource): string {
  switch (source.kind) {
    case "none":
      return "";
    case "asset":
      return `asset:${source.assetId}`;
    case "url":
      return `url:${source.url}`;
  }
}
