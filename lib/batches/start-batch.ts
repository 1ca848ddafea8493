import type { EventAction } from "@/lib/accounts/audit/event-actions";
import { recordEvent } from "@/lib/accounts/audit/record-event";
import type { Scope } from "@/lib/accounts/scope";
import { certificateProblems } from "@/lib/certificates/certificate-option";
import { AppError } from "@/lib/errors";
import { type Database, transaction } from "@/lib/server/db";
import { liveTemplate } from "@/lib/server/templates/find-template";
import { openDocument } from "@/lib/template/open-document";
import { findVariant } from "@/lib/template/variants";
import { takeBatch } from "@/lib/usage/batch-quota";
import type { BatchItem, BatchState } from "./batch-item";
import {
  BATCH_SELECT,
  BATCHES_KEPT_MS,
  batchesWithin,
  batchItem,
  batchNotFound,
  batchObject,
} from "./batch-row";
import { finishBatch } from "./finish-batch";
import { takePlaces } from "./run/batch-places";

/**
 * Starts a draft: from now on it shows the version that is published at this moment. @throws AppError `not_found`, `conflict`
 * (started already, nothing published, nothing to make, the plan has no batch left), `invalid` (no such size or field)
 */
export async function startBatch(scope: Scope, id: string, now = new Date()): Promise<BatchItem> {
  return change(scope, id, "batch.start", now, async (tx, batch) => {
    require(batch, ["draft"], "has been started already");
    if (batch.rows - batch.leftOut === 0) {
      throw new AppError(
        "conflict",
        "There is no row to make a picture of. Bring a list, or take rows back in.",
      );
    }
    const versionId = await publishedVersion(tx, scope, batch);
    await takeBatch(tx, scope, batch.projectId, now);
    const expiresAt = new Date(now.getTime() + BATCHES_KEPT_MS);
    await tx.batch.updateMany({
      where: { id, workspaceId: scope.workspaceId },
      data: { state: "running", versionId, startedAt: now, expiresAt, nextPart: 0 },
    });
    await takePlaces(tx, scope.workspaceId);
  });
}

/** Makes no more pictures until it is resumed; those that are being made are made anew then. */
export async function pauseBatch(scope: Scope, id: string, now = new Date()): Promise<BatchItem> {
  return change(scope, id, "batch.pause", now, async (tx, batch) => {
    require(batch, ["running"], "is not running");
    await tx.batch.updateMany({
      where: { id, workspaceId: scope.workspaceId },
      data: { state: "paused", waitsFor: null },
    });
  });
}

/** Goes on where it was paused. */
export async function resumeBatch(scope: Scope, id: string, now = new Date()): Promise<BatchItem> {
  return change(scope, id, "batch.resume", now, async (tx, batch) => {
    require(batch, ["paused"], "is not paused");
    await goOn(tx, scope, id);
  });
}

/** Ends it for good; what is made stays. */
export async function cancelBatch(scope: Scope, id: string, now = new Date()): Promise<BatchItem> {
  return change(scope, id, "batch.cancel", now, async (tx, batch) => {
    require(batch, ["running", "paused"], "is not running");
    await finishBatch(tx, id, "cancelled", now);
  });
}

/** Makes the rows again that have no picture for a reason, from the same version. */
export async function retryFailed(scope: Scope, id: string, now = new Date()): Promise<BatchItem> {
  return change(scope, id, "batch.retry", now, async (tx, batch) => {
    require(batch, ["done"], "is not done");
    if (batch.failed === 0) throw new AppError("conflict", "No row of this batch failed.");
    const where = { batchId: id, workspaceId: scope.workspaceId };
    await tx.batchPart.updateMany({
      where: { ...where, failed: { gt: 0 } },
      data: { finishedAt: null, failed: 0 },
    });
    await tx.batch.updateMany({
      where: { id, workspaceId: scope.workspaceId },
      data: { failed: 0, finishedAt: null },
    });
    await goOn(tx, scope, id);
  });
}

/** Looks for open parts from the beginning on. */
async function goOn(tx: Database, { workspaceId }: Scope, id: string): Promise<void> {
  await tx.batchPart.updateMany({
    where: { batchId: id, workspaceId, finishedAt: null },
    data: { claim: null, tries: 0 },
  });
  await tx.batch.updateMany({
    where: { id, workspaceId },
    data: { state: "running", nextPart: 0, waitsFor: null },
  });
  await takePlaces(tx, workspaceId);
}

type Changed = { id: string; name: string; state: BatchState } & Pick<
  BatchItem,
  "rows" | "leftOut" | "failed" | "templateId" | "projectId" | "mapping" | "output"
>;

/** Does something to a batch, while everybody else who would waits, and writes down that it was done. */
async function change(
  scope: Scope,
  id: string,
  action: EventAction,
  now: Date,
  run: (tx: Database, batch: Changed) => Promise<void>,
): Promise<BatchItem> {
  return transaction(async (tx) => {
    const { workspaceId } = scope;
    await tx.$queryRaw`SELECT id FROM "Batch" WHERE id = ${id} AND "workspaceId" = ${workspaceId} FOR UPDATE`;
    const where = { AND: [batchesWithin(scope, now), { id }] };
    const row = await tx.batch.findFirst({ where, select: BATCH_SELECT });
    if (!row) throw batchNotFound();
    await run(tx, batchItem(row));
    await recordEvent(tx, scope, action, batchObject(row), { rows: row.rows - row.leftOut });
    return batchItem(await tx.batch.findFirstOrThrow({ where, select: BATCH_SELECT }));
  });
}

function require({ name, state }: Changed, states: readonly BatchState[], fault: string): void {
  if (states.includes(state)) return;
  throw new AppError("conflict", `The batch “${name}” ${fault}: it is ${STATE_WORDS[state]}.`, {
    details: { state },
  });
}

const STATE_WORDS: Record<BatchState, string> = {
  draft: "a draft",
  running: "running",
  paused: "paused",
  done: "done",
  cancelled: "cancelled",
};

/** The version that the batch is to show. */
async function publishedVersion(tx: Database, scope: Scope, batch: Changed): Promise<string> {
  const template = await tx.template.findFirst({
    where: liveTemplate(scope, batch.templateId),
    select: { publishedVersion: { select: { id: true, document: true } } },
  });
  if (!template) throw new AppError("conflict", "The template of this batch is deleted. Restore it first.");
  const version = template.publishedVersion;
  if (!version) {
    throw new AppError("conflict", "The template was never published. Publish it, then start the batch.");
  }
  const { document } = openDocument(version.document);
  const { size } = batch.output;
  if (size !== null && findVariant(document.variants, size) === undefined) {
    throw new AppError("invalid", `The published template has no size “${size}”. Choose another.`, {
      path: "/output/size",
    });
  }
  const { certificate } = batch.output;
  const [problem] = certificate ? certificateProblems(certificate, document.fields) : [];
  if (problem) throw new AppError("invalid", problem.message, { path: `/output/certificate${problem.path}` });
  return version.id;
}
