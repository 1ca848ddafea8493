import type { Clock } from "../clock";

/** A clock that stands still until it is told to move on; promises are let run between its tasks. */
export function createFakeClock(): Clock & { advance: (ms: number) => Promise<void> } {
  let now = 1_700_000_000_000;
  let order = 0;
  const tasks = new Map<number, { at: number; task: () => void }>();
  return {
    now: () => now,
    after: (delay, task) => {
      order += 1;
      const id = order;
      tasks.set(id, { at: now + delay, task });
      return () => tasks.delete(id);
    },
    advance: async (ms) => {
      const end = now + ms;
      await settlePromises();
      for (;;) {
        const next = [...tasks]
          .filter(([, { at }]) => at <= end)
          .sort((a, b) => a[1].at - b[1].at || a[0] - b[0])[0];
        if (!next) break;
        const [id, { at, task }] = next;
        tasks.delete(id);
        now = Math.max(now, at);
        task();
        await settlePromises();
      }
      now = end;
    },
  };
}

/** Lets everything run that only waits for other promises. */
async function settlePromises(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
}
