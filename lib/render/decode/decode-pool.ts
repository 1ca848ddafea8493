import { processWide } from "@/lib/server/process-registry";
import { childEntry } from "./child-entry";
import { type ChildPoolOptions, createChildPool } from "./child-pool";
import { type DecodeJob, type DecodeOutcome, decodeOutcome } from "./decode-message";

export type DecodePoolOptions = Pick<ChildPoolOptions<DecodeOutcome>, "entry"> &
  Partial<Pick<ChildPoolOptions<DecodeOutcome>, "size" | "timeoutMs" | "maxRss" | "waiting" | "patienceMs">>;

export type DecodePool = {
  /** @throws AppError `unavailable` when too many wait or the child cannot be started */
  decode: (job: DecodeJob) => Promise<DecodeOutcome>;
  close: () => void;
};

/** The children that read raster pictures: few, kept for the next picture, replaced when they have grown. */
export function createDecodePool(options: DecodePoolOptions): DecodePool {
  const { run, close } = createChildPool<DecodeJob, DecodeOutcome>({
    size: 2,
    timeoutMs: 8000,
    maxRss: 700_000_000,
    waiting: 64,
    // A link waits 6 s for its pictures: a job begun later would be done for nobody.
    patienceMs: 5_000,
    ...options,
    outcome: decodeOutcome,
    whenBusy: "Too many pictures are being read at this moment; try again in a few seconds.",
    whenMissing: "Pictures cannot be read at this moment; try again later.",
  });
  return { decode: run, close };
}

/** The pool of this process. */
export function decodePool(): DecodePool {
  return processWide("decode-pool", () => createDecodePool({ entry: childEntry("decode-child") }));
}
