import { AppError } from "@/lib/errors";

/** What somebody asks for: the place it is about, the question, and until when they wait for it. */
export type Question = { place: string; question: string; asked: AbortSignal };

export type SharedWork<T> = (question: Question, work: (signal: AbortSignal) => Promise<T>) => Promise<T>;

/** Work that is under way, and how many wait for it. */
type Run<T> = { result: Promise<T>; stop: AbortController; waiting: number };

/**
 * Heavy work, one at a time for each place: equal questions share one answer, others follow each other, and what nobody
 * waits for any more is stopped. Held in memory; each process works for itself.
 */
export function createSharedWork<T>(): SharedWork<T> {
  const runs = new Map<string, Run<T>>();
  const last = new Map<string, Promise<unknown>>();

  function begin(place: string, name: string, work: (signal: AbortSignal) => Promise<T>): Run<T> {
    const stop = new AbortController();
    const result = (last.get(place) ?? Promise.resolve()).then(() => {
      stop.signal.throwIfAborted();
      return work(stop.signal);
    });
    const run = { result, stop, waiting: 0 };
    runs.set(name, run);
    const ended = result
      .catch(() => undefined)
      .finally(() => {
        if (runs.get(name) === run) runs.delete(name);
        if (last.get(place) === ended) last.delete(place);
      });
    last.set(place, ended);
    return run;
  }

  return async ({ place, question, asked }, work) => {
    const name = JSON.stringify([place, question]);
    const found = runs.get(name);
    const run = found && !found.stop.signal.aborted ? found : begin(place, name, work);
    run.waiting += 1;
    function leave(): void {
      run.waiting -= 1;
      if (run.waiting === 0) run.stop.abort(new AppError("unavailable", "Nobody waits for this any more."));
    }
    if (asked.aborted) leave();
    else asked.addEventListener("abort", leave, { once: true });
    try {
      return await run.result;
    } finally {
      asked.removeEventListener("abort", leave);
    }
  };
}
