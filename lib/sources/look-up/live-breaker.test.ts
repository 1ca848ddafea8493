import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { httpConfig } from "./http-config";
import { questionOf } from "./question";
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
      await node.asker.ask(await questionFor(`p${second}`));
      rig.clock.now += 1_000;
    }
    expect(asked).toBeLessThan(200);
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

  async function questionFor(id: string) {
    const config = httpConfig.parse({
      address: "http://api.example/c/{{id}}",
      values: { Name: "/customer/name" },
      timeoutMs: 3_000,
    });
    const question = questionOf(
      { sourceId: "src_2", workspaceId: "w", config, sealed: null, secrets: {} },
      { id },
    );
    if (!question) throw new Error("expected a question");
    return question;
  }
});
