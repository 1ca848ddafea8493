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

  test("owners with tasks waiting take turns, each owner's in the order they came", async () => {
    const line = createLine({ atOnce: 1, waiting: 20, patienceMs: 60_000 });
    const first = held();
    const order: string[] = [];
    const ask = (name: string, urgency?: "urgent") =>
      line(async () => void order.push(name), urgency, name.slice(0, 1));
    const running = line(() => first.promise);
    const names = ["a1", "a2", "a3", "a4", "b1", "c1", "b2"];
    const all = [
      ...names.map((name) => ask(name)),
      ask("A1", "urgent"),
      ask("A2", "urgent"),
      ask("B1", "urgent"),
    ];
    first.release();
    await Promise.all([running, ...all]);
    expect(order).toEqual(["A1", "B1", "A2", "a1", "b1", "c1", "a2", "b2", "a3", "a4"]);
  });

  test("a full line makes room for others at the cost of the owner who has most waiting", async () => {
    const line = createLine({ atOnce: 1, waiting: 4, patienceMs: 60_000 });
    const first = held();
    const running = line(() => first.promise, "usual", "a");
    const outcomes: Record<string, string> = {};
    const ask = (name: string) =>
      line(async () => {}, "usual", name.slice(0, 1)).then(
        () => Object.assign(outcomes, { [name]: "done" }),
        () => Object.assign(outcomes, { [name]: "refused" }),
      );
    const all = ["a1", "a2", "a3", "a4", "a5", "b1", "b2", "b3", "c1", "a6"].map(ask);
    await Promise.resolve();
    first.release();
    await Promise.all([running, ...all]);
    expect(outcomes).toEqual({
      ...{ a1: "done", a2: "refused", a3: "refused", a4: "refused", a5: "refused", a6: "refused" },
      ...{ b1: "done", b2: "done", b3: "refused", c1: "done" },
    });
  });

  test("a place that is held passes on only when that is over, though the answer is there", async () => {
    const line = createLine({ atOnce: 1, waiting: 5, patienceMs: 60_000 });
    const outliving = held();
    const order: string[] = [];
    const failing = line(async (hold) => {
      hold(outliving.promise);
      throw new Error("broken");
    });
    const next = line(async () => void order.push("next"));
    await expect(failing).rejects.toThrow("broken");
    await new Promise((done) => setImmediate(done));
    order.push("over");
    outliving.release();
    await next;
    expect(order).toEqual(["over", "next"]);
  });
});
