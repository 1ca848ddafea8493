import { AppError } from "@/lib/errors";
import { paintThreads } from "@/lib/render/engine/paint-pool";
import { type Database, db, transaction } from "@/lib/server/db";
import { storage } from "@/lib/server/storage";
import { requireBatchRoom } from "@/lib/usage/storage-quota";
import { batchFile, batchFolder } from "../batch-file";
import { batchOutput } from "../batch-item";
import { isMade, type Outcome, storedOutcomes } from "../outcomes";
import { openPart, type PartRow } from "../sealed-part";
import { takePlace } from "./batch-places";
import { certificatesFor } from "./certificates-for";
import { type ClaimedPart, claimPart } from "./claim-part";
import { makeRow } from "./make-row";
import { type RunningBatch, runningBatch } from "./running-batch";
import { settlePart } from "./settle-part";
import { heldUpBy, waitInPlace } from "./wait-in-place";

/** A part that ended its process, or failed, so often is given up. */
const MOST_TRIES = 20;

/** How often a part under way looks whether its batch was paused or cancelled, ms. */
const LOOK_EVERY_MS = 1_000;

/**
 * Makes the next part of a workspace for one of its places, and sends the place to the end of the line. Begun twice, at the
 * same time too, it makes equal pictures and counts them once.
 */
export async function makePart({
  workspaceId,
  place,
}: {
  workspaceId: string;
  place: number;
}): Promise<void> {
  const claimed = await claimPart(workspaceId, place);
  if (claimed === null) return;
  let outcomes: Outcome[] | null;
  try {
    outcomes = await outcomesOf(workspaceId, claimed);
  } catch (error) {
    const heldUp = heldUpBy(error);
    if (heldUp === null) throw error;
    return waitInPlace({ workspaceId, place }, claimed, heldUp, new Date());
  }
  const isWanted = await transaction(async (tx) => {
    // Of a batch that was paused meanwhile nothing is written down: the part is begun anew.
    const wanted = await (outcomes === null
      ? isKept(tx, claimed)
      : settlePart(tx, claimed, outcomes, new Date()));
    await takePlace(tx, workspaceId, place);
    return wanted;
  });
  if (!isWanted) await removeFiles(workspaceId, claimed);
}

/** Whether a batch is still there, and may go on. */
async function isKept(tx: Database, { batchId }: ClaimedPart): Promise<boolean> {
  const batch = await tx.batch.findUnique({ where: { id: batchId }, select: { state: true } });
  return batch !== null && batch.state !== "cancelled";
}

/** How the rows of a part ended; null: its batch was paused or cancelled before all of them did. */
async function outcomesOf(workspaceId: string, claimed: ClaimedPart): Promise<Outcome[] | null> {
  const { batchId, index, tries } = claimed;
  const part = await db().batchPart.findUnique({ where: { batchId_index: { batchId, index } } });
  if (part === null) return null;
  const before = storedOutcomes.parse(part.outcomes) ?? [];
  let rows: PartRow[] | null = null;
  let batch: RunningBatch;
  try {
    rows = openPart(batchId, index, part.cells);
    batch = await runningBatch(workspaceId, batchId);
    await requireBatchRoom({ workspaceId });
  } catch (error) {
    if (!(error instanceof AppError) || heldUpBy(error) !== null) throw error;
    return failedAll(before, part.rows, rows, { c: error.code, s: error.message });
  }
  if (tries > MOST_TRIES) return failedAll(before, part.rows, rows, GIVEN_UP);
  const wanted = rows.flatMap(({ cells, leftOut }, at) =>
    leftOut || isMade(before[at]) ? [] : [{ row: part.firstRow + at, cells }],
  );
  const certificates = await certificatesFor(batch, wanted, new Date());
  const goesOn = watch(batchId);
  const outcomes = new Map<number, Outcome>();
  await inTurns(rows, async (row, at) => {
    const known = before[at];
    if (row.leftOut) outcomes.set(at, { o: 1 });
    else if (isMade(known)) outcomes.set(at, known);
    else if (await goesOn()) {
      const isLast = tries >= MOST_TRIES;
      const number = part.firstRow + at;
      const certificate = certificates.get(number);
      outcomes.set(at, await makeRow(batch, number, row.cells, { isLast, certificate }));
    }
  });
  const all = rows.flatMap((_, at) => outcomes.get(at) ?? []);
  return all.length === rows.length ? all : null;
}

const GIVEN_UP: Outcome = {
  c: "internal",
  s: "Making the rows around this one ended the program that does it again and again. Try the failed rows again; if it goes on, leave some of them out.",
};

/** Every row failed but those that are made and those that are left out. `opened`: null where they could not be read. */
function failedAll(
  before: readonly Outcome[],
  rows: number,
  opened: readonly PartRow[] | null,
  failure: Outcome,
): Outcome[] {
  return Array.from({ length: rows }, (_, at) => {
    if (opened?.[at]?.leftOut) return { o: 1 };
    const known = before[at];
    return known && !("c" in known) ? known : failure;
  });
}

/** Says whether a batch is still running, and asks no more often than it has to. */
function watch(batchId: string): () => Promise<boolean> {
  let askedAt = Date.now();
  let answer = Promise.resolve(true);
  return () => {
    if (Date.now() - askedAt >= LOOK_EVERY_MS) {
      askedAt = Date.now();
      answer = db()
        .batch.findUnique({ where: { id: batchId }, select: { state: true } })
        .then((row) => row?.state === "running");
    }
    return answer;
  };
}

/** Some at a time: enough that no painting thread waits for a file to be written, few enough for little memory. */
async function inTurns<T>(items: readonly T[], work: (item: T, at: number) => Promise<void>): Promise<void> {
  const waiting = items.entries();
  const turns = Array.from({ length: 2 * paintThreads() }, async () => {
    for (const [at, item] of waiting) await work(item, at);
  });
  const ended = await Promise.allSettled(turns);
  const failed = ended.find((each) => each.status === "rejected");
  if (failed) throw failed.reason;
}

/** What was made for a batch that was cancelled meanwhile, or deleted. */
async function removeFiles(workspaceId: string, { batchId, index }: ClaimedPart): Promise<void> {
  const part = await db().batchPart.findUnique({
    where: { batchId_index: { batchId, index } },
    select: { firstRow: true, rows: true, outcomes: true, batch: { select: { output: true } } },
  });
  if (part === null) return storage().removeFolder(batchFolder({ id: batchId, workspaceId }));
  const before = storedOutcomes.parse(part.outcomes) ?? [];
  const { format } = batchOutput.parse(part.batch.output);
  for (let at = 0; at < part.rows; at += 1) {
    if (isMade(before[at])) continue;
    await storage().remove(batchFile({ id: batchId, workspaceId }, part.firstRow + at, format));
  }
}
