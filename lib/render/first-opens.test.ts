import { describe, expect, test } from "vitest";
import { createDocument } from "@/lib/template/create-document";
import { createFirstOpens, type FirstOpenReads } from "./first-opens";
import type { LiveLink } from "./picture-maker";

const LINK: LiveLink = {
  state: "live",
  workspaceId: "w",
  linkId: "lnk_1",
  versionId: "v",
  document: createDocument({ width: 10, height: 10, displayWidth: 10 }),
  allowedImageHosts: [],
};

/** First opens of several processes over one table that a test holds. */
function rig(bounds: { most?: number; mostAnHour?: number } = {}) {
  const table = new Map<string, number>();
  const state = { away: false, reads: 0, begins: 0, counts: 0 };
  const again: string[] = [];
  const wasAgain = (recipient: string) => Number(again.includes(recipient));
  const reads: FirstOpenReads = {
    read: async ({ recipient }) => {
      state.reads += 1;
      if (state.away) throw new Error("away");
      return table.get(recipient) ?? null;
    },
    begin: async ({ recipient }, now) => {
      state.begins += 1;
      await Promise.resolve();
      if (!table.has(recipient)) table.set(recipient, now);
      return table.get(recipient) ?? now;
    },
    count: async (_linkId, { since }) => {
      state.counts += 1;
      return { kept: table.size, recent: [...table.values()].filter((at) => at > since).length };
    },
    trim: async (_linkId, count) => {
      const oldest = [...table].sort(([one, a], [two, b]) => wasAgain(one) - wasAgain(two) || a - b);
      for (const [recipient] of oldest.slice(0, count)) table.delete(recipient);
    },
    again: ({ recipient }) => {
      again.push(recipient);
    },
  };
  return { table, state, again, reads, process: () => createFirstOpens(reads, bounds) };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

const ana = ["ana@example.com"];

describe("first opens", () => {
  test("fifty at once, of two processes, are told one moment", async () => {
    const { process, table, state } = rig();
    const [one, two] = [process(), process()];
    const told = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        (index % 2 ? one : two)(LINK, ana, { now: 1_000 + index, begins: true }),
      ),
    );
    const moments = new Set(told.map(({ at }) => at.get("ana@example.com")));
    expect(moments.size).toBe(1);
    expect(table.size).toBe(1);
    expect(state.begins).toBeLessThanOrEqual(2);
  });

  test("are asked for once, and remembered", async () => {
    const { process, state } = rig();
    const opens = process();
    for (let now = 0; now < 5; now += 1) await opens(LINK, ana, { now, begins: true });
    expect(state).toMatchObject({ reads: 1, begins: 1, counts: 1 });
  });

  test("begin with no look, and keep no address of anybody", async () => {
    const { process, table } = rig();
    const opens = process();
    expect(await opens(LINK, ana, { now: 1, begins: false })).toEqual({ at: new Map(), complete: true });
    expect(table.size).toBe(0);
    await opens(LINK, ana, { now: 2, begins: true });
    expect([...table.keys()].join()).not.toContain("ana");
    // The same person has another name at another link.
    await opens({ ...LINK, linkId: "lnk_2" }, ana, { now: 2, begins: true });
    expect(table.size).toBe(2);
  });

  test("without the database are not known, and it is left alone for a moment", async () => {
    const { process, state } = rig();
    const opens = process();
    state.away = true;
    expect(await opens(LINK, ana, { now: 0, begins: true })).toEqual({ at: new Map(), complete: false });
    expect((await opens(LINK, ana, { now: 100, begins: true })).complete).toBe(false);
    expect(state.reads).toBe(1);
    state.away = false;
    expect((await opens(LINK, ana, { now: 5_000, begins: true })).complete).toBe(true);
  });

  test("of a link that has all it may take the place of who came once, longest ago", async () => {
    const { process, table, again, state } = rig({ most: 3 });
    const opens = process();
    const of = (name: string, now: number) => opens(LINK, [name], { now, begins: true });
    for (const [index, name] of ["a", "b", "c"].entries()) await of(name, index + 1);
    // A picture that is fetched twice at once is no second time; one that is looked at is none either.
    await of("a", 1_000);
    await opens(LINK, ["b"], { now: 100_000, begins: false });
    expect(again).toEqual([]);
    await of("a", 70_000);
    await of("a", 80_000);
    expect(again).toHaveLength(1);
    expect((await of("d", 80_001)).complete).toBe(true);
    expect([...table.values()].sort((a, b) => a - b)).toEqual([1, 3, 80_001]);
    expect((await of("a", 80_002)).at.get("a")).toBe(1);
    expect(state.counts).toBe(2);
  });

  test("of one hour are bounded: who is beyond sees a picture, and is written down when the hour is over", async () => {
    const { process, table, state } = rig({ mostAnHour: 2 });
    const opens = process();
    const of = (name: string, now: number) => opens(LINK, [name], { now, begins: true });
    expect((await of("a", 1)).complete).toBe(true);
    expect((await of("b", 2)).complete).toBe(true);
    expect(await of("c", 3)).toEqual({ at: new Map(), complete: false });
    expect((await of("a", 4)).complete).toBe(true);
    expect(state.counts).toBe(1);
    expect((await of("c", 120_000)).complete).toBe(false);
    expect((await of("c", 3_700_000)).complete).toBe(true);
    expect(table.size).toBe(3);
  });

  test("of many at once are counted once, at first and anew; meanwhile the room is the old one", async () => {
    const { process, state, reads } = rig();
    const waiting: (() => void)[] = [];
    const { count } = reads;
    reads.count = async (...asked) => {
      await new Promise<void>((resolve) => waiting.push(resolve));
      return count(...asked);
    };
    const opens = process();
    const many = (of: string, now: number) =>
      Array.from({ length: 50 }, (_, index) => opens(LINK, [`${of}${index}`], { now, begins: true }));
    const first = many("a", 1);
    await settled();
    expect([waiting.length, state.begins]).toEqual([1, 0]);
    waiting.shift()?.();
    expect((await Promise.all(first)).every(({ complete }) => complete)).toBe(true);
    const next = many("b", 100_000);
    await settled();
    // One counts and waits; all others went on.
    expect([waiting.length, state.begins]).toEqual([1, 99]);
    waiting.shift()?.();
    await Promise.all(next);
    expect([state.counts, state.begins]).toEqual([2, 100]);
  });

  test("what is no link has nobody who opens it", async () => {
    const { process, state } = rig();
    const opened = await process()({ ...LINK, linkId: undefined }, ana, { now: 0, begins: false });
    expect(opened).toEqual({ at: new Map(), complete: true });
    expect(state.reads).toBe(0);
  });
});
