/** Quiet time after a change before it is saved, ms. */
export const SAVE_DELAY = 600;
/** A change is never left unsaved longer than this while somebody keeps working, ms. */
export const SAVE_DELAY_LONGEST = 4000;
/** Waiting time before the next attempt after one, two, three... failed ones, ms. */
export const RETRY_DELAYS = [1000, 2000, 4000, 8000, 16_000, 30_000] as const;
/** An attempt without an answer counts as lost after this, ms. */
export const ANSWER_WITHIN = 20_000;
