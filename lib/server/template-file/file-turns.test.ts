import { expect, test, vi } from "vitest";
import { createFilePlaces, createFileTurns } from "./file-turns";

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

test("a file that would be one too many, or one too many of a person, is refused before it is read", async () => {
  const places = createFilePlaces(3, 2);
  const ends: (() => void)[] = [];
  const hold = (person: string) => places(person, () => new Promise<void>((resolve) => ends.push(resolve)));
  const read = vi.fn(async () => undefined);
  const held = [hold("ann"), hold("ann")];
  await expect(places("ann", read)).rejects.toMatchObject({ code: "too_many" });
  held.push(hold("bo"));
  await expect(places("cy", read)).rejects.toMatchObject({ code: "unavailable" });
  expect(read).not.toHaveBeenCalled();
  for (const end of ends) end();
  await Promise.all(held);
  await expect(
    places("ann", async () => {
      throw new Error("broken");
    }),
  ).rejects.toThrow("broken");
  await Promise.all(["ann", "ann", "cy"].map((person) => places(person, read)));
  expect(read).toHaveBeenCalledTimes(3);
});
