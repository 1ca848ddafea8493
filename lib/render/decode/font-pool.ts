import { processWide } from "@/lib/server/process-registry";
import { childEntry } from "./child-entry";
import { type ChildPool, createChildPool } from "./child-pool";
import { FONT_LIMITS } from "./font-limits";
import { type FontJob, type FontOutcome, fontOutcome } from "./font-message";

export type FontPool = ChildPool<FontJob, FontOutcome>;

/** The children that read fonts. Each file gets one of its own: it must not meet what another workspace sent. */
export function createFontPool(entry: string, timeoutMs: number = FONT_LIMITS.timeoutMs): FontPool {
  return createChildPool({
    entry,
    timeoutMs,
    size: 2,
    maxRss: 0,
    waiting: 32,
    // A person waits who uploads it.
    patienceMs: 20_000,
    outcome: fontOutcome,
    whenBusy: "Too many fonts are being read at this moment; try again in a few seconds.",
    whenMissing: "Fonts cannot be read at this moment; try again later.",
  });
}

/** The pool of this process. */
export function fontPool(): FontPool {
  return processWide("font-pool", () => createFontPool(childEntry("font-child")));
}
