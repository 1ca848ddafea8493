import { z } from "zod";
import { recordEvent } from "@/lib/accounts/audit/record-event";
import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { ASSET_SELECT, type Asset } from "../assets";
import { transaction } from "../db";
import { lineOfText } from "../line-of-text";
import { assetObject } from "./asset-object";
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
  return transaction(async (tx) => {
    const before = await tx.asset.findFirst({ where: one, select: { name: true, tags: true } });
    await tx.asset.updateMany({
      where: one,
      data: {
        ...(change.name === undefined ? {} : { name: change.name }),
        ...(change.tags === undefined ? {} : { tags: change.tags }),
      },
    });
    const asset = await tx.asset.findFirst({ where: one, select: ASSET_SELECT });
    if (!before || !asset) throw assetNotFound();
    if (asset.name !== before.name) {
      const details = { from: before.name, to: asset.name };
      await recordEvent(tx, scope, "asset.edit", assetObject(asset), details);
    }
    if (asset.tags.join() !== before.tags.join()) {
      await recordEvent(tx, scope, "asset.tag", assetObject(asset), { from: before.tags, to: asset.tags });
    }
    return asset;
  });
}
