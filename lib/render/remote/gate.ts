import { RemoteFailure } from "./remote-failure";

export type GateLimits = {
  /** How many may be inside at once. */
  total: number;
  /** How many of them under the same key. */
  perKey: number;
  /** How many may wait; the next one is turned away. */
  waiting: number;
  /** How many of them under the same key, so that one key's line keeps nobody else out. */
  waitingPerKey: number;
};

export type Gate = {
  /**
   * Waits for a place under `key` and answers with the function that gives it back, to be called once.
   * Rejects with the signal's reason when that aborts first, or with `busy` when too many wait.
   */
  enter: (key: string, signal: AbortSignal) => Promise<() => void>;
};

type Waiting = { key: string; admit: () => void };

/** Bounds concurrent work in total and by key, first come first served among those whose key has room. */
export function createGate(limits: GateLimits): Gate {
  const inside = new Map<string, number>();
  const queue: Waiting[] = [];
  let total = 0;

  const mayWait = (key: string) =>
    queue.length < limits.waiting &&
    queue.filter((waiting) => waiting.key === key).length < limits.waitingPerKey;
  const hasRoom = (key: string) => total < limits.total && (inside.get(key) ?? 0) < limits.perKey;

  function take(key: string): () => void {
    total += 1;
    inside.set(key, (inside.get(key) ?? 0) + 1);
    return () => {
      total -= 1;
      const left = (inside.get(key) ?? 1) - 1;
      if (left === 0) inside.delete(key);
      else inside.set(key, left);
      admitNext();
    };
  }

  function admitNext(): void {
    const index = queue.findIndex((waiting) => hasRoom(waiting.key));
    if (index >= 0) queue.splice(index, 1)[0]?.admit();
  }

  return {
    enter(key, signal) {
      if (signal.aborted) return Promise.reject(signal.reason);
      if (hasRoom(key)) return Promise.resolve(take(key));
      if (!mayWait(key)) return Promise.reject(new RemoteFailure("busy"));
      return new Promise((resolve, reject) => {
        const waiting: Waiting = {
          key,
          admit: () => {
            signal.removeEventListener("abort", giveUp);
            resolve(take(key));
          },
        };
        const giveUp = () => {
          queue.splice(queue.indexOf(waiting), 1);
          reject(signal.reason);
        };
        signal.addEventListener("abort", giveUp, { once: true });
        queue.push(waiting);
      });
    },
  };
}
