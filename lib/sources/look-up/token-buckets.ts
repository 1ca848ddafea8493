import { LRUCache } from "lru-cache";

/** Names whose buckets are remembered; who is forgotten begins with a full one. */
const NAMES = 5_000;

export type TokenBuckets = {
  /** Takes so much of what a name has left. Gives 0 where it was there, else how long until it is, ms; nothing is taken then. */
  take: (name: string, cost: number, now: number) => number;
};

/** To each name so much at once, and so much more a second. What costs more than all of it is taken from a full one. */
export function createTokenBuckets({ most, perSecond }: { most: number; perSecond: number }): TokenBuckets {
  const buckets = new LRUCache<string, { left: number; at: number }>({ max: NAMES });
  return {
    take(name, cost, now) {
      const known = buckets.get(name) ?? { left: most, at: now };
      const left = Math.min(most, known.left + (Math.max(0, now - known.at) / 1000) * perSecond);
      const price = Math.min(cost, most);
      if (left < price) {
        buckets.set(name, { left, at: Math.max(now, known.at) });
        return Math.ceil(((price - left) / perSecond) * 1000);
      }
      buckets.set(name, { left: left - price, at: Math.max(now, known.at) });
      return 0;
    },
  };
}
