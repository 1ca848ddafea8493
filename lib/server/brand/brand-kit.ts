import { z } from "zod";
import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { type BrandKit, brandKit, EMPTY_KIT } from "@/lib/template/brand";
import { db } from "../db";
import type { Prisma } from "../generated/prisma/client";
import { isUniqueViolation } from "../unique-violation";

export type StoredKit = {
  kit: BrandKit;
  /** Counts saves; 0 before the first. */
  revision: number;
};

/** The workspace's brand kit. One that this release cannot read is an empty one, at the revision it has. */
export async function loadBrandKit({ workspaceId }: Scope): Promise<StoredKit> {
  const row = await db().brandKit.findUnique({
    where: { workspaceId },
    select: { kit: true, revision: true },
  });
  if (!row) return { kit: EMPTY_KIT, revision: 0 };
  return { kit: brandKit.safeParse(row.kit).data ?? EMPTY_KIT, revision: row.revision };
}

export const saveBrandKitInput = z.strictObject({
  kit: brandKit,
  /** Revision the kit was changed on; 0 where there was none. */
  baseRevision: z.number().int().min(0),
});
export type SaveBrandKit = z.infer<typeof saveBrandKitInput>;

export type SavedKit = { kind: "saved"; revision: number } | ({ kind: "conflict" } & StoredKit);

/**
 * Replaces the kit if it is still at the revision the save was made on; otherwise nothing is stored, and the caller
 * gets the kit that is there. `invalid` for a picture or an uploaded font that the workspace does not have.
 */
export async function saveBrandKit(scope: Scope, { kit, baseRevision }: SaveBrandKit): Promise<SavedKit> {
  await requireOwn(scope, kit);
  const { workspaceId } = scope;
  const stored: Prisma.InputJsonObject = JSON.parse(JSON.stringify(kit));
  if (baseRevision === 0) {
    try {
      await db().brandKit.create({ data: { workspaceId, kit: stored } });
      return { kind: "saved", revision: 1 };
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
  } else {
    const { count } = await db().brandKit.updateMany({
      where: { workspaceId, revision: baseRevision },
      data: { kit: stored, revision: { increment: 1 } },
    });
    if (count === 1) return { kind: "saved", revision: baseRevision + 1 };
  }
  return { kind: "conflict", ...(await loadBrandKit(scope)) };
}

async function requireOwn({ workspaceId }: Scope, { fonts, textStyles, logos }: BrandKit): Promise<void> {
  if (logos.length > 0) {
    const id = { in: logos.map(({ assetId }) => assetId) };
    const rows = await db().asset.findMany({ where: { workspaceId, id }, select: { id: true } });
    const own = new Set(rows.map((row) => row.id));
    refuse(
      logos.findIndex(({ assetId }) => !own.has(assetId)),
      (index) => `/kit/logos/${index}/assetId`,
      "This picture is not of this workspace. Choose another.",
    );
  }
  const families = [...fonts, ...textStyles].map(({ fontFamily }) => fontFamily).filter(isUploaded);
  if (families.length === 0) return;
  const familyKey = { in: families };
  const rows = await db().font.findMany({ where: { workspaceId, familyKey }, select: { familyKey: true } });
  const own = new Set(rows.map((row) => row.familyKey));
  for (const [list, items] of Object.entries({ fonts, textStyles })) {
    refuse(
      items.findIndex(({ fontFamily }) => isUploaded(fontFamily) && !own.has(fontFamily)),
      (index) => `/kit/${list}/${index}/fontFamily`,
      "This font is not of this workspace. Choose another.",
    );
  }
}

/** Whether documents call an uploaded family so. */
function isUploaded(family: string): boolean {
  return family.startsWith("f_");
}

function refuse(index: number, pathOf: (index: number) => string, message: string): void {
  if (index >= 0) throw new AppError("invalid", message, { path: pathOf(index) });
}
