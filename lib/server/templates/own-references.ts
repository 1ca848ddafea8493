import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import type { Document } from "@/lib/template/schema";
import { assetIdsOf, ownFamiliesOf } from "@/lib/template/template-file";
import { db } from "../db";
import { familiesWithin, picturesWithin } from "../material-within";

type Named = { name: string; path: string };

/**
 * Refuses a document that names a picture or an uploaded font which its workspace does not have: another workspace's
 * and one that never was are the same `invalid`, with a JSON pointer (below `/document`). Deleted ones still count.
 */
export async function requireOwnReferences(scope: Scope, document: Document): Promise<void> {
  const { workspaceId } = scope;
  const assets = placed(document, new Set(assetIdsOf(document)));
  const families = placed(document, new Set(ownFamiliesOf(document)));
  if (assets.length > 0) {
    const id = { in: assets.map(({ name }) => name) };
    const own = await db().asset.findMany({ where: { workspaceId, id }, select: { id: true } });
    refuseFirst(
      assets,
      await picturesWithin(
        scope,
        own.map((row) => row.id),
      ),
      "A picture in it is not of this workspace. Choose another.",
    );
  }
  if (families.length > 0) {
    const familyKey = { in: families.map(({ name }) => name) };
    const own = await db().font.findMany({ where: { workspaceId, familyKey }, select: { familyKey: true } });
    const reach = await familiesWithin(scope);
    refuseFirst(
      families,
      new Set(own.map((row) => row.familyKey).filter((key) => reach === null || reach.has(key))),
      "A font in it is not of this workspace. Choose another.",
    );
  }
}

function refuseFirst(all: readonly Named[], own: ReadonlySet<string>, sentence: string): void {
  const foreign = all.find(({ name }) => !own.has(name));
  if (!foreign) return;
  throw new AppError("invalid", `The document is not valid: ${sentence}`, {
    path: `/document${foreign.path}`,
  });
}

/** Where these texts stand in a document, with JSON pointers. */
function placed(value: unknown, texts: ReadonlySet<string>, path = ""): Named[] {
  if (texts.size === 0) return [];
  if (typeof value === "string") return texts.has(value.trim()) ? [{ name: value.trim(), path }] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]) => placed(inside, texts, `${path}/${key}`));
}
