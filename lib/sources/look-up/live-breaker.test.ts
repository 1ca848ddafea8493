import type { RequestListener } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { RemoteFailure } from "@/lib/render/remote/remote-failure";
import { createAsker } from "./asker";
import { customers, DEGRADED, json, OK, showing } from "./testing/live-answers";
import { questionFor } from "./testing/live-question";
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

describe("a source that fails and fails", () => {
  const failing = json({}, 503);

  it("is left alone after five failures in half a minute, for half a minute; then one request decides", async () => {
    rig.serve = failing;
    for (let person = 0; person < 20; person += 1)
      await expectShown(node.show(`id=p${person}`), null, DEGRADED);
    expect(rig.visits).toHaveLength(5);
    rig.clock.now += 29_999;
    await node.show("id=q");
    expect(rig.visits).toHaveLength(5);
    // Not well yet: one request, and a longer rest.
    rig.clock.now += 1;
    await Promise.all([node.show("id=r"), node.show("id=s"), node.show("id=t")]);
    expect(rig.visits).toHaveLength(6);
    rig.clock.now += 59_999;
    await node.show("id=u");
    expect(rig.visits).toHaveLength(6);
    // Well: all are let in again.
    rig.serve = customers;
    rig.clock.now += 1;
    await expectShown(node.show("id=Maria"), "Maria", OK);
    await expectShown(node.show("id=Ada"), "Ada", OK);
    expect(rig.visits).toHaveLength(8);
    expect(node.outcomes.map(({ fault, openUntil }) => [fault, openUntil !== null]).slice(-4)).toEqual([
      ["server_error", true],
      ["server_error", true],
      [null, false],
      [null, false],
    ]);
  });

  it("meanwhile those who are known show what it said last", async () => {
    await node.show("id=Maria");
    rig.serve = failing;
    rig.clock.now += 3_600_000;
    for (let person = 0; person < 8; person += 1) await node.show(`id=p${person}`);
    await expectShown(node.show("id=Maria"), "Maria", DEGRADED);
    expect(rig.visits).toHaveLength(6);
  });

  it("settles where it is well and ill by turns", async () => {
    let asked = 0;
    rig.serve = (request, response) => {
      asked += 1;
      (asked % 2 === 0 ? customers : failing)(request, response);
    };
    // Someone else opens the mail every second for half an hour.
    for (let second = 0; second < 1_800; second += 1) {
      await node.asker.ask(questionFor(`p${second}`));
      rig.clock.now += 1_000;
    }
    expect(asked).toBeLessThan(200);
  });

  it("is not left alone for what it says of one question, be it no, nonsense or too much", async () => {
    const CONTENT: RequestListener[] = [
      json({}, 404),
      json({}, 400),
      json({}, 403),
      json({ another: "shape" }),
      (_request, response) => response.end("<html>"),
      (_request, response) => response.end(`{"customer":{"name":"${"x".repeat(1_100_000)}"}}`),
    ];
    for (const [at, answer] of CONTENT.entries()) {
      rig.serve = answer;
      const before = rig.visits.length;
      for (let time = 0; time < 6; time += 1) {
        await node.show(`id=bad${at}`);
        rig.clock.now += 5_000 / 2;
        await node.show(`id=bad${at}${time}`);
        rig.clock.now += 5_000 / 2;
      }
      expect(rig.visits.length - before, String(at)).toBeGreaterThan(6);
      rig.serve = customers;
      await expectShown(node.show(`id=Maria${at}`), `Maria${at}`, OK);
    }
    expect(node.outcomes.every(({ openUntil }) => openUntil === null)).toBe(true);
  });

  it("our own limit neither ends the trial of another request nor counts", async () => {
    rig.serve = failing;
    for (let person = 0; person < 5; person += 1) await node.show(`id=p${person}`);
    rig.clock.now += 30_000;
    const held: (() => void)[] = [];
    rig.serve = (request, response) => held.push(() => customers(request, response));
    const trial = node.show("id=Maria");
    await expect.poll(() => held.length).toBe(1);
    for (let person = 0; person < 6; person += 1)
      await expectShown(node.show(`id=q${person}`), null, DEGRADED);
    expect(held).toHaveLength(1);
    held[0]?.();
    await expectShown(trial, "Maria", OK);
    await rig.stop();
    rig = await openLiveRig();
    let busy = true;
    let outcomes = 0;
    const asker = createAsker({
      fetchData: async () => {
        if (busy) throw new RemoteFailure("busy");
        return {
          status: 200,
          contentType: undefined,
          bytes: Buffer.from('{"customer":{"name":"A"}}'),
          redirects: 0,
        };
      },
      kept: rig.kept,
      now: () => rig.clock.now,
      onOutcome: () => {
        outcomes += 1;
      },
    });
    for (let person = 0; person < 20; person += 1) await asker.ask(questionFor(`p${person}`));
    expect(outcomes).toBe(0);
    busy = false;
    expect(await asker.ask(questionFor("p1"))).toMatchObject({ complete: true });
  });

  it("once it is asked in another way, that is tried at once", async () => {
    rig.serve = failing;
    for (let person = 0; person < 6; person += 1) await node.show(`id=p${person}`);
    const row = node.rig.rows.get("live");
    if (row?.state !== "live") throw new Error("expected the link");
    const changed = row.sources?.map((source) => ({
      ...source,
      config: { ...Object(source.config), address: "http://api.example/v2/{{id}}" },
    }));
    node.rig.rows.set("live", { ...row, sources: changed });
    node.rig.links.expireAll();
    rig.serve = customers;
    await expectShown(node.show("id=Maria"), "Maria", OK);
  });
});
