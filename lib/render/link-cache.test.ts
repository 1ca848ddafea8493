import { expect, test, vi } from "vitest";
import type { LinkRow } from "@/lib/server/picture-reads";
import { createDocument } from "@/lib/template/create-document";
import { createLinkCache, type LinkReads } from "./link-cache";

function rig() {
  const state = { pointer: "ver_1" as string | null, width: 100, down: false, pointers: 0, links: 0, now: 0 };
  const kept = new Map<string, LinkRow>();
  const reads: LinkReads = {
    kept: async (key) => kept.get(key) ?? null,
    async pointer() {
      state.pointers += 1;
      if (state.down) throw new Error("database down");
      return state.pointer;
    },
    async link(): Promise<LinkRow | null> {
      state.links += 1;
      if (state.down) throw new Error("database down");
      if (state.pointer === null) return null;
      if (state.pointer === "deleted") return { state: "deleted", workspaceId: "w", width: 10, height: 20 };
      if (state.pointer === "unpublished") return { state: "unpublished", workspaceId: "w" };
      const document = createDocument({ width: state.width, height: 50, displayWidth: 50 });
      return { state: "live", workspaceId: "w", versionId: state.pointer, document, allowedImageHosts: [] };
    },
  };
  const cache = createLinkCache(reads, () => state.now, 3_000);
  const width = async () => {
    const { link } = await cache.get("k");
    return link?.state === "live" ? link.document.width : link?.state;
  };
  return { state, cache, width, kept };
}

test("asks once while fresh, however many ask at the same time", async () => {
  const { state, width } = rig();
  await Promise.all(Array.from({ length: 50 }, width));
  expect([state.pointers, state.links]).toEqual([1, 1]);
  state.now += 2_999;
  expect(await width()).toBe(100);
  expect(state.pointers).toBe(1);
});

test("a publish shows after three seconds, for the price of one small query when nothing changed", async () => {
  const { state, width } = rig();
  await width();
  state.now += 3_000;
  await width();
  expect([state.pointers, state.links]).toEqual([2, 1]);
  state.pointer = "ver_2";
  state.width = 200;
  expect(await width()).toBe(100);
  state.now += 3_000;
  expect(await width()).toBe(200);
  expect(state.links).toBe(2);
});

test("a forgotten key shows the publish at once", async () => {
  const { state, cache, width } = rig();
  await width();
  state.pointer = "ver_2";
  state.width = 200;
  cache.forget("k");
  expect(await width()).toBe(200);
  state.pointer = "ver_3";
  state.width = 300;
  cache.expireAll();
  expect(await width()).toBe(300);
});

test("everything expires at once, however many links are remembered", async () => {
  const { state, cache } = rig();
  const keys = Array.from({ length: 50 }, (_, index) => `k${index}`);
  await Promise.all(keys.map((key) => cache.get(key)));
  cache.expireAll();
  await Promise.all(keys.map((key) => cache.get(key)));
  expect([state.pointers, state.links]).toEqual([100, 50]);
});

test("a publish that is announced while the database is being asked is asked for again", async () => {
  const { state, cache, width } = rig();
  await width();
  state.now += 3_000;
  const before = width();
  state.pointer = "ver_2";
  state.width = 200;
  cache.forget("k");
  await Promise.all([before, width()]);
  expect(await width()).toBe(200);
  expect(state.links).toBe(2);
});

test("a flood of unknown keys takes no link's place", async () => {
  const { state, cache, width } = rig();
  await width();
  const { pointer } = state;
  state.pointer = null;
  for (let index = 0; index < 6_000; index += 1) await cache.get(`nobody-${index}`);
  state.pointer = pointer;
  const asked = state.pointers;
  expect(await width()).toBe(100);
  expect(state.pointers).toBe(asked);
});

test("a database that never answers is given up", { timeout: 10_000 }, async () => {
  vi.useFakeTimers();
  try {
    let answers = false;
    const reads: LinkReads = {
      pointer: (key) => (answers ? Promise.resolve(`ver_${key}`) : new Promise(() => {})),
      link: async () => ({ state: "unpublished", workspaceId: "w" }),
    };
    const cache = createLinkCache(reads);
    const waiting = expect(cache.get("k")).rejects.toThrow("no answer within");
    await vi.advanceTimersByTimeAsync(5_000);
    await waiting;
    answers = true;
    expect((await cache.get("k")).link).toMatchObject({ state: "unpublished" });
  } finally {
    vi.useRealTimers();
  }
});

test("keeps showing what it knows while the database is down, and says so", async () => {
  const { state, cache, width } = rig();
  await width();
  state.down = true;
  state.now += 60_000;
  const { link, stale } = await cache.get("k");
  expect(link?.state).toBe("live");
  expect(stale).toBe(true);
  state.down = false;
  expect((await cache.get("k")).stale).toBe(false);
});

/** Links that are remembered and out of date, and a database that answers after `ms`, but never for slow ones. */
async function slowRig(slow: string[], ms: number) {
  vi.useFakeTimers();
  const state = { version: "old", isSlow: false };
  const reads: LinkReads = {
    pointer: async (key) => {
      if (!state.isSlow) return state.version;
      if (slow.includes(key)) return new Promise(() => {});
      await new Promise((done) => setTimeout(done, ms));
      return state.version;
    },
    link: async () => ({ ...KEPT, versionId: state.version }),
  };
  const cache = createLinkCache(reads);
  for (const key of [...slow, "k", "l"]) await cache.get(key);
  Object.assign(state, { version: "new", isSlow: true });
  vi.setSystemTime(Date.now() + 60_000);
  const versionOf = async (key: string) => {
    const { link } = await cache.get(key);
    return link?.state === "live" ? link.versionId : link;
  };
  return { versionOf };
}

