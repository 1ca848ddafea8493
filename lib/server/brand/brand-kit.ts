import { z } from "zod";
import { recordEvent } from "@/lib/accounts/audit/record-event";
import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { BRAND_LISTS, type BrandItem, type BrandKit, brandKit, EMPTY_KIT } from "@/lib/template/brand";
import { withRetired } from "@/lib/template/retired-values";
import { db, transaction } from "../db";
import type { Prisma } from "../generated/prisma/client";
import { isUniqueViolation } from "../unique-violation";

export type StoredKit = {
  /** null: this release cannot read it. Then nothing is put into documents, and what follows the kit goes on to. */
  kit: BrandKit | null;
  /** Counts saves; 0 before the first. */
  revision: number;
};

export type ReadKit = StoredKit & { kit: BrandKit };

/** The workspace's brand kit, empty before the first save. */
export async function loadBrandKit({ workspaceId }: Pick<Scope, "workspaceId">): Promise<StoredKit> {
  const row = await db().brandKit.findUnique({
    where: { workspaceId },
    select: { kit: true, revision: true },
  });
  if (!row) return { kit: EMPTY_KIT, revision: 0 };
  return { kit: brandKit.safeParse(row.kit).data ?? null, revision: row.revision };
}

/** The same for whoever cannot go on without it. @throws AppError `unavailable` when this release cannot read it */
export async function requireBrandKit(scope: Scope): Promise<ReadKit> {
  const { kit, revision } = await loadBrandKit(scope);
  if (kit !== null) return { kit, revision };
  throw new AppError(
    "unavailable",
    "The brand kit was saved by another release of Nameplate, and this one cannot read it. Try again once the update is done.",
  );
}

export const saveBrandKitInput = z.strictObject({
  kit: brandKit,
  /** Revision the kit was changed on; 0 where there was none. */
  baseRevision: z.number().int().min(0),
});
export type SaveBrandKit = z.infer<typeof saveBrandKitInput>;

export type SavedKit = { kind: "saved"; revision: number } | ({ kind: "conflict" } & ReadKit);

/**
 * Replaces the kit if it is still at the revision the save was made on; otherwise nothing is stored, and the caller
 * gets the kit that is there. What it has no more is kept as retired. `invalid` for a picture or an uploaded font that the
 * workspace does not have.
 */
export async function saveBrandKit(scope: Scope, { kit, baseRevision }: SaveBrandKit): Promise<SavedKit> {
  await requireOwn(scope, kit);
  const { workspaceId } = scope;
  const present = await requireBrandKit(scope);
  const stored: Prisma.InputJsonObject = JSON.parse(JSON.stringify(withRetired(present.kit, kit)));
  if (baseRevision === 0) {
    try {
      await transaction(async (tx) => {
        await tx.brandKit.create({ data: { workspaceId, kit: stored } });
        await recordSave(tx, scope, kit, 1);
      });
      return { kind: "saved", revision: 1 };
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
  } else {
    const revision = baseRevision + 1;
    const saved = await transaction(async (tx) => {
      const { count } = await tx.brandKit.updateMany({
        where: { workspaceId, revision: baseRevision },
        data: { kit: stored, revision: { increment: 1 } },
      });
      if (count === 1) await recordSave(tx, scope, kit, revision);
      return count === 1;
    });
    if (saved) return { kind: "saved", revision };
  }
  return { kind: "conflict", ...(await requireBrandKit(scope)) };
}

async function recordSave(
  tx: Prisma.TransactionClient,
  scope: Scope,
  kit: BrandKit,
  revision: number,
): Promise<void> {
  const object = { kind: "brand", id: scope.workspaceId, name: "Brand kit" };
  const sizes = Object.fromEntries(BRAND_LISTS.map((list) => [list, kit[list].length]));
  await recordEvent(tx, scope, "brand.edit", object, { revision, ...sizes });
}

/** Refuses a kit with pictures or uploaded fonts of others, in what was deleted too: drafts may come to show it. */
async function requireOwn({ workspaceId }: Scope, kit: BrandKit): Promise<void> {
  const values = placedValues(kit);
  const logos = values.flatMap(({ value, at }) => ("assetId" in value ? [{ key: value.assetId, at }] : []));
  if (logos.length > 0) {
    const id = { in: logos.map(({ key }) => key) };
    const rows = await db().asset.findMany({ where: { workspaceId, id }, select: { id: true } });
    const own = new Set(rows.map((row) => row.id));
    const foreign = logos.find(({ key }) => !own.has(key));
    refuse(foreign, "assetId", "This picture is not of this workspace. Choose another.");
  }
  const families = values.flatMap(({ value, at }) =>
    "fontFamily" in value && isUploaded(value.fontFamily) ? [{ key: value.fontFamily, at }] : [],
  );
  if (families.length === 0) return;
  const familyKey = { in: families.map(({ key }) => key) };
  const rows = await db().font.findMany({ where: { workspaceId, familyKey }, select: { familyKey: true } });
  const own = new Set(rows.map((row) => row.familyKey));
  const foreign = families.find(({ key }) => !own.has(key));
  refuse(foreign, "fontFamily", "This font is not of this workspace. Choose another.");
}

/** Every value of a kit, deleted ones too, and where it stands in what was sent. */
function placedValues(kit: BrandKit): { value: BrandItem; at: string }[] {
  return ([...BRAND_LISTS, "retired"] as const).flatMap((list) =>
    kit[list].map((value, index) => ({ value, at: `/kit/${list}/${index}` })),
  );
}

/** Whether documents call an uploaded family so. */
function isUploaded(family: string): boolean {
  return family.startsWith("f_");
}

function refuse(foreign: { at: string } | undefined, property: string, message: string): void {
  if (foreign) throw new AppError("invalid", message, { path: `${foreign.at}/${property}` });
}
