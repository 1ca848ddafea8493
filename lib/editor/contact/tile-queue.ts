import { createStore, type StoreApi } from "zustand/vanilla";

/** Work on one tile: `key` says everything it depends on, so equal keys are worked on once. */
export type TileJob<Input> = { key: string; input: Input };

export type TileEntry<Result> = { state: "ready"; result: Result } | { state: "failed"; error: unknown };

export type TileQueue<Input, Result> = {
  /** What is done, by key. */
  entries: Pick<
    StoreApi<ReadonlyMap<string, TileEntry<Result>>>,
    "getState" | "getInitialState" | "subscribe"
  >;
  /** Says what is wanted now, the most urgent first. What waits and is not named is forgotten, what runs is aborted. */
  want: (jobs: readonly TileJob<Input>[]) => void;
  /** How many jobs were begun. */
  begun: () => number;
  /** Forgets everything and works no more until something is wanted again. */
  stop: () => void;
};

export type TileQueueOptions<Input, Result> = {
  work: (input: Input, signal: AbortSignal) => Promise<Result>;
  /** Waits between two jobs, so that the page answers meanwhile. */
  rest: () => Promise<void>;
  /** Results kept beyond those wanted, the latest wanted ones. */
  kept: number;
  /** Told of a result that is forgotten. */
  onForget?: (result: Result) => void;
};

/** Works on one tile at a time, on what is wanted most. */
export function createTileQueue<Input, Result>(
  options: TileQueueOptions<Input, Result>,
): TileQueue<Input, Result> {
  const store = createStore<ReadonlyMap<string, TileEntry<Result>>>(() => new Map());
  let wanted: readonly TileJob<Input>[] = [];
  let running: { key: string; controller: AbortController } | null = null;
  let begun = 0;
  /** Counts the times everything was forgotten: what was begun before is of no use then. */
  let round = 0;

  async function run(): Promise<void> {
    if (running) return;
    for (let job = next(); job; job = next()) {
      const controller = new AbortController();
      const mine = round;
      running = { key: job.key, controller };
      begun += 1;
      const entry = await attempt(job, controller.signal);
      // What was aborted has no result; what was finished all the same is kept.
      if (mine === round && (entry.state === "ready" || !controller.signal.aborted)) put(job.key, entry);
      else if (entry.state === "ready") options.onForget?.(entry.result);
      await options.rest();
    }
    running = null;
  }

  async function attempt({ input }: TileJob<Input>, signal: AbortSignal): Promise<TileEntry<Result>> {
    try {
      return { state: "ready", result: await options.work(input, signal) };
    } catch (error) {
      return { state: "failed", error };
    }
  }

  function next(): TileJob<Input> | undefined {
    return wanted.find(({ key }) => !store.getState().has(key));
  }

  function put(key: string, entry: TileEntry<Result>): void {
    const entries = new Map(store.getState()).set(key, entry);
    const needed = new Set(wanted.map((job) => job.key));
    const spare = [...entries.keys()].filter((each) => !needed.has(each));
    for (const old of spare.slice(0, Math.max(0, spare.length - options.kept))) {
      const forgotten = entries.get(old);
      entries.delete(old);
      if (forgotten?.state === "ready") options.onForget?.(forgotten.result);
    }
    store.setState(entries, true);
  }

  return {
    entries: store,
    begun: () => begun,
    want: (jobs) => {
      wanted = jobs;
      if (running && !jobs.some(({ key }) => key === running?.key)) running.controller.abort();
      void run();
    },
    stop: () => {
      round += 1;
      wanted = [];
      running?.controller.abort();
      for (const entry of store.getState().values())
        if (entry.state === "ready") options.onForget?.(entry.result);
      store.setState(new Map(), true);
    },
  };
}
