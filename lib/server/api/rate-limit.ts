import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { AppError } from "@/lib/errors";
import { processWide } from "../process-registry";
import { rateLimitPool } from "../rate-limit-pool";

/** Requests of one key a minute. */
export const REQUESTS_A_MINUTE = 600;
const WINDOW_S = 60;

/** Wrong keys from one address a minute: real programs stop after one. */
const WRONG_KEYS_A_MINUTE = 60;

/** What every answer says of the limit: the draft header fields of the IETF, and those that clients know longer. */
export type LimitHeaders = Record<string, string>;

/**
 * Counts one request of a key, on all nodes together. While the database does not answer, this process counts alone:
 * the limit never falls away. @throws AppError `too_many`
 */
export async function countRequest(keyId: string): Promise<LimitHeaders> {
  try {
    return headersOf(await limiter().consume(keyId));
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const retryAfter = secondsOf(refused);
    throw new AppError(
      "too_many",
      `A key may ask ${REQUESTS_A_MINUTE} times a minute, and this one has. Try again in ${retryAfter} s.`,
      { details: { retryAfter, limitHeaders: headersOf(refused) } },
    );
  }
}

/** Counts a key that was wrong. @throws AppError `too_many` when that address has sent too many of them */
export async function countWrongKey(address: string): Promise<void> {
  try {
    await wrongKeys().consume(address);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const retryAfter = secondsOf(refused);
    throw new AppError(
      "too_many",
      `Too many wrong keys came from your address. Try again in ${retryAfter} s.`,
      {
        details: { retryAfter },
      },
    );
  }
}

function headersOf(result: RateLimiterRes): LimitHeaders {
  const reset = secondsOf(result);
  const remaining = String(Math.max(0, result.remainingPoints));
  return {
    "ratelimit-policy": `"key";q=${REQUESTS_A_MINUTE};w=${WINDOW_S}`,
    ratelimit: `"key";r=${remaining};t=${reset}`,
    "x-ratelimit-limit": String(REQUESTS_A_MINUTE),
    "x-ratelimit-remaining": remaining,
    "x-ratelimit-reset": String(reset),
  };
}

function secondsOf({ msBeforeNext }: RateLimiterRes): number {
  return Math.max(1, Math.ceil(msBeforeNext / 1000));
}

function limiter(): RateLimiterPostgres {
  return processWide("api-rate-limit", () => {
    const figures = { points: REQUESTS_A_MINUTE, duration: WINDOW_S };
    return new RateLimiterPostgres({
      ...figures,
      storeClient: rateLimitPool(),
      storeType: "pool",
      tableName: "RateLimit",
      tableCreated: true,
      keyPrefix: "api",
      insuranceLimiter: new RateLimiterMemory({ ...figures, keyPrefix: "api" }),
    });
  });
}

function wrongKeys(): RateLimiterMemory {
  return processWide(
    "api-wrong-keys",
    () => new RateLimiterMemory({ points: WRONG_KEYS_A_MINUTE, duration: WINDOW_S, keyPrefix: "wrong" }),
  );
}
