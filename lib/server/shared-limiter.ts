import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { rateLimitPool } from "./rate-limit-pool";

/** How often something may be done, and in how long a time, s. */
export type SharedLimit = { points: number; duration: number };

export type SharedLimiter = {
  /** Counts one more under a key; whether that may be. */
  take: (key: string) => Promise<boolean>;
  /** Forgets what was counted under a key. */
  forget: (key: string) => Promise<void>;
};

/**
 * Counts on all nodes together, under keys that begin with `name`. While the database does not answer, this process
 * counts alone: the limit never falls away.
 */
export function createSharedLimiter(name: string, limit: SharedLimit): SharedLimiter {
  const limiter = new RateLimiterPostgres({
    ...limit,
    storeClient: rateLimitPool(),
    storeType: "pool",
    tableName: "RateLimit",
    tableCreated: true,
    keyPrefix: name,
    insuranceLimiter: new RateLimiterMemory({ ...limit, keyPrefix: name }),
  });
  return {
    async take(key) {
      try {
        await limiter.consume(key);
        return true;
      } catch (refused) {
        if (refused instanceof RateLimiterRes) return false;
        throw refused;
      }
    },
    forget: async (key) => void (await limiter.delete(key)),
  };
}
