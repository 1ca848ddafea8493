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

export type FileTurns = <T>(work: () => Promise<T>) => Promise<T>;

/** Runs work one after the other, so many at a time; when too many wait, the next is refused. */
export function createFileTurns(atOnce: number, mostWaiting: number): FileTurns {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= atOnce) {
      if (waiting.length >= mostWaiting) {
        throw new AppError(
          "unavailable",
          "Other files are being imported at the moment. Try again in a minute.",
          {
            details: { retryAfter: 20 },
          },
        );
      }
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
