import { z } from "zod";
import { recordEvent } from "@/lib/accounts/audit/record-event";
import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { detachChanged } from "@/lib/template/apply-kit";
import type { BrandKit } from "@/lib/template/brand";
import { LIMITS } from "@/lib/template/limits";
import { openDocument } from "@/lib/template/open-document";
import { putPictureBack, replacePicture } from "@/lib/template/replace-picture";
import type { Document } from "@/lib/template/schema";
import { withKit } from "@/lib/template/with-kit";
import { requireAllowedChange } from "../brand/allow-change";
import { requireBrandKit } from "../brand/brand-kit";
import { transaction } from "../db";
import { Prisma } from "../generated/prisma/client";
import { storableJson } from "../templates/accept-document";
import { assetObject } from "./asset-object";
import { assetNotFound } from "./change-asset";
import { DRAFT_PICTURES } from "./document-pictures";

/** Most drafts that are changed at once: all of them or none, and others wait meanwhile. */
export const MOST_DRAFTS = 500;

/** Drafts that are held in memory at a time. */
const BATCH = 25;

/** How long a change of many drafts may take, and how long it may wait to begin, ms. */
const TIME = { timeout: 60_000 };

/** A layer shows a picture, its replacement, and what its rules set. */
const MOST_PLACES = LIMITS.layers * (2 + LIMITS.rules);

export const replaceAssetInput = z.strictObject({ with: z.string().max(60) });

const change = z.strictObject({
  id: z.string().max(60),
  /** Of the draft after the change. */
  revision: z.number().int().min(1),
  /** Which of the draft's pictures were replaced, see `replacePicture`. */
  places: z.array(z.number().int().min(0).max(MOST_PLACES)).max(MOST_PLACES),
});

export type Replacement = {
  templates: (z.infer<typeof change> & { name: string })[];
  /** Names of templates whose drafts show it and were left alone, since this release cannot read all that is in them. */
  left: string[];
};

const draftRows = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    revision: z.number(),
    draft: z.unknown(),
    brandLocked: z.boolean(),
    isDeleted: z.boolean(),
  }),
);
type DraftRow = z.infer<typeof draftRows>[number];

/**
 * Shows another picture in every draft that shows this one, all or none; what showed it as a logo of the brand kit
 * follows the kit no more. Published versions stay. Each draft is a revision further, so an editor that has it open is
 * told of the change when it saves, and loses nothing.
 * @throws AppError `forbidden` where a lock keeps one of them from this member; `too_large` for more than `most`
 */
export async function replaceAsset(
  scope: Scope,
  id: string,
  withId: string,
  most = MOST_DRAFTS,
): Promise<Replacement> {
  if (withId === id) {
    throw new AppError("invalid", "Choose another picture: this is the one to be replaced.", {
      path: "/with",
    });
  }
  const { kit } = await requireBrandKit(scope);
  return transaction(async (tx) => {
    const { asset, other } = await requireBoth(tx, scope, id, withId);
    const templates: Replacement["templates"] = [];
    const left: string[] = [];
    for await (const row of lockedDrafts(tx, scope, await draftsShowing(tx, scope, { id, kit, most }))) {
      if (row.isDeleted) continue;
      const { document: before, isWhole } = opened(row, kit);
      const { document, places } = replacePicture(before, id, withId);
      if (places.length === 0) continue;
      if (!isWhole) {
        left.push(row.name);
        continue;
      }
      await store(tx, scope, row, detachChanged(before, document), kit);
      templates.push({ id: row.id, name: row.name, revision: row.revision + 1, places });
    }
    const details = { with: other.name, templates: templates.map(({ name }) => name) };
    await recordEvent(tx, scope, "asset.replace", assetObject(asset), details);
    return { templates, left };
  }, TIME);
}

export const undoReplaceInput = z.strictObject({
  with: z.string().max(60),
  templates: z.array(change).min(1).max(MOST_DRAFTS),
});
export type UndoReplaceInput = z.infer<typeof undoReplaceInput>;

/**
 * Takes a replacement back, exactly where it was made. Drafts that somebody has changed since, and those of templates
 * that were deleted, are left alone; their names are answered.
 */
