import { createStore, type StoreApi } from "zustand";
import type { PaintImage } from "@/lib/paint/painter";
import type { ResolvedImageSource } from "@/lib/template/resolved";
import { isStressAddress, stressPictureAt, stressPictureSvg } from "@/lib/template/stress-pictures";
import { callForBlob } from "../server-calls";

/** A picture that layers show: on its way, here, or not to be had, with the sentence why. */
export type ShelfEntry =
  | { state: "loading" }
  | { state: "ready"; image: PaintImage }
  | { state: "failed"; message: string };

/** Pictures of assets and of addresses in fields, loaded once and kept while the editor is open. */
export type PictureShelf = {
  entries: Pick<StoreApi<ReadonlyMap<string, ShelfEntry>>, "getState" | "getInitialState" | "subscribe">;
  /** Asks for a picture; answers what is known of it now. */
  want: (source: ResolvedImageSource) => ShelfEntry | null;
  /** For the painter: the picture if it is here. */
  image: (source: ResolvedImageSource) => PaintImage | null;
  /** Where the browser finds an asset's bytes. */
  assetUrl: (assetId: string) => string;
};

/** Addresses that failed are asked for again after this time, ms: pictures on other sites come and go. */
const RETRY_AFTER = 30_000;

export function sourceKey(source: ResolvedImageSource): string | null {
  switch (source.kind) {
    case "none":
      return null;
    case "asset":
      return `asset:${source.assetId}`;
    case "url":
      return `url:${source.url}`;
  }
}

/** `workspaceSlug` is the workspace whose assets are shown; addresses go through the server's guarded door. */
export function createPictureShelf(workspaceSlug: string): PictureShelf {
  const store = createStore<ReadonlyMap<string, ShelfEntry>>(() => new Map());
  const failedAt = new Map<string, number>();
  const base = `/api/w/${encodeURIComponent(workspaceSlug)}`;
  const assetUrl = (assetId: string) => `${base}/assets/${encodeURIComponent(assetId)}`;

  function put(key: string, entry: ShelfEntry): void {
    store.setState(new Map(store.getState()).set(key, entry), true);
  }

  async function imageOf(source: ResolvedImageSource): Promise<PaintImage> {
    if (source.kind === "asset") return paintImage(await callForBlob(assetUrl(source.assetId)));
    const url = source.kind === "url" ? source.url : "";
    if (isStressAddress(url)) return stressPicture(url);
    return paintImage(await callForBlob(`${base}/remote-image`, { url }));
  }

  async function load(key: string, source: ResolvedImageSource): Promise<void> {
    try {
      put(key, { state: "ready", image: await imageOf(source) });
    } catch (error) {
      failedAt.set(key, Date.now());
      put(key, { state: "failed", message: error instanceof Error ? error.message : "It did not load." });
    }
  }

  return {
    entries: store,
    assetUrl,
    image: (source) => {
      const key = sourceKey(source);
      const entry = key === null ? undefined : store.getState().get(key);
      return entry?.state === "ready" ? entry.image : null;
    },
    want: (source) => {
      const key = sourceKey(source);
      if (key === null) return null;
      const entry = store.getState().get(key);
      const stale = entry?.state === "failed" && Date.now() - (failedAt.get(key) ?? 0) > RETRY_AFTER;
      if (entry && !stale) return entry;
      const loading: ShelfEntry = { state: "loading" };
      put(key, loading);
      void load(key, source);
      return loading;
    },
  };
}

/** A picture of the stress set, drawn here. Throws for the address where there is none, as asking for it would. */
function stressPicture(address: string): PaintImage {
  const size = stressPictureAt(address);
  const svg = stressPictureSvg(address);
  if (size === null || svg === null) throw new Error("There is no picture at this address.");
  return { href: `data:image/svg+xml,${encodeURIComponent(svg)}`, ...size };
}

async function paintImage(blob: Blob): Promise<PaintImage> {
  const [href, bitmap] = await Promise.all([dataUri(blob), createImageBitmap(blob)]);
  const { width, height } = bitmap;
  bitmap.close();
  return { href, width, height };
}

function dataUri(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error("The picture could not be read."));
    reader.readAsDataURL(blob);
  });
}
