import { join } from "node:path";
import { isDatabaseAway } from "@/lib/server/database-away";
import { env } from "@/lib/server/env";
import { log } from "@/lib/server/log";
import { processWide, takeProcessWide } from "@/lib/server/process-registry";
import { addUsage } from "./add-usage";
import { createUsageBuffer } from "./usage-buffer";
import { usageCounts } from "./usage-counts";
import { createUsageFlusher } from "./usage-flusher";

/** How long what was counted stays in memory only. */
const FLUSH_EVERY_MS = 5_000;

export type ProcessUsage = {
  /** Carries what was counted to the database now; what cannot be carried waits. */
  flush: () => Promise<void>;
  /** Keeps on disk what is not carried yet. */
  keep: () => Promise<void>;
  stop: () => void;
};

/** Begins, once in this process, to carry what it counts to the database every few seconds. */
export function keepUsage(): ProcessUsage {
  return processWide("usage", start);
}

/**
 * Keeps what was counted on disk at once, and carries the last counts when what else runs is done: that may outlast the
 * time that a stopping process is given, too. To be called before the database is closed.
 */
export async function closeUsage(elseDone: Promise<unknown> = Promise.resolve()): Promise<void> {
  const usage = takeProcessWide<ProcessUsage>("usage");
  await usage?.keep();
  await elseDone;
  if (!usage) return;
  usage.stop();
  // A database that hangs may outlast the time that a stopping process is given.
  await usage.keep();
  await usage.flush();
}

function start(): ProcessUsage {
  const counts = usageCounts();
  let dropped = 0;
  const { flush, keep } = createUsageFlusher({
    counts,
    add: (batch) => addUsage(batch),
    buffer: createUsageBuffer(join(env().DATA_DIR, "usage")),
    onWaiting: (error) => {
      if (isDatabaseAway(error))
        log().warn({}, "the database did not answer: counts of pictures wait for it");
      else log().error({ err: error }, "counts of pictures could not be added; they wait");
    },
    onUnkept: (error) => log().warn({ err: error }, "counts of pictures could not be kept on disk"),
  });

  async function carry(): Promise<void> {
    await flush();
    if (counts.dropped() > dropped) {
      log().error({ pictures: counts.dropped() - dropped }, "pictures were not counted for want of memory");
      dropped = counts.dropped();
    }
  }

  const timer = setInterval(() => void carry(), FLUSH_EVERY_MS);
  timer.unref();
  return { flush: carry, keep, stop: () => clearInterval(timer) };
}
