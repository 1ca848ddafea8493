import { LRUCache } from "lru-cache";
import { log } from "@/lib/server/log";
import { processWide } from "@/lib/server/process-registry";
import { storage } from "@/lib/server/storage";
import type { LoadedPicture, PictureLoaders } from "./picture-book";
import { pictureReads } from "./process-reads";
import { remotePicture } from "./remote/remote-picture";

const ASSET_CACHE_BYTES = 64 * 1024 * 1024;

/** The loaders of this process: assets from storage, remembered in memory; everything else by the guarded door. */
export function pictureLoaders(): PictureLoaders {
  return processWide("picture-loaders", () => {
    const assets = new LRUCache<string, LoadedPicture>({
      maxSize: ASSET_CACHE_BYTES,
      sizeCalculation: (picture) => picture.href.length,
      // What is being loaded is wanted, also when room is needed for what was loaded meanwhile.
      ignoreFetchAbort: true,
      fetchMethod: async (key) => {
        const [workspaceId = "", assetId = ""] = key.split("/");
        return loadAsset(workspaceId, assetId);
      },
    });
    return {
      asset: async (workspaceId, assetId) => (await assets.fetch(`${workspaceId}/${assetId}`)) ?? null,
      remote: remotePicture,
      onError: (error) => log().warn(kindOf(error), "a picture could not be loaded"),
    };
  });
}

/** What may be written down of an error: its sentence may hold an address, which may name a person. */
function kindOf(error: unknown): { name: string; code: unknown } {
  if (!(error instanceof Error)) return { name: typeof error, code: undefined };
  return { name: error.name, code: "code" in error ? error.code : undefined };
}

async function loadAsset(workspaceId: string, assetId: string): Promise<LoadedPicture | undefined> {
  const row = await pictureReads().asset(workspaceId, assetId);
  if (!row) return undefined;
  const bytes = await storage().get(row.storageKey);
  return {
    href: `data:${row.contentType};base64,${bytes.toString("base64")}`,
    width: row.width,
    height: row.height,
    hash: row.sha256,
  };
}
