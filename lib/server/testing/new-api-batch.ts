import { batchFile } from "@/lib/batches/batch-file";
import { createBatch, createBatchInput } from "@/lib/batches/create-batch";
import { db } from "../db";
import type { Prisma } from "../generated/prisma/client";
import { storage } from "../storage";
import { newPage } from "./new-page";
import type { Person } from "./people";

const ENDED = { state: "done", made: 1, failed: 1 } as const;

/** How far each is. Of those that are done, the first row is made and the second failed. */
const KINDS = {
  draft: null,
  running: { state: "running" },
  paused: { state: "paused" },
  done: ENDED,
  pages: { ...ENDED, output: { format: "pdf" } },
} satisfies Record<string, Prisma.BatchUncheckedUpdateInput | null>;
export type ApiBatch = keyof typeof KINDS;

/** A batch of two rows that has come so far; of one that makes pages, the page that is made is stored. */
export async function newApiBatch({ scope }: Person, templateId: string, kind: ApiBatch): Promise<string> {
  const { workspaceId } = scope;
  const { id } = await createBatch(
    scope,
    createBatchInput.parse({ templateId, rows: [{}, {}], start: false }),
  );
  const data = KINDS[kind];
  if (data === null) return id;
  const { publishedVersionId: versionId } = await db().template.findFirstOrThrow({
    where: { id: templateId, workspaceId },
  });
  await db().batch.update({ where: { id }, data: { versionId, startedAt: new Date(), ...data } });
  if (data.state !== "done") return id;
  const outcomes = [{ b: 100 }, { c: "picture", s: "It did not load." }];
  await db().batchPart.updateMany({
    where: { batchId: id },
    data: { finishedAt: new Date(), failed: ENDED.failed, outcomes },
  });
  if (kind === "pages") await storage().put(batchFile({ id, workspaceId }, 1, "pdf"), await newPage());
  return id;
}
