import { z } from "zod";
import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { openDocument } from "@/lib/template/open-document";
import { putPictureBack, replacePicture } from "@/lib/template/replace-picture";
import type { Document } from "@/lib/template/schema";
import { requireAllowedChange } from "../brand/allow-change";
import { loadBrandKit } from "../brand/brand-kit";
import { db } from "../db";
import { Prisma } from "../generated/prisma/client";
import { storableJson } from "../templates/accept-document";
import { DRAFT_PICTURES } from "./asset-uses";
import { assetNotFound } from "./change-asset";

export const replaceAssetInput = z.strictObject({ with: z.string().max(60) });

const change = z.strictObject({
  id: z.string().max(60),
  /** Of the draft after the change. */
  revision: z.number().int().min(1),
  /** JSON pointers of the places where the picture was replaced. */
  paths: z.array(z.string().max(300)).max(1000),
});

export type Replacement = { templates: (z.infer<typeof change> & { name: string })[] };

const locked = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    revision: z.number(),
    draft: z.unknown(),
    brandLocked: z.boolean(),
  }),
);

/**
 * Shows another picture in every draft that shows this one, all or none. Published versions stay. Each draft is a
 * revision further, so an editor that has it open is told of the change when it saves, and loses nothing. `forbidden`
 * where a lock keeps one of them from this member.
 */
export async function replaceAsset(scope: Scope, id: string, withId: string): Promise<Replacement> {
  const { workspaceId } = scope;
  if (withId === id) {
    throw new AppError("invalid", "Choose another picture: this is the one to be replaced.", {
      path: "/with",
    });
  }
  const { kit } = await loadBrandKit(scope);
  return db().$transaction(async (tx) => {
    const known = await tx.asset.findMany({
      where: { workspaceId, OR: [{ id }, { id: withId, deletedAt: null }] },
      select: { id: true },
    });
    if (!known.some((asset) => asset.id === id)) throw assetNotFound();
    if (!known.some((asset) => asset.id === withId)) {
      throw new AppError("invalid", "The picture to show instead is not in this workspace. Choose another.", {
        path: "/with",
      });
    }
    const rows = locked.parse(
      await tx.$queryRaw`
        SELECT id, name, revision, "draft", "brandLocked" FROM "Template"
        WHERE "workspaceId" = ${workspaceId} AND "deletedAt" IS NULL AND ${DRAFT_PICTURES} ? ${id}
        ORDER BY id FOR UPDATE`,
    );
    const templates: Replacement["templates"] = [];
    for (const row of rows) {
      const { document, paths } = replacePicture(openDocument(row.draft).document, id, withId);
      if (paths.length === 0) continue;
      requireAllowedChange(scope, row, document, kit);
      await store(tx, scope, row.id, document);
      templates.push({ id: row.id, name: row.name, revision: row.revision + 1, paths });
    }
    return { templates };
  });
}

export const undoReplaceInput = z.strictObject({
  with: z.string().max(60),
  templates: z.array(change).min(1).max(500),
});
export type UndoReplaceInput = z.infer<typeof undoReplaceInput>;

/**
 * Takes a replacement back, exactly where it was made. Drafts that somebody has changed since are left alone; their
 * names are answered.
 */
export async function undoReplace(
  scope: Scope,
  id: string,
  input: UndoReplaceInput,
): Promise<{ restored: number; left: string[] }> {
  const { workspaceId } = scope;
  const { kit } = await loadBrandKit(scope);
  return db().$transaction(async (tx) => {
    const asset = await tx.asset.findFirst({ where: { id, workspaceId }, select: { id: true } });
    if (!asset) throw assetNotFound();
    const ids = input.templates.map((template) => template.id);
    const rows = locked.parse(
      await tx.$queryRaw`
        SELECT id, name, revision, "draft", "brandLocked" FROM "Template"
        WHERE "workspaceId" = ${workspaceId} AND "deletedAt" IS NULL AND id IN (${Prisma.join(ids)})
        ORDER BY id FOR UPDATE`,
    );
    const wanted = new Map(input.templates.map((template) => [template.id, template]));
    const left: string[] = [];
    let restored = 0;
    for (const row of rows) {
      const made = wanted.get(row.id);
      if (made?.revision !== row.revision) {
        left.push(row.name);
        continue;
      }
      const document = openDocument(row.draft).document;
      const before = putPictureBack(document, made.paths, id, input.with);
      requireAllowedChange(scope, row, before, kit);
      await store(tx, scope, row.id, before);
      restored += 1;
    }
    return { restored, left };
  });
}

async function store(
  tx: Prisma.TransactionClient,
  { workspaceId }: Scope,
  id: string,
  document: Document,
): Promise<void> {
  await tx.template.updateMany({
    where: { id, workspaceId },
    data: { draft: storableJson(document), revision: { increment: 1 }, lastMutationId: null },
  });
}
