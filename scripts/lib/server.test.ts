import { expect, test } from "vitest";
import { superviseServer } from "./server.mjs";

type Fall = number | "never answers";

/** A server that ends with the codes given, one after another, having lived so long each time. */
function rig(codes: Fall[], { livesMs = 0, endsAfter = Number.POSITIVE_INFINITY } = {}) {
  let clock = 0;
  let starts = 0;
  const pauses: number[] = [];
  const lifetime = { isEnding: () => pauses.length >= endsAfter } as Parameters<typeof superviseServer>[0];
  const start = async () => {
    const code = codes[starts] ?? 0;
    starts += 1;
    clock += 120_000;
    if (code === "never answers") throw new Error("it ended before it answered");
    const ended = new Promise<number>((done) =>
      setImmediate(() => {
        clock += livesMs;
        done(code);
      }),
    );
    return { ended, lastWords: () => "no memory left" };
  };
  const falls: string[] = [];
  const supervision = {
    start,
    now: () => clock,
    onFall: (sentence: string) => falls.push(sentence),
    pause: async (ms: number) => {
      pauses.push(ms);
      clock += ms;
    },
  };
  return {
    supervise: () => superviseServer(lifetime, process.env, supervision),
    starts: () => starts,
    pauses,
    falls,
  };
}

test("a server that falls over is started again, and one that was stopped is not", async () => {
  const { supervise, starts, falls } = rig([1, 139, "never answers", 0]);
  expect(await (await supervise()).ended).toBe(0);
  expect(starts()).toBe(4);
  expect(falls[1]).toContain("(code 139)");
  expect(falls[1]).toContain("no memory left");
  expect(falls[2]).toContain("it ended before it answered");
});

test("one that keeps falling over is waited for longer each time, and never given up", async () => {
  const { supervise, starts, pauses } = rig([1, "never answers", ...Array.from({ length: 40 }, () => 1)]);
  expect(await (await supervise()).ended).toBe(0);
  expect(starts()).toBe(43);
  expect(pauses.slice(0, 8)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
  expect(Math.max(...pauses)).toBe(30_000);
});

test("one that ran for a minute is started again after the shortest pause", async () => {
  const { supervise, pauses } = rig([1, 1, 1], { livesMs: 60_000 });
  await (await supervise()).ended;
  expect(pauses).toEqual([1_000, 1_000, 1_000]);
});

test("nothing is started again while everything is being stopped, before a pause and after it", async () => {
  for (const endsAfter of [0, 1]) {
    const { supervise, starts } = rig([1, 0], { endsAfter });
    expect(await (await supervise()).ended).toBe(1);
    expect(starts()).toBe(1);
  }
});

test("a server that does not start at first is a failure", async () => {
  await expect(rig(["never answers"]).supervise()).rejects.toThrow("before it answered");
});
