import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { processWide } from "@/lib/server/process-registry";
import { rateLimitPool } from "@/lib/server/rate-limit-pool";
import { MOST_MS } from "./form-token";

/** Answers that one form takes in an hour, from wherever they come: more than a mailing brings, and no table full by night. */
export const ANSWERS_AN_HOUR = 5_000;
const HOUR_S = 3_600;

export type FormLimits = {
  /** Whether this page was not sent before: it is used up by asking. */
  takePage: (page: string) => Promise<boolean>;
  /** Makes a page that was taken usable again: what it brought was not kept. */
  givePageBack: (page: string) => Promise<void>;
  /** Counts an answer of a form; whether it may be kept. */
  takeAnswer: (formId: string) => Promise<boolean>;
};

/** What forms are limited by on all nodes together. While the database does not answer, this process counts alone. */
export function formLimits(): FormLimits {
  return processWide("form-limits", () => {
    const pages = limiter("form-page", { points: 1, duration: MOST_MS / 1000 });
    const answers = limiter("form-answers", { points: ANSWERS_AN_HOUR, duration: HOUR_S });
    return {
      takePage: (page) => taken(pages, page),
      givePageBack: async (page) => void (await pages.delete(page)),
      takeAnswer: (formId) => taken(answers, formId),
    };
  });
}

function limiter(keyPrefix: string, figures: { points: number; duration: number }): RateLimiterPostgres {
  return new RateLimiterPostgres({
    ...figures,
    storeClient: rateLimitPool(),
    storeType: "pool",
    tableName: "RateLimit",
    tableCreated: true,
    keyPrefix,
    insuranceLimiter: new RateLimiterMemory({ ...figures, keyPrefix }),
  });
}

async function taken(limits: RateLimiterPostgres, key: string): Promise<boolean> {
  try {
    await limits.consume(key);
    return true;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return false;
    throw refused;
  }
}
