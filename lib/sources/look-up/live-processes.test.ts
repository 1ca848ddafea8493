import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { customers, DEGRADED, json, OK, showing } from "./testing/live-answers";
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

describe("processes", () => {
  it("share what was answered: a second one asks nothing while it holds", async () => {
    await node.show("id=Maria");
    await node.asker.settled();
    await expectShown(rig.start().show("id=Maria"), "Maria", OK);
    expect(rig.visits).toHaveLength(1);
  });

  it("share the last good answer, also one that came after the other process had its own", async () => {
    await node.show("id=Maria");
    await node.asker.settled();
    rig.clock.now += 3_600_000;
    rig.serve = json({}, 500);
    await expectShown(rig.start().show("id=Maria"), "Maria", DEGRADED);
    expect(rig.visits).toHaveLength(2);
  });

  it("write so many answers at once, and leave out the others: links are read from there too", async () => {
    const held: (() => void)[] = [];
    rig.kept.write = () => new Promise((done) => held.push(done));
    for (let person = 0; person < 40; person += 1) await node.show(`id=p${person}`);
    expect(held).toHaveLength(32);
    for (const done of held) done();
    await node.asker.settled();
  });

  it("a last good answer of a process that never had one comes from the other", async () => {
    const other = rig.start();
    rig.serve = json({}, 500);
    await expectShown(other.show("id=Maria"), null, DEGRADED);
    rig.serve = customers;
    await node.show("id=Maria");
    await node.asker.settled();
    rig.serve = json({}, 500);
    rig.clock.now += 3_600_000;
    await expectShown(other.show("id=Maria"), "Maria", DEGRADED);
  });
});
