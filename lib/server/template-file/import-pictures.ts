import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { takeAsset } from "../assets";
import { fileError } from "./file-error";
import { FILE_LIMITS } from "./file-limits";

/** What is wrong with a picture, not with the server at the moment. */
const REFUSED: readonly AppError["code"][] = ["invalid", "unsupported_type", "too_large"];

/**
 * Takes pictures in as uploads are taken: decoded in a process of its own, encoded anew. Gives the workspace's ids by
 * those of the file, and why some were not taken. `onNew` is told at once of each that was not in the library before, so
 * that it can be taken out again whatever becomes of the rest.
 */
export async function importPictures(
  scope: Scope,
  pictures: ReadonlyMap<string, Uint8Array>,
  onNew: (assetId: string) => void,
  now: () => number = Date.now,
): Promise<{ ids: ReadonlyMap<string, string>; refusals: readonly string[] }> {
  const ids = new Map<string, string>();
  const refusals: string[] = [];
  const end = now() + FILE_LIMITS.patienceMs;
  for (const [id, bytes] of pictures) {
    if (now() > end) throw fileError("The pictures in this file take too long to read.");
    try {
      const { asset, isNew } = await takeAsset(scope, { name: `Imported picture ${ids.size + 1}`, bytes });
      if (isNew) onNew(asset.id);
      ids.set(id, asset.id);
    } catch (error) {
      if (!(error instanceof AppError) || !REFUSED.includes(error.code)) throw error;
      refusals.push(error.message);
    }
  }
  return { ids, refusals };
}
