import { z } from "zod";
import { AppError } from "@/lib/errors";
import { db, transaction } from "@/lib/server/db";
import type { Prisma } from "@/lib/server/generated/prisma/client";
import { lineOfText } from "@/lib/server/line-of-text";
import { lockWorkspace } from "@/lib/server/lock-workspace";
import { recordEvent } from "../audit/record-event";
import { newId } from "../ids";
import { allowed } from "../permissions";
import type { Scope } from "../scope";
import { API_SCOPE_NAMES, API_SCOPES } from "./api-scopes";
import { hashOfKey, newKeyText } from "./key-text";

/** Keys of a workspace that work. */
const MOST_KEYS = 50;

const DAY_MS = 24 * 60 * 60_000;

/** A key that another takes the place of works on for this long at most. */
const LONGEST_OVERLAP_HOURS = 7 * 24;

export const createKeyInput = z.strictObject({
  name: lineOfText(80, "Say what the key is for."),
  scopes: z.array(z.enum(API_SCOPE_NAMES)).min(1, "Choose at least one scope."),
  /** The only projects it reaches; left out: all of the workspace. */
  projectIds: z.array(z.string().max(60)).min(1, "Choose at least one project.").max(100).optional(),
  /** Days until it stops working; left out: it works until it is revoked. */
  expiresInDays: z.number().int().min(1).max(3650).optional(),
});
export type CreateKeyInput = z.infer<typeof createKeyInput>;

export const rotateKeyInput = z.strictObject({
  /** How long the old key works beside the new one. */
  overlapHours: z.number().int().min(0).max(LONGEST_OVERLAP_HOURS, "The overlap is at most 7 days."),
});

/** A key as lists show it. The key itself is shown once, when it is made. */
export type KeySummary = {
  id: string;
  name: string;
  lastFour: string;
  scopes: string[];
  /** The only projects it reaches; null: all. */
  projectIds: string[] | null;
  createdAt: Date;
  createdBy: string | null;
  expiresAt: Date | null;
  revokedAt: Date | null;
  lastUsedAt: Date | null;
  /** When it last came in an address, where logs and caches keep it; null: never seen there. */
  leakedAt: Date | null;
  replacedById: string | null;
};

export type NewKey = { key: KeySummary; secret: string };

const SELECT = {
  id: true,
  name: true,
  lastFour: true,
  scopes: true,
  allProjects: true,
  projectIds: true,
  createdById: true,
  createdAt: true,
  expiresAt: true,
  revokedAt: true,
  lastUsedAt: true,
  leakedAt: true,
  replacedById: true,
} as const satisfies Prisma.ApiKeySelect;

type Row = Prisma.ApiKeyGetPayload<{ select: typeof SELECT }>;

