import { db } from "@/lib/server/db";
import { storage } from "@/lib/server/storage";
import { batchFolder } from "./batch-file";

/** Batches that are looked for at once, and folders that are removed in one go at most: the rest waits for the next day. */
const STEP = 100;
const MOST = 1_000;

/**
 * Removes files of batches that are not there any more: a part that was being made when its batch was deleted may have
 * written some after the others had gone. Gives of how many batches.
 */
export async function deleteLostFiles(_now: Date, { step = STEP, most = MOST } = {}): Promise<number> {
  let removed = 0;
  for await (const workspaceId of storage().folders("batches")) {
    for await (const ids of inSteps(storage().folders(`batches/${workspaceId}`), step)) {
      // Its row is there before any file of a batch is: what is looked for after its folder was seen, and is not found, was deleted.
      const rows = await db().batch.findMany({
        where: { workspaceId, id: { in: ids } },
        select: { id: true },
      });
      const there = new Set(rows.map(({ id }) => id));
      for (const id of ids) {
        if (there.has(id)) continue;
        if (removed >= most) return removed;
        await storage().removeFolder(batchFolder({ id, workspaceId }));
        removed += 1;
      }
    }
  }
  return removed;
}

async function* inSteps(names: AsyncIterable<string>, step: number): AsyncGenerator<string[]> {
  let some: string[] = [];
  for await (const name of names) {
    some.push(name);
    if (some.length < step) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}
