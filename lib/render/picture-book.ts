import { sourcesOf } from "@/lib/paint/layers/painters";
import type { PaintImage } from "@/lib/paint/painter";
import type { ResolvedDocument, ResolvedImageSource } from "@/lib/template/resolve-document";
import { withDeadline } from "./within";

/** A picture with the hash of its bytes, which goes into cache keys. */
export type LoadedPicture = PaintImage & { hash: string };

export type PictureLoaders = {
  asset: (workspaceId: string, assetId: string) => Promise<LoadedPicture | null>;
  remote: (url: string) => Promise<LoadedPicture | null>;
};

export type PictureBook = {
  image: (source: ResolvedImageSource) => PaintImage | null;
  /** Hashes of everything loaded, in document order. */
  hashes: string[];
  /** How many pictures did not load. */
  failed: number;
};

/** How long a link waits for its pictures: a little more than the guarded door takes to give up. */
const PATIENCE_MS = 6_000;

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
  for (const source of document.layers.flatMap((layer) => sourcesOf(layer))) {
    if (source.kind !== "none") sources.set(sourceKey(source), source);
  }
  const loaded = new Map<string, LoadedPicture>();
  let failed = 0;
  await Promise.all(
    Array.from(sources, async ([key, source]) => {
      const loading = load(source, workspaceId, loaders);
      const picture = await withDeadline(loading, PATIENCE_MS).catch(() => null);
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
    case "url":
      return loaders.remote(source.url);
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
