import { AppError } from "@/lib/errors";
import { processWide } from "@/lib/server/process-registry";
import { childEntry } from "./child-entry";
import type { DecodeJob, DecodeOutcome } from "./decode-message";
import { type DecodeProcess, startDecodeProcess } from "./decode-process";

export type DecodePoolOptions = {
  /** Path of the compiled child. */
  entry: string;
  /** How many children at most; each starts when first needed. */
  size?: number;
  /** How long a child may be silent before it is killed, ms. */
  timeoutMs?: number;
  /** A child that has grown past this is replaced after its job, bytes. */
  maxRss?: number;
  /** How many jobs may wait; the next one is turned away. */
  waiting?: number;
};

export type DecodePool = {
  /** @throws AppError `unavailable` when too many wait or the child cannot be started */
  decode: (job: DecodeJob) => Promise<DecodeOutcome>;
  close: () => void;
};

/** A few killable processes for foreign bytes, behind a bounded line. */
export function createDecodePool(options: DecodePoolOptions): DecodePool {
  const { entry, size = 2, timeoutMs = 8000, maxRss = 700_000_000, waiting = 64 } = options;
  const idle: DecodeProcess[] = [];
  const busy = new Set<DecodeProcess>();
  const line: Array<() => void> = [];

  function take(): DecodeProcess {
    let free = idle.pop();
    while (free && !free.isAlive()) free = idle.pop();
    const taken = free ?? startDecodeProcess(entry, timeoutMs);
    busy.add(taken);
    return taken;
  }

  function giveBack(used: DecodeProcess): void {
    busy.delete(used);
    if (used.rss() > maxRss) used.kill();
    if (used.isAlive()) idle.push(used);
    line.shift()?.();
  }

  async function decode(job: DecodeJob): Promise<DecodeOutcome> {
    while (busy.size >= size) {
      if (line.length >= waiting) {
        throw new AppError(
          "unavailable",
          "Too many pictures are being read at this moment; try again in a few seconds.",
        );
      }
      await new Promise<void>((resolve) => line.push(resolve));
    }
    const taken = take();
    try {
      return await taken.run(job);
    } catch (cause) {
      throw new AppError("unavailable", "Pictures cannot be read at this moment; try again later.", {
        cause,
      });
    } finally {
      giveBack(taken);
    }
  }

  function close(): void {
    for (const child of [...idle, ...busy]) child.kill();
  }

  return { decode, close };
}

/** The pool of this process. */
export function decodePool(): DecodePool {
  return processWide("decode-pool", () => createDecodePool({ entry: childEntry("decode-child") }));
}
