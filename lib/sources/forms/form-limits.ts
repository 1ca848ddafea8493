import { processWide } from "@/lib/server/process-registry";
import { createSharedLimiter } from "@/lib/server/shared-limiter";
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

/** What forms are limited by, on all nodes together. */
export function formLimits(): FormLimits {
  return processWide("form-limits", () => {
    const pages = createSharedLimiter("form-page", { points: 1, duration: MOST_MS / 1000 });
    const answers = createSharedLimiter("form-answers", { points: ANSWERS_AN_HOUR, duration: HOUR_S });
    return { takePage: pages.take, givePageBack: pages.forget, takeAnswer: answers.take };
  });
}
