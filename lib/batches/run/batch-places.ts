import { type Database, db } from "@/lib/server/db";
import { addJob } from "@/lib/server/jobs/add-job";

/**
 * How many parts of one workspace are made at once at most, on all machines together. Each has a place in the line of
 * jobs, and goes to its end after every part: so workspaces take turns, however much each has.
 */
export const PLACES = 8;

/** A part is begun so often; what ends the process each time is given up then. */
const MOST_TRIES = 40;

/** A place whose turn is later than this, ms, is drawn nearer: what failed again and again waits longer and longer. */
const LONGEST_WAIT_MS = 60_000;

/** How soon the turn of one that was drawn nearer is, ms. */
const DRAWN_TO_MS = 30_000;

/**
 * Sends one of a workspace's places to the end of the line, or to where those of a later moment are. Who is there already
 * stays there once.
 */
export async function takePlace(
  tx: Database,
  workspaceId: string,
  place: number,
  runAt?: Date,
): Promise<void> {
  const name = placeName(workspaceId, place);
  // In a queue of its own, so that one place is never worked for twice at the same time.
  const later = runAt === undefined ? {} : { runAt };
  await addJob(
    tx,
    "batch_part",
    { workspaceId, place },
    { name, queue: name, mostTries: MOST_TRIES, ...later },
  );
}

/** Fills all places of a workspace that has something to make. */
export async function takePlaces(tx: Database, workspaceId: string): Promise<void> {
  for (let place = 0; place < PLACES; place += 1) await takePlace(tx, workspaceId, place);
}

/**
 * Fills places that are empty although a batch of their workspace runs, such as after jobs that failed for good, and draws
 * nearer those that would sleep for long. Gives how many workspaces had such.
 */
export async function fillEmptyPlaces(now = new Date()): Promise<number> {
  const running = await db().batch.findMany({
    where: { state: "running" },
    distinct: ["workspaceId"],
    select: { workspaceId: true },
  });
  let filled = 0;
  for (const { workspaceId } of running) {
    const names = Array.from({ length: PLACES }, (_, place) => placeName(workspaceId, place));
    const alive = await db().$queryRaw<{ key: string; run_at: Date; locked_at: Date | null }[]>`
      SELECT key, run_at, locked_at FROM graphile_worker.jobs
      WHERE key = ANY(${names}) AND (locked_at IS NOT NULL OR attempts < max_attempts)`;
    const taken = new Set(alive.map(({ key }) => key));
    const empty = names.flatMap((name, place) => (taken.has(name) ? [] : [place]));
    const latest = now.getTime() + LONGEST_WAIT_MS;
    const asleep = new Set(
      alive.flatMap(({ key, run_at, locked_at }) =>
        locked_at === null && run_at.getTime() > latest ? [key] : [],
      ),
    );
    const soon = new Date(now.getTime() + DRAWN_TO_MS);
    for (const [place, name] of names.entries())
      if (asleep.has(name)) await takePlace(db(), workspaceId, place, soon);
    // One that is at work goes back into its place by itself.
    const isEmpty = empty.length === PLACES;
    if (isEmpty) for (const place of empty) await takePlace(db(), workspaceId, place);
    if (isEmpty || asleep.size > 0) filled += 1;
  }
  return filled;
}

function placeName(workspaceId: string, place: number): string {
  return `batches ${workspaceId} ${place}`;
}