export async function undoReplace(
  scope: Scope,
  id: string,
  input: UndoReplaceInput,
): Promise<{ restored: number; left: string[] }> {
  const { kit } = await requireBrandKit(scope);
  return transaction(async (tx) => {
    const { workspaceId } = scope;
    const asset = await tx.asset.findFirst({ where: { id, workspaceId }, select: { id: true, name: true } });
    if (!asset) throw assetNotFound();
    const wanted = new Map(input.templates.map((template) => [template.id, template]));
    const left: string[] = [];
    let restored = 0;
    for await (const row of lockedDrafts(tx, scope, [...wanted.keys()].sort())) {
      const made = wanted.get(row.id);
      const { document, isWhole } = opened(row, kit);
      if (row.isDeleted || !isWhole || made?.revision !== row.revision) {
        left.push(row.name);
        continue;
      }
      await store(tx, scope, row, putPictureBack(document, made.places, id, input.with), kit);
      restored += 1;
    }
    await recordEvent(tx, scope, "asset.replace", assetObject(asset), { undone: true, templates: restored });
    return { restored, left };
  }, TIME);
}

async function requireBoth(tx: Prisma.TransactionClient, { workspaceId }: Scope, id: string, withId: string) {
  const known = await tx.asset.findMany({
    where: { workspaceId, OR: [{ id }, { id: withId, deletedAt: null }] },
    select: { id: true, name: true },
  });
  const asset = known.find((each) => each.id === id);
  const other = known.find((each) => each.id === withId);
  if (!asset) throw assetNotFound();
  if (!other) {
    throw new AppError("invalid", "The picture to show instead is not in this workspace. Choose another.", {
      path: "/with",
    });
  }
  return { asset, other };
}

/** Ids of the drafts that hold the picture, or follow a logo of the kit, deleted ones too, that is this picture. */
async function draftsShowing(
  tx: Prisma.TransactionClient,
  { workspaceId }: Scope,
  { id, kit: { logos, retired }, most }: { id: string; kit: BrandKit; most: number },
): Promise<string[]> {
  const tokens = [...logos, ...retired].flatMap((value) =>
    "assetId" in value && value.assetId === id ? [value.id] : [],
  );
  const follows =
    tokens.length === 0
      ? Prisma.sql`false`
      : Prisma.sql`jsonb_path_query_array("draft", '$.layers.**.tokens.*') ?| ${tokens}::text[]`;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Template"
    WHERE "workspaceId" = ${workspaceId} AND "deletedAt" IS NULL AND (${DRAFT_PICTURES} ? ${id} OR ${follows})
    ORDER BY id LIMIT ${most + 1}`;
  if (rows.length > most) {
    throw new AppError(
      "too_large",
      `More than ${most} drafts show this picture, and at most ${most} are changed at once. Replace it in some of them first, or delete templates that nobody needs.`,
      { details: { limit: most } },
    );
  }
  return rows.map((row) => row.id);
}

/** Drafts in the order of their ids, some at a time, each locked until all is done. */
async function* lockedDrafts(
  tx: Prisma.TransactionClient,
  { workspaceId }: Scope,
  ids: readonly string[],
): AsyncGenerator<DraftRow, void> {
  for (let from = 0; from < ids.length; from += BATCH) {
    const batch = ids.slice(from, from + BATCH);
    yield* draftRows.parse(
      await tx.$queryRaw`
        SELECT id, name, revision, "draft", "brandLocked", "deletedAt" IS NOT NULL AS "isDeleted" FROM "Template"
        WHERE "workspaceId" = ${workspaceId} AND id = ANY(${batch})
        ORDER BY id FOR UPDATE`,
    );
  }
}

/** The draft as it is shown. What had to be mended of it may be known to a newer release: that is not written over. */
function opened({ draft }: DraftRow, kit: BrandKit): { document: Document; isWhole: boolean } {
  const { document, repairs } = openDocument(draft);
  return { document: withKit(document, kit), isWhole: repairs.length === 0 };
}

async function store(
  tx: Prisma.TransactionClient,
  scope: Scope,
  row: DraftRow,
  document: Document,
  kit: BrandKit,
): Promise<void> {
  const { id, name } = row;
  const judged = judge(() => requireAllowedChange(scope, row, document, kit), name);
  await tx.template.updateMany({
    where: { id, workspaceId: scope.workspaceId },
    data: { draft: storableJson(judged), revision: { increment: 1 }, lastMutationId: null },
  });
}

/** The same refusal, with the name of the template in front: the layer it speaks of is out of sight. */
function judge<T>(run: () => T, name: string): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "forbidden") throw error;
    throw new AppError("forbidden", `“${name}”: ${error.message}`, { cause: error });
  }
}
