import { describe, expect, it } from "vitest";
import { createGate } from "./gate";

const patient = new AbortController().signal;

describe("createGate", () => {
  it("admits up to both bounds and passes places on in order", async () => {
    const gate = createGate({ total: 3, perKey: 2, waiting: 10, waitingPerKey: 10 });
    const order: string[] = [];
    const enter = (name: string, key: string) =>
      gate.enter(key, patient).then((leave) => {
        order.push(name);
        return leave;
      });
    const first = enter("a1", "a");
    enter("a2", "a");
    enter("a3", "a");
    const other = enter("b1", "b");
    enter("b2", "b");
    await Promise.all([first, other]);
    expect(order).toEqual(["a1", "a2", "b1"]);
    (await other)();
    await Promise.resolve();
    expect(order).toEqual(["a1", "a2", "b1", "b2"]);
    (await first)();
    await Promise.resolve();
    expect(order).toEqual(["a1", "a2", "b1", "b2", "a3"]);
  });

  it("turns away what would wait too long a line, and forgets who gave up", async () => {
    const gate = createGate({ total: 1, perKey: 1, waiting: 1, waitingPerKey: 1 });
    const leave = await gate.enter("a", patient);
    const impatient = new AbortController();
    const waiting = gate.enter("a", impatient.signal);
    await expect(gate.enter("a", patient)).rejects.toMatchObject({ reason: "busy" });
    impatient.abort(new Error("gave up"));
    await expect(waiting).rejects.toThrow("gave up");
    const next = gate.enter("b", patient);
    leave();
    expect(await next).toBeTypeOf("function");
    await expect(gate.enter("a", AbortSignal.abort(new Error("late")))).rejects.toThrow("late");
  });

  it("keeps room in the line for others, whoever has many waiting", async () => {
    const gate = createGate({ total: 2, perKey: 1, waiting: 10, waitingPerKey: 3 });
    const leave = await gate.enter("dead", patient);
    const outcomes = Array.from({ length: 8 }, () =>
      gate.enter("dead", patient).catch(({ reason }) => reason),
    );
    expect(await Promise.all(outcomes.slice(3))).toEqual(Array.from({ length: 5 }, () => "busy"));
    const healthy = await gate.enter("healthy", patient);
    const next = gate.enter("healthy", patient);
    healthy();
    expect(await next).toBeTypeOf("function");
    leave();
    expect(await outcomes[0]).toBeTypeOf("function");
    const again = gate.enter("dead", patient);
    await expect(gate.enter("dead", patient)).rejects.toMatchObject({ reason: "busy" });
    void again;
  });
});
