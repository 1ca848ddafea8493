import { AppError } from "@/lib/errors";

/** Refuses whoever has to wait, and says how long: the sentence gets the time in words, the answer the seconds. */
export function refuseWhileWaiting(waitMs: number, sentence: (time: string) => string): void {
  if (waitMs <= 0) return;
  const retryAfter = Math.ceil(waitMs / 1000);
  throw new AppError("too_many", sentence(inWords(retryAfter)), { details: { retryAfter } });
}

function inWords(seconds: number): string {
  if (seconds < 90) return seconds === 1 ? "1 second" : `${seconds} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
}
