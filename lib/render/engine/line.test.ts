import { describe, expect, test } from "vitest";
import { createLine } from "./line";

const BUSY = { code: "unavailable", details: { retryAfter: 5 } };

function held() {
  let release = () => {};
  const promise = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { promise, release };
}

describe("a line", () => {
  test("runs no more than allowed at once, first come first served", async () => {
    const line = createLine({ atOnce: 2, waiting: 10, patienceMs: 60_000 });
    const gates = Array.from({ length: 5 }, held);
    const begun: number[] = [];
    const all = gates.map(({ promise }, index) =>
      line(async () => {
        begun.push(index);
        await promise;
        return index;
      }),
    );
    await Promise.resolve();
    expect(begun).toEqual([0, 1]);
    gates[1]?.release();
    expect(await all[1]).toBe(1);
    expect(begun).toEqual([0, 1, 2]);
    for (const { release } of gates) release();
    expect(await Promise.all(all)).toEqual([0, 1, 2, 3, 4]);
    expect(begun).toEqual([0, 1, 2, 3, 4]);
  });

  test("turns away what would wait behind too many, and has room again later", async () => {
    const line = createLine({ atOnce: 1, waiting: 1, patienceMs: 60_000 });
    const first = held();
    const running = line(() => first.promise);
    const waiting = line(async () => "second");
    await expect(line(async () => "third")).rejects.toMatchObject(BUSY);
    first.release();
    await running;
    expect(await waiting).toBe("second");
    expect(await line(async () => "fourth")).toBe("fourth");
  });

  test("turns away who has waited too long, without running it", async () => {
    const line = createLine({ atOnce: 1, waiting: 5, patienceMs: 20 });
    const first = held();
    const running = line(() => first.promise);
    let ran = false;
    await expect(
      line(async () => {
        ran = true;
      }),
    ).rejects.toMatchObject(BUSY);
    first.release();
    await running;
    expect(await line(async () => "next")).toBe("next");
    expect(ran).toBe(false);
  });

  test("what is urgent goes before what is usual", async () => {
    const line = createLine({ atOnce: 1, waiting: 2, patienceMs: 60_000 });
    const first = held();
    const order: string[] = [];
    const note = (name: string) => async () => void order.push(name);
    const running = line(() => first.promise);
    const all = [line(note("usual 1")), line(note("usual 2")), line(note("urgent"), "urgent")];
    first.release();
    await Promise.all([running, ...all]);
    expect(order).toEqual(["urgent", "usual 1", "usual 2"]);
  });

  test("a failing task gives its place on", async () => {
    const line = createLine({ atOnce: 1, waiting: 5, patienceMs: 60_000 });
    const failing = line(async () => {
      throw new Error("broken");
    });
    const next = line(async () => "fine");
    await expect(failing).rejects.toThrow("broken");
    expect(await next).toBe("fine");
  });
});
