import { expect, test } from "vitest";
import { createFileTurns } from "./file-turns";

test("so many at a time, in the order they came; whoever comes when too many wait is refused", async () => {
  const turns = createFileTurns(2, 2);
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const runs = [0, 1, 2, 3].map((number) =>
    turns(async () => {
      begun.push(number);
      await new Promise<void>((resolve) => {
        ends[number] = resolve;
      });
      if (number === 1) throw new Error("broken");
      return number;
    }),
  );
  await expect(turns(async () => 4)).rejects.toMatchObject({ code: "unavailable" });
  expect(begun).toEqual([0, 1]);
  const second = expect(runs[1]).rejects.toThrow("broken");
  ends[1]?.();
  await second;
  expect(begun).toEqual([0, 1, 2]);
  ends[0]?.();
  expect(await runs[0]).toBe(0);
  expect(begun).toEqual([0, 1, 2, 3]);
  ends[2]?.();
  ends[3]?.();
  expect(await Promise.all([runs[2], runs[3]])).toEqual([2, 3]);
  expect(await turns(async () => 5)).toBe(5);
});
