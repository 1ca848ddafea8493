import { z } from "zod";
import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { ASSET_SELECT, type Asset } from "../assets";
import { db } from "../db";
import { lineOfText } from "../line-of-text";
import { assetTags } from "./asset-tag";

export const changeAssetInput = z
  .strictObject({ name: lineOfText(200, "Enter a name for the picture."), tags: assetTags })
  .partial()
  .refine((change) => Object.keys(change).length > 0, "Say what to change: name or tags.");
export type ChangeAssetInput = z.infer<typeof changeAssetInput>;

/** The one answer for a picture that never was or is somebody else's. */
export function assetNotFound(): AppError {
  return new AppError("not_found", "There is no such picture in this workspace.");
}

/** Renames a picture or gives it other tags. Layers that show it keep the names they have. */
export async function changeAsset(scope: Scope, id: string, change: ChangeAssetInput): Promise<Asset> {
  const one = { id, workspaceId: scope.workspaceId };
  const { count } = await db().asset.updateMany({
    where: one,
    data: {
      ...(change.name === undefined ? {} : { name: change.name }),
      ...(change.tags === undefined ? {} : { tags: change.tags }),
    },
  });
  const asset = count === 0 ? null : await db().asset.findFirst({ where: one, select: ASSET_SELECT });
  if (!asset) throw assetNotFound();
  return asset;
}
