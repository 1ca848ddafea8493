import { beforeEach, expect, it } from "vitest";
import { Prisma } from "@/lib/server/generated/prisma/client";
import { createDatabaseWatch, type DatabaseWatch } from "./database-watch";

let clock: number;
let asked: number;
let watch: DatabaseWatch;

beforeEach(() => {
  clock = 0;
  asked = 0;
  watch = createDatabaseWatch(() => clock);
});

const AWAY = new Prisma.PrismaClientInitializationError("cannot reach", "0");

const query = (run: () => Promise<string>) =>
  watch
    .query(() => {
      asked += 1;
      return run();
    })
    .catch(() => "away");

it("one that cannot be reached is left alone for two seconds; then one question decides", async () => {
  expect(await query(() => Promise.reject(AWAY))).toBe("away");
  expect(await query(async () => "there")).toBe("away");
  expect(asked).toBe(1);
  clock = 2_000;
  let end: (error: Error) => void = () => undefined;
  const trial = query(() => new Promise((_done, fail) => (end = fail)));
  expect([watch.isAway(), await query(async () => "there"), asked]).toEqual([true, "away", 2]);
  end(AWAY);
  await trial;
  expect([watch.isAway(), asked]).toEqual([true, 2]);
  clock = 4_000;
  expect([await query(async () => "there"), await query(async () => "there"), asked]).toEqual([
    ...["there", "there"],
    4,
  ]);
});

it("three questions without an answer in time mean it is away; one, again and again, is a slow query", async () => {
  const never = new Promise<string>(() => undefined);
  for (let time = 0; time < 5; time += 1) expect(await watch.wait("slow", never, 1)).toBeNull();
  expect(watch.isAway()).toBe(false);
  await watch.wait("other", never, 1);
  expect(await query(async () => "there")).toBe("there");
  for (const name of ["a", "b"]) await watch.wait(name, never, 1);
  expect(watch.isAway()).toBe(false);
  await watch.wait("c", never, 1);
  expect(watch.isAway()).toBe(true);
});

it("what says no, or comes to nothing in time, is there", async () => {
  expect(await query(() => Promise.reject(new Error("no such column")))).toBe("away");
  expect(await watch.wait("a", Promise.resolve("x"), 1_000)).toBe("x");
  expect(await watch.wait("a", Promise.reject(new Error("no")), 1_000)).toBeNull();
  expect(watch.isAway()).toBe(false);
});

it("a trial whose end nobody told of is over after ten seconds", async () => {
  await query(() => Promise.reject(AWAY));
  clock = 2_000;
  void query(() => new Promise(() => undefined));
  clock = 11_999;
  expect(watch.isAway()).toBe(true);
  clock = 12_000;
  expect(await query(async () => "there")).toBe("there");
});
