import { z } from "zod";
import {
  BATCH_STATES,
  BATCH_WAITS,
  type BatchProgress,
  batchOutput,
  batchSource,
} from "@/lib/batches/batch-item";
import { cleanUp } from "@/lib/rows/clean-up";
import { rowMapping } from "@/lib/rows/mapping";
import { callApi, nothing } from "./call-api";

const progress = z.object({
  id: z.string(),
  state: z.enum(BATCH_STATES),
  rows: z.number(),
  leftOut: z.number(),
  made: z.number(),
  failed: z.number(),
  bytes: z.number(),
  waitsFor: z.enum(BATCH_WAITS).nullable(),
  rowsPerSecond: z.number().nullable(),
  secondsLeft: z.number().nullable(),
});

/** What the server tells of a running batch, again and again. */
export function readProgress(text: string): BatchProgress | null {
  try {
    return progress.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

export const batchItem = progress.omit({ rowsPerSecond: true, secondsLeft: true }).extend({
  name: z.string(),
  templateId: z.string(),
  projectId: z.string(),
  versionId: z.string().nullable(),
  source: batchSource,
  columns: z.array(z.string()),
  mapping: rowMapping,
  cleanUps: z.array(cleanUp),
  output: batchOutput,
  createdAt: z.coerce.date(),
  startedAt: z.coerce.date().nullable(),
  finishedAt: z.coerce.date().nullable(),
  expiresAt: z.coerce.date(),
});
export type BatchItem = z.infer<typeof batchItem>;

/** A batch as lists show it. */
export const listedBatch = batchItem.extend({
  template: z.object({ name: z.string() }),
  /** Who made it; null: nobody who is still there. */
  createdBy: z.object({ name: z.string() }).nullable(),
});
export type ListedBatch = z.infer<typeof listedBatch>;

const batchPage = z.object({ batches: z.array(listedBatch), nextCursor: z.string().nullable() });
export type BatchPage = z.infer<typeof batchPage>;

/** What may be changed while it is a draft; what is left out stays. */
export type BatchChange = Partial<Pick<BatchItem, "name" | "mapping" | "cleanUps" | "output">>;

/** What can be done with a batch that was begun. */
export type BatchStep = "start" | "pause" | "resume" | "cancel" | "retry";

const failurePage = z.object({
  failures: z.array(z.object({ row: z.number(), code: z.string(), message: z.string() })),
  nextCursor: z.string().nullable(),
});
export type BatchFailure = z.infer<typeof failurePage>["failures"][number];
export type BatchFailurePage = z.infer<typeof failurePage>;

const rootOf = (workspace: string) => `/api/w/${encodeURIComponent(workspace)}/batches`;

/** Where a batch is reached; files and pictures of it lie below. */
export function batchPath(workspace: string, id: string): string {
  return `${rootOf(workspace)}/${encodeURIComponent(id)}`;
}

export function listBatches(workspace: string, cursor: string | null = null): Promise<BatchPage> {
  const query = cursor === null ? "" : `?cursor=${encodeURIComponent(cursor)}`;
  return callApi({ method: "GET", path: `${rootOf(workspace)}${query}`, answer: batchPage });
}

export function loadBatch(workspace: string, id: string): Promise<BatchItem> {
  return callApi({ method: "GET", path: batchPath(workspace, id), answer: batchItem });
}

export function changeBatch(workspace: string, id: string, body: BatchChange): Promise<BatchItem> {
  return callApi({ method: "PATCH", path: batchPath(workspace, id), body, answer: batchItem });
}

export function deleteBatch(workspace: string, id: string): Promise<undefined> {
  return callApi({ method: "DELETE", path: batchPath(workspace, id), answer: nothing });
}

export function stepBatch(workspace: string, id: string, step: BatchStep): Promise<BatchItem> {
  return callApi({ method: "POST", path: `${batchPath(workspace, id)}/${step}`, answer: batchItem });
}

export function loadFailures(
  workspace: string,
  id: string,
  cursor: string | null = null,
): Promise<BatchFailurePage> {
  const query = cursor === null ? "" : `?cursor=${encodeURIComponent(cursor)}`;
  return callApi({
    method: "GET",
    path: `${batchPath(workspace, id)}/failures${query}`,
    answer: failurePage,
  });
}

const resultPage = z.object({
  results: z.array(z.object({ row: z.number(), name: z.string(), url: z.string() })),
  nextCursor: z.string().nullable(),
});
export type BatchResult = z.infer<typeof resultPage>["results"][number];
export type BatchResultPage = z.infer<typeof resultPage>;

export function loadResults(
  workspace: string,
  id: string,
  { cursor, limit }: { cursor: string | null; limit: number },
): Promise<BatchResultPage> {
  const query = new URLSearchParams({ limit: `${limit}`, ...(cursor === null ? {} : { cursor }) });
  return callApi({ method: "GET", path: `${batchPath(workspace, id)}/results?${query}`, answer: resultPage });
}