test("one slow query makes no other link show an older version", async () => {
  try {
    const { versionOf } = await slowRig(["s1"], 900);
    const slow = versionOf("s1");
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await slow).toBe("old");
    const other = versionOf("k");
    await vi.advanceTimersByTimeAsync(900);
    expect(await other).toBe("new");
  } finally {
    vi.useRealTimers();
  }
});

test("a database that answers for nobody is waited for a little, and one that answers so late is heard", async () => {
  try {
    const slow = ["s1", "s2", "s3"];
    const { versionOf } = await slowRig([...slow, "s4"], 200);
    const all = Promise.all(slow.map(versionOf));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await all).toEqual(["old", "old", "old"]);
    const next = versionOf("s4");
    const late = versionOf("k");
    await vi.advanceTimersByTimeAsync(250);
    expect(await next).toBe("old");
    expect(await late).toBe("new");
  } finally {
    vi.useRealTimers();
  }
});

test("a database that refuses is away at once", async () => {
  vi.useFakeTimers();
  try {
    const state = { isDown: false };
    const reads: LinkReads = {
      pointer: async (key) => {
        if (state.isDown && key === "s1") throw new Error("database down");
        return state.isDown ? new Promise(() => {}) : "v";
      },
      link: async () => KEPT,
    };
    const cache = createLinkCache(reads);
    for (const key of ["s1", "k"]) await cache.get(key);
    vi.setSystemTime(Date.now() + 60_000);
    state.isDown = true;
    expect((await cache.get("s1")).stale).toBe(true);
    const next = cache.get("k");
    await vi.advanceTimersByTimeAsync(250);
    expect((await next).stale).toBe(true);
  } finally {
    vi.useRealTimers();
  }
});

test("what was kept is not waited for without an end", async () => {
  vi.useFakeTimers();
  try {
    const reads: LinkReads = {
      kept: () => new Promise(() => {}),
      pointer: () => new Promise(() => {}),
      link: async () => null,
    };
    const waiting = expect(createLinkCache(reads).get("k")).rejects.toThrow("no answer within");
    await vi.advanceTimersByTimeAsync(5_000);
    await waiting;
  } finally {
    vi.useRealTimers();
  }
});

test("without anything remembered a dead database is the caller's to handle", async () => {
  const { state, cache } = rig();
  state.down = true;
  await expect(cache.get("k")).rejects.toThrow("database down");
});

test("an unknown key is remembered as unknown, a deleted one as deleted", async () => {
  const { state, cache } = rig();
  state.pointer = null;
  expect((await cache.get("k")).link).toBeNull();
  expect((await cache.get("k")).link).toBeNull();
  expect([state.pointers, state.links]).toEqual([1, 0]);
  state.now += 3_000;
  state.pointer = "deleted";
  expect((await cache.get("k")).link).toMatchObject({ state: "deleted", width: 10, height: 20 });
});

const KEPT: LinkRow = {
  state: "live",
  workspaceId: "w",
  versionId: "ver_0",
  document: createDocument({ width: 90, height: 50, displayWidth: 50 }),
  allowedImageHosts: [],
};

test("without a database and without memory, what was kept is shown as stale, and the database is asked again", async () => {
  const { state, cache, width, kept } = rig();
  state.down = true;
  await expect(cache.get("k")).rejects.toThrow("database down");
  kept.set("k", KEPT);
  expect(await width()).toBe(90);
  expect((await cache.get("k")).stale).toBe(true);
  state.down = false;
  expect(await width()).toBe(100);
  expect((await cache.get("k")).stale).toBe(false);
});

test("what was kept is not shown while the database answers", async () => {
  const { state, cache, width, kept } = rig();
  kept.set("k", KEPT);
  expect(await width()).toBe(100);
  kept.set("other", KEPT);
  state.pointer = null;
  expect((await cache.get("other")).link).toBeNull();
});

test("a link that was kept as deleted stays deleted", async () => {
  const { state, width, kept } = rig();
  kept.set("k", { state: "deleted", workspaceId: "w", width: 10, height: 20 });
  state.down = true;
  expect(await width()).toBe("deleted");
});

test("what links ask sources counts: of those that ask for much fewer are remembered", async () => {
  let reads = 0;
  const document = createDocument({ width: 10, height: 10, displayWidth: 10 });
  const source = {
    ...{ sourceId: "src", kind: "http" as const, secrets: null, columns: [], filling: 0, mapping: {} },
    config: {
      values: Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`v${at}`, "/".repeat(4_000)])),
    },
  };
  const cache = createLinkCache(
    {
      pointer: async () => "ver_1",
      link: async () => {
        reads += 1;
        const live = { state: "live" as const, workspaceId: "w", versionId: "ver_1", allowedImageHosts: [] };
        return { ...live, document, sources: [source] };
      },
    },
    () => 0,
  );
  // 0.4 MB each: of 64 MB the last 150 or so.
  for (let at = 0; at < 300; at += 1) await cache.get(`k${at}`);
  for (let at = 299; at >= 0; at -= 1) if (cache.fresh(`k${at}`)) reads -= 1;
  expect(reads).toBeGreaterThan(100);
});
