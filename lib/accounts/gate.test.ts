import { expect, test } from "vitest";
import { createGate } from "./gate";

test("never more than the limit at once, in order, and a failure frees its place", async () => {
  const gate = createGate(3, 100);
  let running = 0;
  let most = 0;
  const started: number[] = [];
  const results = await Promise.allSettled(
    Array.from({ length: 20 }, (_, index) =>
      gate(async () => {
        started.push(index);
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setTimeout(resolve, 2));
        running -= 1;
        if (index % 5 === 0) throw new Error("planted");
        return index;
      }),
    ),
  );
  expect(most).toBe(3);
  expect(started).toEqual(Array.from({ length: 20 }, (_, index) => index));
  expect(results.filter((result) => result.status === "rejected")).toHaveLength(4);
});

test("who comes when too many wait is sent away, and the others are served", async () => {
  const gate = createGate(1, 2);
  let open = () => {};
  const first = gate(() => new Promise<void>((resolve) => (open = resolve)));
  const waiting = [gate(async () => "second"), gate(async () => "third")];
  await expect(gate(async () => "fourth")).rejects.toMatchObject({ code: "unavailable" });
  open();
  await first;
  expect(await Promise.all(waiting)).toEqual(["second", "third"]);
  expect(await gate(async () => "later")).toBe("later");
});
