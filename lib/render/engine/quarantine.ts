import { LRUCache } from "lru-cache";
import { AppError } from "@/lib/errors";

/** What is made once of a version could not be made, so none of its pictures can. */
export class CompileFailure extends Error {
  constructor(cause: unknown) {
    super("a version could not be compiled", { cause });
  }
}

/**
 * Compiles what is named by a key, unless that failed a moment ago. Rejects with CompileFailure, or with AppError
 * `unavailable` where there was no room, which is not remembered.
 */
export type Quarantine = <T>(key: string, compile: () => Promise<T>) => Promise<T>;

/** How long a key that failed is left alone, ms: as long as its degraded pictures are kept by others. */
const AGAIN_AFTER_MS = 30_000;

/** Keeps input that makes painting threads fail or hang from doing so at every request. */
export function createQuarantine(now: () => number): Quarantine {
  const failures = new LRUCache<string, { failure: CompileFailure; until: number }>({ max: 1_000 });
  return async (key, compile) => {
    const known = failures.get(key);
    if (known && now() < known.until) throw known.failure;
    try {
      return await compile();
    } catch (error) {
      if (error instanceof AppError && error.code === "unavailable") throw error;
      const failure = new CompileFailure(error);
      failures.set(key, { failure, until: now() + AGAIN_AFTER_MS });
      throw failure;
    }
  };
}
