import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { createAsset } from "../assets";
import { fileError } from "./file-error";
import { FILE_LIMITS } from "./file-limits";

/** What is wrong with a picture, not with the server at the moment. */
const REFUSED: readonly AppError["code"][] = ["invalid", "unsupported_type", "too_large"];

/**
 * Takes pictures in as uploads are taken: decoded in a process of its own, encoded anew. Gives the workspace's ids by
 * those of the file, and why some were not taken, each reason once.
 */
export async function importPictures(
  scope: Scope,
  pictures: ReadonlyMap<string, Uint8Array>,
  now: () => number = Date.now,
): Promise<{ ids: ReadonlyMap<string, string>; refusals: readonly string[] }> {
  const ids = new Map<string, string>();
  const refusals: string[] = [];
  const end = now() + FILE_LIMITS.patienceMs;
  for (const [id, bytes] of pictures) {
    if (now() > end) throw fileError("The pictures in this file take too long to read.");
    try {
      const asset = await createAsset(scope, { name: `Imported picture ${ids.size + 1}`, bytes });
      ids.set(id, asset.id);
    } catch (error) {
      if (!(error instanceof AppError) || !REFUSED.includes(error.code)) throw error;
      refusals.push(error.message);
    }
  }
  return { ids, refusals };
}
