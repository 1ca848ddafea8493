/** A child's first word, when it can take jobs. */
export const CHILD_READY = "ready";
