import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { customers, DEGRADED, json, named, OK, showing } from "./testing/live-answers";
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

describe("a picture shows what its source says", () => {
  it("by a value of its address, which goes into the request encoded", async () => {
    await expectShown(node.show("id=Maria"), "Maria", OK);
    await expectShown(node.show(`id=${encodeURIComponent("a/b?c&d#e é")}`), "a/b?c&d#e é", OK);
    expect(rig.visits.map(({ url }) => url)).toEqual([
      "/customers/Maria",
      "/customers/a%2Fb%3Fc%26d%23e%20%C3%A9",
    ]);
  });

  it("before what stands in the address, which stays where the source says nothing", async () => {
    await expectShown(node.show("id=Maria&first_name=Ada"), "Maria", OK);
    rig.serve = json({ customer: { name: null } });
    await expectShown(node.show("id=2&first_name=Ada"), "Ada", DEGRADED);
  });

  it("asks nothing where the address does not say of whom, or says a tag or a way out", async () => {
    for (const query of ["", "id=", "id=%20", "id={{customer.id}}", "id=*%7CID%7C*", "id=..", "id=."]) {
      await expectShown(node.show(query), null, OK);
    }
    expect(rig.visits).toHaveLength(0);
  });

  it("numbers and yes or no are values; lists, objects and blanks are none", async () => {
    const values = { Name: "/name" };
    for (const [name, shown] of [
      [12.5, "12.5"],
      [0, "0"],
      [true, "true"],
      [["a"], null],
      [{ a: 1 }, null],
      ["  ", null],
      [null, null],
    ]) {
      const one = rig.start({ address: "http://api.example/{{id}}", values });
      rig.serve = json({ name, other: 1 });
      rig.rows.clear();
      await expectShown(
        one.show("id=1"),
        shown === null ? null : String(shown),
        shown === null ? DEGRADED : OK,
      );
    }
  });

  it("a value that is too long is cut like any", async () => {
    rig.serve = named("é".repeat(6_000));
    const { bytes, render } = await node.show("id=1");
    expect([bytes, render]).toEqual([await node.named("é".repeat(1_000)), OK]);
  });

  it("a customer who is not there is an answer, and nobody else's", async () => {
    await node.show("id=Maria");
    await node.asker.settled();
    rig.serve = json({ error: "no such customer" }, 404);
    await expectShown(node.show("id=nobody"), null, OK);
    rig.clock.now += 400_000;
    await expectShown(node.show("id=Maria"), null, OK);
    await node.asker.settled();
    expect(rig.rows.size).toBe(0);
  });
});
