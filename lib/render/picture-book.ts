import { sourcesOf } from "@/lib/paint/layers/painters";
import type { PaintImage } from "@/lib/paint/painter";
import type { ResolvedDocument, ResolvedImageSource } from "@/lib/template/resolve-document";
import { sourceKey } from "./engine/source-key";
import type { RemoteWish } from "./remote/remote-picture";
import { withDeadline } from "./within";

/** A picture with the hash of its bytes, which goes into cache keys. */
export type LoadedPicture = PaintImage & { hash: string };

export type PictureLoaders = {
  asset: (workspaceId: string, assetId: string) => Promise<LoadedPicture | null>;
  remote: (url: string, wish: RemoteWish) => Promise<LoadedPicture | null>;
  /** Told once a document of the first loader that failed, which is not that there is no picture. */
  onError?: (error: unknown) => void;
};

export type PictureBook = {
  image: (source: ResolvedImageSource) => PaintImage | null;
  /** Hash of the picture of a source; "-" where it did not load. */
  hash: (source: ResolvedImageSource) => string;
  /** Hashes of everything the document shows, in its order. */
  hashes: string[];
  /** How many pictures did not load. */
  failed: number;
  /** Whether any picture came from an address, where it may change. */
  remote: boolean;
};

/** How long a link waits for its pictures: a little more than the guarded door takes to give up. */
const PATIENCE_MS = 6_000;

/** Whose pictures a document shows, and where from it may show others. */
export type PictureOwner = {
  workspaceId: string;
  /** Hosts of pictures by address; empty: any public host. */
  allowedImageHosts: readonly string[];
};

/**
 * Loads every picture a resolved document shows, side by side, for a drawing of `scale` pixels to a px. A picture
 * that does not load is missing from the book; the painter then shows the layer's replacement.
 */
export async function loadPictureBook(
  document: ResolvedDocument,
  owner: PictureOwner,
  loaders: PictureLoaders,
  scale = 1,
): Promise<PictureBook> {
  const sources = new Map<string, { source: ResolvedImageSource; box: number }>();
  for (const layer of document.layers) {
    // A group is at least as large as what it holds.
    const box = Math.ceil(Math.max(layer.width, layer.height) * scale);
    for (const source of sourcesOf(layer)) {
      if (source.kind === "none") continue;
      const key = sourceKey(source);
      sources.set(key, { source, box: Math.max(box, sources.get(key)?.box ?? 0) });
    }
  }
  const loaded = new Map<string, LoadedPicture>();
  let failed = 0;
  const errors: unknown[] = [];
  await Promise.all(
    Array.from(sources, async ([key, { source, box }]) => {
      const loading = load(source, box, owner, loaders).catch((error) => {
        errors.push(error);
        return null;
      });
      const picture = await withDeadline(loading, PATIENCE_MS).catch(() => null);
      if (picture) loaded.set(key, picture);
      else failed += 1;
    }),
  );
  if (errors.length > 0) loaders.onError?.(errors[0]);
  return {
    image: (source) => loaded.get(sourceKey(source)) ?? null,
    hash: (source) => loaded.get(sourceKey(source))?.hash ?? "-",
    hashes: Array.from(sources.keys(), (key) => loaded.get(key)?.hash ?? "-"),
    failed,
    remote: [...sources.values()].some(({ source }) => source.kind === "url"),
  };
}

async function load(
  source: ResolvedImageSource,
  box: number,
  owner: PictureOwner,
  loaders: PictureLoaders,
): Promise<LoadedPicture | null> {
  switch (source.kind) {
    case "none":
      return null;
    case "asset":
      return loaders.asset(owner.workspaceId, source.assetId);
    case "url":
      return loaders.remote(source.url, { allowedHosts: owner.allowedImageHosts, box });
  }
}