/** The workspace's keys, also those that work no more, the newest first. Two queries. */
export async function listKeys({ workspaceId }: Scope): Promise<KeySummary[]> {
  const rows = await db().apiKey.findMany({
    where: { workspaceId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 200,
    select: SELECT,
  });
  const makers = await db().user.findMany({
    where: { id: { in: [...new Set(rows.map((row) => row.createdById))] } },
    select: { id: true, name: true },
  });
  const names = new Map(makers.map(({ id, name }) => [id, name]));
  return rows.map((row) => summaryOf(row, names.get(row.createdById) ?? null));
}

/**
 * Makes a key. Its secret is in the answer and nowhere else. `invalid` for a scope that the maker's own role does not
 * allow, and for a project that is not in reach.
 */
export async function createKey(scope: Scope, input: CreateKeyInput, now = new Date()): Promise<NewKey> {
  refuseBeyondRole(scope, input.scopes);
  return transaction(async (tx) => {
    await requireProjects(tx, scope, input.projectIds ?? []);
    await requireRoom(tx, scope, now);
    const days = input.expiresInDays;
    const made = await insert(tx, scope, {
      name: input.name,
      scopes: [...new Set(input.scopes)],
      allProjects: input.projectIds === undefined,
      projectIds: [...new Set(input.projectIds ?? [])],
      expiresAt: days === undefined ? null : new Date(now.getTime() + days * DAY_MS),
    });
    await recordEvent(tx, scope, "key.edit", objectOf(made.key), {
      done: "created",
      scopes: made.key.scopes,
    });
    return made;
  });
}

/** Ends a key at once, on every node. Revoking a revoked one changes nothing. */
export async function revokeKey(scope: Scope, id: string, now = new Date()): Promise<KeySummary> {
  return transaction(async (tx) => {
    const row = await find(tx, scope, id);
    if (row.revokedAt === null) {
      await tx.apiKey.updateMany({
        where: { id, workspaceId: scope.workspaceId },
        data: { revokedAt: now },
      });
      await recordEvent(tx, scope, "key.edit", objectOf(row), { done: "revoked" });
    }
    return summaryOf(await find(tx, scope, id), null);
  });
}

/**
 * A new key that may do what the old one may; the old one works on beside it for the overlap, so that programs can be
 * changed one after the other. `conflict` for a key that works no more or was replaced already.
 */
export async function rotateKey(
  scope: Scope,
  id: string,
  { overlapHours }: z.infer<typeof rotateKeyInput>,
  now = new Date(),
): Promise<NewKey> {
  return transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM "ApiKey" WHERE id = ${id} AND "workspaceId" = ${scope.workspaceId} FOR UPDATE`;
    const old = await find(tx, scope, id);
    if (old.revokedAt || (old.expiresAt && old.expiresAt <= now)) {
      throw new AppError(
        "conflict",
        "This key works no more, so nothing can take its place. Make a new one.",
      );
    }
    if (old.replacedById)
      throw new AppError("conflict", "This key was replaced already; rotate the newer one.");
    refuseBeyondRole(scope, old.scopes);
    // Without an overlap the old one makes the room.
    if (overlapHours > 0) await requireRoom(tx, scope, now);
    const { name, scopes, allProjects, projectIds, expiresAt } = old;
    const made = await insert(tx, scope, { name, scopes, allProjects, projectIds, expiresAt });
    const end = new Date(now.getTime() + overlapHours * 60 * 60_000);
    await tx.apiKey.updateMany({
      where: { id, workspaceId: scope.workspaceId },
      data: { replacedById: made.key.id, expiresAt: expiresAt && expiresAt < end ? expiresAt : end },
    });
    await recordEvent(tx, scope, "key.edit", objectOf(old), { done: "rotated", overlapHours });
    return made;
  });
}

type Values = Pick<Row, "name" | "scopes" | "allProjects" | "projectIds" | "expiresAt">;

async function insert(tx: Prisma.TransactionClient, scope: Scope, values: Values): Promise<NewKey> {
  const secret = newKeyText();
  const row = await tx.apiKey.create({
    data: {
      ...values,
      id: newId("key"),
      workspaceId: scope.workspaceId,
      hash: hashOfKey(secret),
      lastFour: secret.slice(-4),
      createdById: scope.userId,
    },
    select: SELECT,
  });
  return { key: summaryOf(row, null), secret };
}

async function find(tx: Prisma.TransactionClient, { workspaceId }: Scope, id: string): Promise<Row> {
  const row = await tx.apiKey.findFirst({ where: { id, workspaceId }, select: SELECT });
  if (!row) throw new AppError("not_found", "There is no such key in this workspace.");
  return row;
}

function refuseBeyondRole(scope: Scope, scopes: readonly string[]): void {
  const beyond = API_SCOPE_NAMES.find(
    (name) =>
      scopes.includes(name) && API_SCOPES[name].actions.some((action) => !allowed(scope.role, action)),
  );
  if (beyond === undefined) return;
  throw new AppError("invalid", `Your role here is ${scope.role}, and ${beyond} goes beyond it.`, {
    path: "/scopes",
  });
}

async function requireProjects(
  tx: Prisma.TransactionClient,
  { workspaceId }: Scope,
  ids: readonly string[],
): Promise<void> {
  const rows = await tx.project.findMany({
    where: { workspaceId, id: { in: [...ids] } },
    select: { id: true },
  });
  const own = new Set(rows.map((row) => row.id));
  const foreign = ids.findIndex((id) => !own.has(id));
  if (foreign === -1) return;
  throw new AppError("invalid", "There is no such project in this workspace.", {
    path: `/projectIds/${foreign}`,
  });
}

/** Counts behind a lock that is held to the end of the transaction, so that no two take the last place. */
async function requireRoom(tx: Prisma.TransactionClient, { workspaceId }: Scope, now: Date): Promise<void> {
  await lockWorkspace(tx, workspaceId);
  const count = await tx.apiKey.count({
    where: { workspaceId, revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
  });
  if (count < MOST_KEYS) return;
  throw new AppError("conflict", `A workspace has at most ${MOST_KEYS} keys. Revoke one that is not used.`);
}

function summaryOf({ allProjects, projectIds, createdById: _, ...row }: Row, by: string | null): KeySummary {
  return { ...row, projectIds: allProjects ? null : projectIds, createdBy: by };
}

function objectOf({ id, name }: { id: string; name: string }) {
  return { kind: "key", id, name };
}
