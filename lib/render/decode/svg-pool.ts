import { processWide } from "@/lib/server/process-registry";
import { childEntry } from "./child-entry";
import { type ChildPool, createChildPool } from "./child-pool";
import { SVG_LIMITS } from "./svg-limits";
import { type SvgJob, type SvgOutcome, svgOutcome } from "./svg-message";

export type SvgPool = ChildPool<SvgJob, SvgOutcome>;

/** The children that draw SVG. Each file gets one of its own: it must not meet what another workspace sent. */
export function createSvgPool(entry: string, timeoutMs: number = SVG_LIMITS.timeoutMs): SvgPool {
  return createChildPool({
    entry,
    timeoutMs,
    size: 2,
    maxRss: 0,
    waiting: 32,
    // A person waits who uploads it.
    patienceMs: 20_000,
    outcome: svgOutcome,
    whenBusy: "Too many SVGs are being read at this moment; try again in a few seconds.",
    whenMissing: "SVGs cannot be read at this moment; try again later.",
  });
}

/** The pool of this process. */
export function svgPool(): SvgPool {
  return processWide("svg-pool", () => createSvgPool(childEntry("svg-child")));
}
