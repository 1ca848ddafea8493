import { log } from "./log";
import { processWide } from "./process-registry";

/** Whatever runs on after its answer has gone. */
function running(): Set<Promise<void>> {
  return processWide("in-background", () => new Set<Promise<void>>());
}

/**
 * Does something that nobody waits for, such as a mail whose sending must not show in how long an answer takes.
 * A failure is logged under the name.
 */
export function inBackground(name: string, task: () => Promise<unknown>): void {
  const job = task().then(
    () => undefined,
    (error: unknown) => log().error({ err: error }, `${name} failed`),
  );
  const tracked = job.finally(() => running().delete(tracked));
  running().add(tracked);
}

/** Resolves when nothing runs any more, so that a process does not end in the middle of it. */
export async function backgroundDone(): Promise<void> {
  while (running().size > 0) await Promise.all(running());
}
