import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { customers, named, OK, showing } from "./testing/live-answers";
import { type LiveProcess, type LiveRig, openLiveRig } from "./testing/live-rig";

/** Through the real picture handler and the real door; only the wire and the clock are the test's. */

let rig: LiveRig;
let node: LiveProcess;

beforeEach(async () => {
  rig = await openLiveRig();
  rig.serve = customers;
  node = rig.start();
});
afterEach(() => rig.stop());

const expectShown = showing(() => node);

describe("how often a source is asked", () => {
  it("once for all who ask at the same time, and for each of whom in turn", async () => {
    const held: (() => void)[] = [];
    rig.serve = (request, response) => held.push(() => customers(request, response));
    const many = Array.from({ length: 40 }, (_, index) =>
      node.show(`id=${index % 2 ? "Ada" : "Eve"}&n=${index}`),
    );
    await expect.poll(() => held.length).toBe(2);
    for (const answer of held) answer();
    const shown = await Promise.all(many);
    expect(new Set(shown.map(({ bytes }) => bytes)).size).toBe(2);
    expect(rig.visits).toHaveLength(2);
  });

  it("not at all while an answer holds; then anew, and the new value shows", async () => {
    const one = rig.start({ cacheSeconds: 60 });
    rig.serve = named("Monday");
    for (let second = 0; second < 60; second += 5) {
      const { cache } = await one.show("id=1");
      expect(cache).toBe(`public, max-age=0, s-maxage=${60 - second}`);
      rig.clock.now += 5_000;
    }
    expect(rig.visits).toHaveLength(1);
    rig.serve = named("Tuesday");
    rig.clock.now += 7_000;
    await expectShown(one.show("id=1"), "Tuesday", OK);
    expect(rig.visits).toHaveLength(2);
  });

  it("just after its time an answer is shown once more, and nobody waits for the next", async () => {
    const one = rig.start({ cacheSeconds: 60 });
    rig.serve = named("Monday");
    await one.show("id=1");
    const held: (() => void)[] = [];
    rig.serve = (request, response) => held.push(() => named("Tuesday")(request, response));
    rig.clock.now += 62_000;
    const shown = [await one.show("id=1"), await one.show("id=1")];
    expect(shown.map(({ render, cache }) => [render, cache])).toEqual([
      [OK, "public, max-age=0, s-maxage=0"],
      [OK, "public, max-age=0, s-maxage=0"],
    ]);
    expect(shown[0]?.bytes).toBe(await node.named("Monday"));
    await expect.poll(() => held.length).toBe(1);
    held[0]?.();
    await one.asker.settled();
    await expectShown(one.show("id=1"), "Tuesday", OK);
    expect(rig.visits).toHaveLength(2);
  });

  it("for every picture where nothing is to be kept", async () => {
    const one = rig.start({ cacheSeconds: 0 });
    rig.serve = named("Monday");
    await expectShown(one.show("id=1"), "Monday", OK);
    rig.serve = named("Tuesday");
    await expectShown(one.show("id=1"), "Tuesday", OK);
    expect(rig.visits).toHaveLength(2);
  });

  it("four at a time, whoever asks for what", async () => {
    const held: (() => void)[] = [];
    rig.serve = (request, response) => held.push(() => customers(request, response));
    const many = Array.from({ length: 12 }, (_, index) => node.show(`id=p${index}`));
    await expect.poll(() => held.length).toBe(4);
    const timer = setInterval(() => held.shift()?.(), 1);
    await Promise.all(many);
    clearInterval(timer);
    expect(rig.visits).toHaveLength(12);
  });
});
