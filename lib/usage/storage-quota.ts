import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { type Database, transaction } from "@/lib/server/db";
import { lockWorkspace } from "@/lib/server/lock-workspace";
import { monthOf } from "./months";
import { planOf } from "./plan-of";
import { quotaReached } from "./quota-reached";
import { figure } from "./usage-words";

type Where = Pick<Scope, "workspaceId">;

/**
 * Makes sure that the plan has room for so many more bytes, and holds it until the transaction ends, which is to store
 * them: others who upload wait for their turn. @throws AppError `conflict`
 */
export async function takeStorage(
  tx: Database,
  { workspaceId }: Where,
  bytes: number,
  now = new Date(),
): Promise<void> {
  const used = await requireRoom(tx, { workspaceId }, bytes);
  if (used === null) return;
  const { plan } = await tx.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { plan: true },
  });
  const total = { workspaceId, plan, month: monthOf(now), metric: "storage", used: used + bytes } as const;
  await quotaReached(tx, [total], now);
}

/** Refuses what there is no room for at this moment, before any of it is stored. @throws AppError `conflict` */
export async function requireStorage(scope: Where, bytes: number): Promise<void> {
  await transaction((tx) => requireRoom(tx, scope, bytes));
}

/** Refuses another kept picture where the plan is full; how large it is shows only when it is made. @throws AppError `conflict` */
export async function requirePictureRoom(scope: Where): Promise<void> {
  await transaction((tx) => requireRoom(tx, scope, "picture"));
}

/** The same for pictures of a batch. @throws AppError `conflict` */
export async function requireBatchRoom(scope: Where): Promise<void> {
  await transaction((tx) => requireRoom(tx, scope, "batch"));
}

/** Finds what quota of storage is reached by what was kept just now, in the transaction that counts it. */
export async function noteStorage(tx: Database, { workspaceId }: Where, now = new Date()): Promise<void> {
  const { plan } = await tx.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { plan: true },
  });
  if (planOf({ plan }).limits.storage === null) return;
  const used = await storageUsed(tx, { workspaceId }, now);
  await quotaReached(tx, [{ workspaceId, plan, month: monthOf(now), metric: "storage", used }], now);
}

/**
 * Bytes of all uploads, rows of tables included, and of kept pictures, those of batches too, until they are deleted. Deleted uploads count, since old pictures go on
 * showing them.
 */
export async function storageUsed(tx: Database, { workspaceId }: Where, now = new Date()): Promise<number> {
  const where = { workspaceId };
  const kept = { workspaceId, state: "ready", expiresAt: { gt: now } } as const;
  const [assets, fonts, pictures, tables] = [
    await tx.asset.aggregate({ where, _sum: { bytes: true } }),
    await tx.font.aggregate({ where, _sum: { bytes: true } }),
    await tx.image.aggregate({ where: kept, _sum: { bytes: true } }),
    await tx.dataFilling.aggregate({ where: { workspaceId, endedAt: null }, _sum: { bytes: true } }),
  ];
  const batches = await tx.batch.aggregate({
    where: { workspaceId, expiresAt: { gt: now } },
    _sum: { bytes: true },
  });
  const ofBatches = Number(batches._sum.bytes ?? 0);
  return [assets, fonts, pictures, tables].reduce((sum, { _sum }) => sum + (_sum.bytes ?? 0), ofBatches);
}

/**
 * What is used until now; null where there is no limit. `wanted`: bytes of a file, or what pictures are for that are not
 * made yet.
 */
async function requireRoom(
  tx: Database,
  { workspaceId }: Where,
  wanted: number | "picture" | "batch",
): Promise<number | null> {
  const workspace = await tx.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { plan: true },
  });
  const { id, name, limits } = planOf(workspace);
  const limit = limits.storage;
  // Where nothing is limited nobody waits for anybody.
  if (limit === null) return null;
  await lockWorkspace(tx, workspaceId);
  const used = await storageUsed(tx, { workspaceId });
  if (typeof wanted === "number" ? used + wanted <= limit : used < limit) return used;
  const shown = (value: number) => figure("storage", value);
  const larger = "ask whoever runs this service for a larger plan";
  const kept = `${shown(used)} are used by uploads and kept pictures.`;
  const more =
    wanted === "batch"
      ? `${kept} Delete batches or uploads that nobody needs, or ${larger}; then retry the failed rows.`
      : wanted === "picture"
        ? `${kept} Ask for the picture itself (“bytes”), which is not kept, or ${larger}.`
        : `${shown(used)} are used, and this file has ${shown(wanted)}. Send a smaller file, or ${larger}.`;
  const includes = wanted === "batch" ? "of storage" : "of uploads";
  throw new AppError("conflict", `The plan ${name} includes ${shown(limit)} ${includes}. ${more}`, {
    details: { metric: "storage", plan: id, limit, used },
  });
}
