/** Time as an argument, so that tests need not wait. */
export type Clock = {
  /** Now, ms since the epoch. */
  now: () => number;
  /** Runs `task` once after `delay` ms; the answer calls it off. */
  after: (delay: number, task: () => void) => () => void;
};

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (delay, task) => {
    const timer = setTimeout(task, delay);
    return () => clearTimeout(timer);
  },
};
