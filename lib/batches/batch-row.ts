import { z } from "zod";
import type { Reach, Scope } from "@/lib/accounts/scope";
import { ofTemplatesWithin } from "@/lib/accounts/within";
import { AppError } from "@/lib/errors";
import { cleanUp } from "@/lib/rows/clean-up";
import { rowMapping } from "@/lib/rows/mapping";
import type { Prisma } from "@/lib/server/generated/prisma/client";
import { BATCH_WAITS, type BatchItem, batchOutput, batchSource, DRAFT_DAYS } from "./batch-item";

const DAY_MS = 24 * 60 * 60_000;

/** How long a batch stays, with its rows and pictures, after it was started. */
export const BATCHES_KEPT_MS = 30 * DAY_MS;

/** When a draft goes that is made or changed now. */
export function draftExpiry(now: Date): Date {
  return new Date(now.getTime() + DRAFT_DAYS * DAY_MS);
}

export const BATCH_SELECT = {
  id: true,
  name: true,
  state: true,
  templateId: true,
  projectId: true,
  versionId: true,
  source: true,
  columns: true,
  rows: true,
  leftOut: true,
  mapping: true,
  cleanUps: true,
  output: true,
  made: true,
  failed: true,
  bytes: true,
  waitsFor: true,
  createdAt: true,
  startedAt: true,
  finishedAt: true,
  expiresAt: true,
} as const satisfies Prisma.BatchSelect;

export type BatchRow = Prisma.BatchGetPayload<{ select: typeof BATCH_SELECT }>;

const batchWait = z.enum(BATCH_WAITS).nullable();

/** A batch as people and programs see it. */
export function batchItem({ bytes, ...row }: BatchRow): BatchItem {
  return {
    ...row,
    bytes: Number(bytes),
    waitsFor: batchWait.parse(row.waitsFor),
    source: batchSource.parse(row.source),
    mapping: rowMapping.parse(row.mapping),
    cleanUps: z.array(cleanUp).parse(row.cleanUps),
    output: batchOutput.parse(row.output),
  };
}

/** Batches within reach: of templates that are. One whose list is still being read is not there yet. */
export function batchesWithin(scope: Reach, now: Date) {
  return {
    ...ofTemplatesWithin(scope),
    expiresAt: { gt: now },
    parts: { gt: 0 },
  } satisfies Prisma.BatchWhereInput;
}

/** A batch as the log of what was done names it. */
export function batchObject({ id, name, projectId }: { id: string; name: string; projectId: string }) {
  return { kind: "batch", id, name, projectId };
}

export function batchNotFound(): AppError {
  return new AppError(
    "not_found",
    `There is no such batch in this workspace. They are kept for 30 days, drafts for ${DRAFT_DAYS}; it may have been deleted.`,
  );
}

/** Where a batch belongs, for whoever looks for its parts. */
export function partsOf({ workspaceId }: Pick<Scope, "workspaceId">, { id }: { id: string }) {
  return { id, workspaceId };
}
