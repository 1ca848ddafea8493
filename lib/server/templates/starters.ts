import { z } from "zod";
import type { EventAction } from "@/lib/accounts/audit/event-actions";
import { recordEvent } from "@/lib/accounts/audit/record-event";
import { newId } from "@/lib/accounts/ids";
import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { openDocument } from "@/lib/template/open-document";
import type { Document } from "@/lib/template/schema";
import { db, transaction } from "../db";
import type { Prisma } from "../generated/prisma/client";
import { storableJson } from "./accept-document";
import { liveTemplate, templateNotFound } from "./find-template";
import { templateName } from "./template-name";
import { type CanvasSize, canvasSize } from "./template-summary";

/** Most starters a workspace may keep. */
export const STARTER_COUNT = 200;

/** A starter of a workspace as the gallery shows it. */
export type WorkspaceStarter = {
  id: string;
  name: string;
  /** Canvas, px; null when the stored document is damaged. */
  size: CanvasSize | null;
  /** What the person who saved it is called; empty when they are gone. */
  by: string;
  createdAt: Date;
};

export const createStarterInput = z.strictObject({
  templateId: z.string().max(60),
  /** Left out: the template's own. */
  name: templateName.optional(),
});
export type CreateStarterInput = z.infer<typeof createStarterInput>;

export const renameStarterInput = z.strictObject({ name: templateName });

const SELECT = { id: true, name: true, createdAt: true, createdById: true } as const;
type Row = Prisma.WorkspaceStarterGetPayload<{ select: typeof SELECT }>;

/** What a starter's id means inside a scope. */
function live({ workspaceId }: Scope, id: string) {
  return { id, workspaceId, deletedAt: null } satisfies Prisma.WorkspaceStarterWhereInput;
}

const starterNotFound = () =>
  new AppError("not_found", "There is no such workspace template. It may have been deleted.");

/** The workspace's own starters, the last saved first. */
export async function listStarters(scope: Scope): Promise<WorkspaceStarter[]> {
  const rows = await db().workspaceStarter.findMany({
    where: { workspaceId: scope.workspaceId, deletedAt: null },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: STARTER_COUNT,
    select: SELECT,
  });
  return described(scope, rows);
}

/** Keeps a copy of a template's draft as it is now, for new templates to begin from. */
export async function createStarter(scope: Scope, input: CreateStarterInput): Promise<WorkspaceStarter> {
  const { workspaceId, userId } = scope;
  const template = await db().template.findFirst({
    where: liveTemplate(scope, input.templateId),
    select: { name: true, draft: true, brandLocked: true },
  });
  if (!template) throw templateNotFound();
  await requireRoom(scope);
  const row = await transaction(async (tx) => {
    const made = await tx.workspaceStarter.create({
      data: {
        id: newId("str"),
        workspaceId,
        name: input.name ?? template.name,
        document: storableJson(openDocument(template.draft).document),
        brandLocked: template.brandLocked,
        createdById: userId,
      },
      select: SELECT,
    });
    await recordEvent(tx, scope, "starter.create", starterObject(made), { from: template.name });
    return made;
  });
  return one(scope, row);
}

export async function renameStarter(scope: Scope, id: string, name: string): Promise<WorkspaceStarter> {
  await change(scope, live(scope, id), { name }, "starter.edit");
  return load(scope, id);
}

/** Takes a starter out of the gallery; templates made from it stay. `restoreStarter` brings it back. */
export async function deleteStarter(scope: Scope, id: string, now = new Date()): Promise<void> {
  await change(scope, live(scope, id), { deletedAt: now }, "starter.delete");
}

export async function restoreStarter(scope: Scope, id: string): Promise<WorkspaceStarter> {
  const one = { id, workspaceId: scope.workspaceId };
  const deleted = { ...one, deletedAt: { not: null } };
  if ((await db().workspaceStarter.count({ where: deleted })) > 0) {
    await requireRoom(scope);
    await change(scope, deleted, { deletedAt: null }, "starter.restore");
  }
  return load(scope, id);
}

/** @throws AppError `invalid` when the workspace has as many starters as it may keep */
async function requireRoom({ workspaceId }: Scope): Promise<void> {
  const count = await db().workspaceStarter.count({ where: { workspaceId, deletedAt: null } });
  if (count < STARTER_COUNT) return;
  throw new AppError(
    "invalid",
    `A workspace keeps at most ${STARTER_COUNT} workspace templates. Delete one first.`,
    { details: { limit: STARTER_COUNT } },
  );
}

/** What a new template begins with. */
export type Beginning = { name: string; document: Document; brandLocked: boolean };

/** What a template begins with that is made from a starter. */
export async function openStarter(scope: Scope, id: string): Promise<Beginning> {
  if (scope.projectIds !== null) throw starterNotFound();
  const row = await db().workspaceStarter.findFirst({
    where: live(scope, id),
    select: { name: true, document: true, brandLocked: true },
  });
  if (!row) throw starterNotFound();
  return { name: row.name, brandLocked: row.brandLocked, document: openDocument(row.document).document };
}

async function change(
  scope: Scope,
  which: Prisma.WorkspaceStarterWhereInput & { id: string },
  data: { name: string } | { deletedAt: Date | null },
  action: EventAction,
): Promise<void> {
  const where = { ...which, workspaceId: scope.workspaceId };
  await transaction(async (tx) => {
    const before = await tx.workspaceStarter.findFirst({ where, select: SELECT });
    const { count } = await tx.workspaceStarter.updateMany({ where, data });
    if (count === 0 || !before) throw starterNotFound();
    if ("name" in data && data.name === before.name) return;
    const object = starterObject({ ...before, ...data });
    await recordEvent(tx, scope, action, object, "name" in data ? { from: before.name, to: data.name } : {});
  });
}

function starterObject({ id, name }: { id: string; name: string }) {
  return { kind: "starter", id, name };
}

async function load(scope: Scope, id: string): Promise<WorkspaceStarter> {
  const row = await db().workspaceStarter.findFirst({ where: live(scope, id), select: SELECT });
  if (!row) throw starterNotFound();
  return one(scope, row);
}

async function one(scope: Scope, row: Row): Promise<WorkspaceStarter> {
  const [starter] = await described(scope, [row]);
  if (!starter) throw starterNotFound();
  return starter;
}

/** Rows with what stands elsewhere: who saved them, and the size without loading the documents. */
async function described({ workspaceId }: Scope, rows: readonly Row[]): Promise<WorkspaceStarter[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const [people, sizes] = await Promise.all([
    db().user.findMany({
      where: { id: { in: [...new Set(rows.map((row) => row.createdById))] } },
      select: { id: true, name: true },
    }),
    db().$queryRaw<{ id: string; width: unknown; height: unknown }[]>`
      SELECT id, document->'width' AS width, document->'height' AS height
      FROM "WorkspaceStarter"
      WHERE "workspaceId" = ${workspaceId} AND id = ANY(${ids})`,
  ]);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const sizeOf = new Map(sizes.map((row) => [row.id, canvasSize.safeParse(row).data ?? null]));
  return rows.map(({ createdById, ...row }) => ({
    ...row,
    size: sizeOf.get(row.id) ?? null,
    by: names.get(createdById) ?? "",
  }));
}
