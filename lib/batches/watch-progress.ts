import { isDatabaseAway } from "@/lib/server/database-away";
import { log } from "@/lib/server/log";
import { processWide } from "@/lib/server/process-registry";
import type { BatchProgress } from "./batch-item";
import { loadProgress } from "./load-progress";

/** How often a batch that anybody watches is looked at, ms. */
const LOOK_EVERY_MS = 1_000;

/** Told of every change; null: the batch is gone, or nobody is told any more. */
type Watcher = (progress: BatchProgress | null) => void;

type Watched = {
  watchers: Set<Watcher>;
  last: BatchProgress | undefined;
  timer: NodeJS.Timeout;
};

/**
 * Tells of a batch at once and on every change, until what it gives is called. However many watch, the database is asked
 * once a second for each batch.
 */
export function watchProgress(
  batch: { id: string; workspaceId: string },
  watcher: Watcher,
  { everyMs = LOOK_EVERY_MS, load = loadProgress } = {},
): () => void {
  const all = watchedBatches();
  const known = all.get(batch.id);
  const watched = known ?? start(batch, everyMs, load);
  watched.watchers.add(watcher);
  if (watched.last) watcher(watched.last);
  return () => {
    watched.watchers.delete(watcher);
    if (watched.watchers.size > 0) return;
    clearInterval(watched.timer);
    if (all.get(batch.id) === watched) all.delete(batch.id);
  };
}

/** Tells nobody of anything any more: a server that stops does not wait for who watches. */
export function endWatching(): void {
  const all = watchedBatches();
  for (const watched of all.values()) end(watched);
  all.clear();
}

function watchedBatches(): Map<string, Watched> {
  return processWide("watched-batches", () => new Map<string, Watched>());
}

function start(
  batch: { id: string; workspaceId: string },
  everyMs: number,
  load: typeof loadProgress,
): Watched {
  let isLooking = false;
  async function look(): Promise<void> {
    if (isLooking) return;
    isLooking = true;
    try {
      const progress = await load(batch, new Date());
      if (progress === null) {
        watchedBatches().delete(batch.id);
        end(watched);
      } else if (JSON.stringify(progress) !== JSON.stringify(watched.last)) {
        watched.last = progress;
        for (const tell of watched.watchers) tell(progress);
      }
    } catch (error) {
      // Who watches goes on seeing what was known, and hears more when there is more.
      if (!isDatabaseAway(error)) log().error({ err: error }, "how far a batch is could not be read");
    } finally {
      isLooking = false;
    }
  }
  const timer = setInterval(() => void look(), everyMs);
  timer.unref();
  const watched: Watched = { watchers: new Set(), last: undefined, timer };
  watchedBatches().set(batch.id, watched);
  void look();
  return watched;
}

function end({ timer, watchers }: Watched): void {
  clearInterval(timer);
  for (const tell of watchers) tell(null);
  watchers.clear();
}
