import { describe, expect, test } from "vitest";
import { createTileQueue, type TileJob } from "./tile-queue";

const job = (key: string): TileJob<string> => ({ key, input: key });

/** A queue whose work waits until the test lets it go. */
function bench(kept = 10) {
  const begun: string[] = [];
  const aborted: string[] = [];
  const forgotten: string[] = [];
  const waiting = new Map<string, { resolve: (result: string) => void; reject: (error: Error) => void }>();
  const queue = createTileQueue<string, string>({
    work: (input, signal) => {
      begun.push(input);
      signal.addEventListener("abort", () => aborted.push(input));
      return new Promise((resolve, reject) => waiting.set(input, { resolve, reject }));
    },
    rest: () => Promise.resolve(),
    kept,
    onForget: (result) => forgotten.push(result),
  });
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  return {
    queue,
    begun,
    aborted,
    forgotten,
    finish: async (key: string) => {
      waiting.get(key)?.resolve(key.toUpperCase());
      await settle();
    },
    fail: async (key: string) => {
      waiting.get(key)?.reject(new Error("no ink"));
      await settle();
    },
    done: () => [...queue.entries.getState().keys()],
  };
}

describe("a queue of tiles", () => {
  test("works on one at a time, the most urgent first, and on equal ones once", async () => {
    const { queue, begun, finish, done } = bench();
    queue.want([job("a"), job("b"), job("a"), job("c")]);
    expect(begun).toEqual(["a"]);
    queue.want([job("a"), job("c"), job("b")]);
    await finish("a");
    expect(begun).toEqual(["a", "c"]);
    await finish("c");
    await finish("b");
    expect(done()).toEqual(["a", "c", "b"]);
    queue.want([job("b"), job("a")]);
    expect(begun).toHaveLength(3);
    expect(queue.begun()).toBe(3);
  });

  test("forgets what is no longer wanted and aborts it under way, without a result of its failing", async () => {
    const { queue, begun, aborted, fail, finish, done } = bench();
    queue.want([job("a"), job("b")]);
    queue.want([job("c")]);
    expect(aborted).toEqual(["a"]);
    await fail("a");
    expect(done()).toEqual([]);
    expect(begun).toEqual(["a", "c"]);
    await finish("c");
    queue.want([job("a")]);
    expect(begun).toEqual(["a", "c", "a"]);
  });

  test("keeps a failure, so that it is not tried for ever", async () => {
    const { queue, begun, fail } = bench();
    queue.want([job("a")]);
    await fail("a");
    expect(queue.entries.getState().get("a")).toMatchObject({ state: "failed" });
    queue.want([job("a")]);
    expect(begun).toEqual(["a"]);
  });

  test("lets go of the oldest results, never of wanted ones, and of all when it stops", async () => {
    const { queue, finish, forgotten, done } = bench(1);
    for (const key of ["a", "b", "c"]) {
      queue.want([job(key)]);
      await finish(key);
    }
    expect(done()).toEqual(["b", "c"]);
    expect(forgotten).toEqual(["A"]);
    queue.want([job("d")]);
    queue.stop();
    await finish("d");
    expect(done()).toEqual([]);
    expect(forgotten).toEqual(["A", "B", "C", "D"]);
  });
});
