import { z } from "zod";
import type { Scope } from "@/lib/accounts/scope";
import { type BatchItem, DRAFT_DAYS } from "@/lib/batches/batch-item";
import { createBatch, createBatchInput } from "@/lib/batches/create-batch";
import { deleteBatch } from "@/lib/batches/delete-batches";
import { listBatches, loadBatch } from "@/lib/batches/load-batches";
import { listResults } from "@/lib/batches/results/list-results";
import { pagesResponse } from "@/lib/batches/results/pages-response";
import { rowCursor, rowPage } from "@/lib/batches/results/row-page";
import { cancelBatch, pauseBatch, resumeBatch, retryFailed, startBatch } from "@/lib/batches/start-batch";
import { cursorText } from "../../cursor";
import type { ExampleWorld } from "../example-world";
import { type AnyOperation, operation } from "../operation";
import { batchResultShape, batchShape, itemId, limitParam, pageOf } from "../shapes";

const tag = "Batches";

const batchAnswer = { kind: "json", status: 200, description: "The batch.", schema: batchShape } as const;

export const BATCH_OPERATIONS = [
  operation({
    id: "createBatch",
    method: "POST",
    path: "/batches",
    tag,
    summary: "Make a batch",
    description:
      "Many pictures from rows, one a row, up to 10,000 in a request. It starts at once unless `start` is `false`, and shows the version that is published then. `getBatch` says how far it is; webhooks say when it is done. Rows that cannot be made stop nobody: `listBatchResults` says why.",
    action: "batch.edit",
    body: createBatchInput,
    answer: { kind: "json", status: 201, description: "The batch.", schema: batchShape },
    repeatable: true,
    example: ({ templateId }) => ({
      body: { templateId, name: "Autumn", rows: [{}, {}], output: { format: "jpg" }, start: true },
    }),
    run: async (scope, { body }) => batchOut(await createBatch(scope, body)),
  }),
  operation({
    id: "listBatches",
    method: "GET",
    path: "/batches",
    tag,
    summary: "List batches",
    description: `The newest first. They are kept for 30 days, drafts for ${DRAFT_DAYS} after the last change.`,
    action: "batch.read",
    query: z.strictObject({
      template: z
        .string()
        .regex(/^[A-Za-z0-9_-]{1,60}$/)
        .optional()
        .describe("Only batches of this template."),
      cursor: cursorText.optional().describe("`nextCursor` of the page before."),
      limit: limitParam,
    }),
    answer: {
      kind: "json",
      status: 200,
      description: "A page of batches.",
      schema: pageOf("batches", batchShape),
    },
    example: ({ templateId }) => ({ query: { template: templateId, limit: "10" } }),
    run: async (scope, { query }) => {
      const { batches, nextCursor } = await listBatches(scope, query);
      return { batches: batches.map(batchOut), nextCursor };
    },
  }),
  operation({
    id: "getBatch",
    method: "GET",
    path: "/batches/{id}",
    tag,
    summary: "Get a batch",
    description: "How far it is: `made`, `failed` and `leftOut` are all of its `rows` when it is `done`.",
    action: "batch.read",
    params: itemId,
    answer: batchAnswer,
    example: ({ draftBatchId }) => ({ params: { id: draftBatchId } }),
    run: async (scope, { params }) => batchOut(await loadBatch(scope, params.id)),
  }),
  step("start", "Start a batch", startBatch, ({ draftBatchId }) => draftBatchId, {
    says: "A draft begins to be made, from the version that is published now.",
  }),
  step("pause", "Pause a batch", pauseBatch, ({ runningBatchId }) => runningBatchId, {
    says: "What is being made at this moment is made anew when it is resumed.",
  }),
  step("resume", "Resume a batch", resumeBatch, ({ pausedBatchId }) => pausedBatchId, {
    says: "It goes on where it was paused.",
  }),
  step("cancel", "Cancel a batch", cancelBatch, ({ runningBatchId }) => runningBatchId, {
    says: "It ends for good; pictures that are made stay.",
  }),
  step("retry", "Make failed rows again", retryFailed, ({ doneBatchId }) => doneBatchId, {
    says: "Of a batch that is done, only rows that failed are made again, from the same version.",
  }),
  operation({
    id: "listBatchResults",
    method: "GET",
    path: "/batches/{id}/results",
    tag,
    summary: "List what became of rows",
    description:
      "Each row in the order of the list, with the address of its picture, or why there is none. Not for drafts.",
    action: "batch.read",
    params: itemId,
    query: rowPage,
    answer: {
      kind: "json",
      status: 200,
      description: "A page of rows.",
      schema: pageOf("results", batchResultShape),
    },
    conflicts: true,
    example: ({ doneBatchId }) => ({ params: { id: doneBatchId }, query: { limit: "10" } }),
    run: async (scope, { params, query: { cursor, limit } }) => {
      const { results, nextRow } = await listResults(scope, params.id, { from: cursor, limit });
      return { results, nextCursor: rowCursor(nextRow) };
    },
  }),
  operation({
    id: "getBatchPages",
    method: "GET",
    path: "/batches/{id}/results.pdf",
    tag,
    summary: "Download all pages as one PDF",
    description:
      "Of a batch whose format is `pdf`: a page for every row that is made, in the order of the list, as it was made. Rows that failed or were left out have none. It is written while it is read.",
    action: "batch.read",
    params: itemId,
    answer: { kind: "bytes", status: 200, description: "The pages.", contentTypes: ["application/pdf"] },
    answerHeaders: { "Content-Disposition": "What the file may be called: the batch’s name." },
    conflicts: true,
    example: ({ pageBatchId }) => ({ params: { id: pageBatchId } }),
    run: (scope, { params, request }) => pagesResponse(scope, params.id, request),
  }),
  operation({
    id: "deleteBatch",
    method: "DELETE",
    path: "/batches/{id}",
    tag,
    summary: "Delete a batch",
    description:
      "With its rows and all of its pictures, at once and whatever it is doing. Their addresses show nothing any more.",
    action: "batch.edit",
    params: itemId,
    answer: { kind: "nothing", status: 204, description: "It is deleted." },
    example: ({ draftBatchId }) => ({ params: { id: draftBatchId } }),
    run: (scope, { params }) => deleteBatch(scope, params.id),
  }),
];

/** An operation that brings a batch from one state to another. */
function step(
  verb: string,
  summary: string,
  run: (scope: Scope, id: string) => Promise<BatchItem>,
  of: (world: ExampleWorld) => string,
  { says }: { says: string },
): AnyOperation {
  return operation({
    id: `${verb}Batch`,
    method: "POST",
    path: `/batches/{id}/${verb}`,
    tag,
    summary,
    description: says,
    action: "batch.edit",
    params: itemId,
    answer: batchAnswer,
    example: (world) => ({ params: { id: of(world) } }),
    run: async (scope, { params }) => batchOut(await run(scope, params.id)),
  });
}

function batchOut(item: BatchItem): z.infer<typeof batchShape> {
  const { id, state, name, templateId, projectId, versionId, output, rows, leftOut, made, failed, bytes } =
    item;
  return {
    ...{ id, state, name, templateId, projectId, versionId, output, rows, leftOut, made, failed, bytes },
    createdAt: item.createdAt.toISOString(),
    startedAt: item.startedAt?.toISOString() ?? null,
    finishedAt: item.finishedAt?.toISOString() ?? null,
    expiresAt: item.expiresAt.toISOString(),
  };
}
