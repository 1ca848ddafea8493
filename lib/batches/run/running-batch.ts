import { LRUCache } from "lru-cache";
import { childEntry } from "@/lib/render/decode/child-entry";
import { createPaintPool, paintThreads } from "@/lib/render/engine/paint-pool";
import { createRenderEngine, type RenderEngine } from "@/lib/render/engine/render-engine";
import { pictureLoaders } from "@/lib/render/picture-loaders";
import { createPictureMaker, type LiveLink, type PictureMaker } from "@/lib/render/picture-maker";
import { workspaceFontFamilies } from "@/lib/render/user-fonts";
import { rowValues } from "@/lib/rows/row-values";
import { db } from "@/lib/server/db";
import { env } from "@/lib/server/env";
import { processWide } from "@/lib/server/process-registry";
import { prepareKept } from "@/lib/server/render-image";
import { storageFolder } from "@/lib/server/storage";
import type { BatchItem, BatchOutput } from "../batch-item";
import { BATCH_SELECT, batchItem, batchNotFound } from "../batch-row";
import { openPart } from "../sealed-part";

/** A batch that pictures are made for: what does not change while it runs. */
export type RunningBatch = Pick<BatchItem, "id" | "name" | "projectId" | "mapping" | "cleanUps"> & {
  workspaceId: string;
  output: BatchOutput;
  link: LiveLink;
  maker: PictureMaker;
};

/** Batches that take turns in one process, with what each needs; more are prepared anew. */
const PREPARED = 16;

/** Equal rows share a picture; beyond that nothing of a batch is asked for twice. */
const CACHE_BYTES = 8 * 1024 * 1024;

/** Nobody waits for a batch in front of a screen: its pictures may stand in line for long. */
const PATIENCE_MS = 10 * 60_000;

/** And they come after everybody else: one that takes long may only be waiting for the processor. */
const TASK_MS = 2 * 60_000;

/**
 * A running batch, prepared once in a process. @throws AppError `not_found` when it is gone or its template is deleted,
 * `gone` when its rows cannot be read
 */
export async function runningBatch(workspaceId: string, id: string): Promise<RunningBatch> {
  const prepared = processWide(
    "running-batches",
    () =>
      new LRUCache<string, RunningBatch, string>({
        max: PREPARED,
        // Its version and rows never change; hosts that pictures may come from do.
        ttl: 60_000,
        ignoreFetchAbort: true,
        fetchMethod: (key, _stale, { context }) => prepare(context, key),
      }),
  );
  const batch = await prepared.fetch(id, { context: workspaceId });
  if (!batch) throw batchNotFound();
  return batch;
}

async function prepare(workspaceId: string, id: string): Promise<RunningBatch> {
  const row = await db().batch.findFirst({ where: { id, workspaceId }, select: BATCH_SELECT });
  if (row === null || row.versionId === null || row.startedAt === null) throw batchNotFound();
  const { versionId, startedAt, templateId } = row;
  const { name, projectId, mapping, cleanUps, output } = batchItem(row);
  const { link } = await prepareKept({ workspaceId, templateId, versionId });
  const first = await firstCells(workspaceId, id);
  const maker = createPictureMaker({
    engine: batchEngine(),
    loaders: pictureLoaders(),
    families: workspaceFontFamilies,
    // Ten thousand pictures that nobody asks for twice would drive what links show out of their cache.
    store: null,
    countRender: async () => true,
    secret: env().NEXTAUTH_SECRET,
    // What shows the time shows when the batch began, in every picture of it and whenever it is made.
    now: () => startedAt.getTime(),
    cacheBytes: CACHE_BYTES,
    model: { name: id, values: rowValues(first, link.document.fields, mapping, cleanUps) },
  });
  return { id, name, workspaceId, projectId, mapping, cleanUps, output, link, maker };
}

/** Cells of the first row that is not left out, of those that lie together. */
async function firstCells(workspaceId: string, batchId: string): Promise<string[]> {
  const part = await db().batchPart.findFirst({ where: { batchId, workspaceId, index: 0 } });
  const rows = part ? openPart(batchId, 0, part.cells) : [];
  return (rows.find(({ leftOut }) => !leftOut) ?? rows[0])?.cells ?? [];
}

/** The engine of this process for batches, with painting threads of its own. */
function batchEngine(): RenderEngine {
  return processWide("batch-engine", () => {
    const pool = createPaintPool({
      entry: childEntry("paint-worker"),
      storage: storageFolder(),
      threads: paintThreads(),
      patienceMs: PATIENCE_MS,
      taskMs: TASK_MS,
    });
    return createRenderEngine(pool.run);
  });
}
