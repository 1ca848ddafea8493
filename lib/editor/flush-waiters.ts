import type { AppError } from "@/lib/errors";

/** Those who wait until everything up to a certain change is on the server. */
export function createFlushWaiters() {
  let waiters: { change: number; done: (revision: number) => void; failed: (error: AppError) => void }[] = [];
  return {
    /** Resolves with the revision that holds every change up to number `change`. */
    wait: (change: number) =>
      new Promise<number>((done, failed) => {
        waiters.push({ change, done, failed });
      }),
    waiting: () => waiters.length > 0,
    /** Answers those whose changes are saved, up to number `saved`, in `revision`. */
    answer: (saved: number, revision: number) => {
      const ready = waiters.filter((waiter) => waiter.change <= saved);
      waiters = waiters.filter((waiter) => waiter.change > saved);
      for (const waiter of ready) waiter.done(revision);
    },
    fail: (error: AppError) => {
      const failed = waiters;
      waiters = [];
      for (const waiter of failed) waiter.failed(error);
    },
  };
}
