import type { Scope } from "@/lib/accounts/scope";
import { refuseWhileWaiting } from "@/lib/accounts/too-many";
import { AppError } from "@/lib/errors";
import { createPersonLimiter, type PersonLimiter } from "../person-limiter";
import { processWide } from "../process-registry";

/** Files that one person may have read, and written, in five minutes. */
const MOST = 30;
const FIVE_MINUTES_MS = 300_000;

/** Files that are taken in at a time: each is held in memory, packed and inflated. */
const AT_ONCE = 2;
const MOST_WAITING = 6;

function limiter(kind: "import" | "export"): PersonLimiter {
  return processWide(`template-file-${kind}`, () =>
    createPersonLimiter({ most: MOST, windowMs: FIVE_MINUTES_MS }),
  );
}

/** @throws AppError `too_many` */
export function admitFile(scope: Scope, kind: "import" | "export"): void {
  refuseWhileWaiting(
    limiter(kind).attempt(scope.userId),
    (time) => `You ${kind}ed many templates in a short time. Try again in ${time}.`,
  );
}

/** Files that are held at a time, from their first byte to the end of the import, and those of one person among them. */
const MOST_HELD = 8;
const MOST_HELD_BY_ONE = 2;

export type FilePlaces = <T>(userId: string, work: () => Promise<T>) => Promise<T>;

/**
 * Runs work that holds a whole file. Whoever would be one too many is refused before anything of the file is read, so
 * that what is held is bounded however many come at once.
 */
export function createFilePlaces(most: number, mostOfOne: number): FilePlaces {
  const held = new Map<string, number>();
  let all = 0;
  return async (userId, work) => {
    const own = held.get(userId) ?? 0;
    if (own >= mostOfOne) {
      throw new AppError(
        "too_many",
        `You are importing ${mostOfOne} files already. Import this one when one of them is done.`,
        { details: { retryAfter: 20 } },
      );
    }
    if (all >= most) throw busy();
    held.set(userId, own + 1);
    all += 1;
    try {
      return await work();
    } finally {
      all -= 1;
      const left = (held.get(userId) ?? 1) - 1;
      if (left > 0) held.set(userId, left);
      else held.delete(userId);
    }
  };
}

/** The places of this process. */
export function filePlaces(): FilePlaces {
  return processWide("template-file-places", () => createFilePlaces(MOST_HELD, MOST_HELD_BY_ONE));
}

function busy(): AppError {
  return new AppError("unavailable", "Other files are being imported at the moment. Try again in a minute.", {
    details: { retryAfter: 20 },
  });
}

export type FileTurns = <T>(work: () => Promise<T>) => Promise<T>;

/** Runs work one after the other, so many at a time; when too many wait, the next is refused. */
export function createFileTurns(atOnce: number, mostWaiting: number): FileTurns {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= atOnce) {
      if (waiting.length >= mostWaiting) throw busy();
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else running += 1;
    try {
      return await work();
    } finally {
      // Whoever waited longest takes over this place.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}

/** The turns of this process. */
export function fileTurns(): FileTurns {
  return processWide("template-file-turns", () => createFileTurns(AT_ONCE, MOST_WAITING));
}
