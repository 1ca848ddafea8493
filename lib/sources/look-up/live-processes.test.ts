import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { customers, DEGRADED, json, named, OK, showing } from "./testing/live-answers";
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

  it("write so much of one source and no more, whatever its pictures are asked for", async () => {
    let written = 0;
    rig.kept.write = async () => {
      written += 1;
    };
    const ask = async (people: number) => {
      for (let person = 0; person < people; person += 1) {
        await node.asker.ask(questionFor(`${rig.clock.now} ${person}`));
        await node.asker.settled();
      }
    };
    await ask(700);
    expect(written).toBe(600);
    rig.clock.now += 2_000;
    await ask(30);
    expect(written).toBe(620);
    await node.asker.ask(questionFor("1", "src_2"));
    await node.asker.settled();
    expect(written).toBe(621);
  });

  it("take away only what is there, once", async () => {
    let removed = 0;
    const { remove } = rig.kept;
    rig.kept.remove = async (question) => {
      removed += 1;
      await remove(question);
    };
    const one = rig.start({ cacheSeconds: 0 });
    await one.show("id=Maria");
    await one.asker.settled();
    rig.serve = json({}, 404);
    for (let person = 0; person < 20; person += 1) await one.show(`id=p${person}`);
    for (let time = 0; time < 3; time += 1) {
      await one.show("id=Maria");
      await one.asker.settled();
    }
    expect([removed, rig.rows.size]).toEqual([1, 0]);
    // What another process has kept is there too.
    rig.serve = customers;
    await one.show("id=Ada");
    await one.asker.settled();
    const other = rig.start({ cacheSeconds: 0 });
    rig.serve = json({}, 404);
    await other.show("id=Ada");
    await other.asker.settled();
    expect([removed, rig.rows.size]).toEqual([2, 0]);
  });

  it("write a longer answer less often, and remember the longest that there is", async () => {
    const sizes: number[] = [];
    rig.kept.write = async (_question, { extract }) => void sizes.push(JSON.stringify(extract).length);
    rig.serve = named("x".repeat(4_096));
    const values = Object.fromEntries(
      Array.from({ length: 100 }, (_, at) => [`Value ${at}`, "/customer/name"]),
    );
    delete values["Value 0"];
    const one = rig.start({ values: { ...values, Name: "/customer/name" } });
    for (let person = 0; person < 20; person += 1) {
      await one.show(`id=${person}`);
      await one.asker.settled();
    }
    // 0.8 MB each in memory, of which the first seven are within what may be written at once.
    expect(sizes).toHaveLength(7);
    const rows = Array.from({ length: 20_000 }, (_, at) => `${at},${"y".repeat(40)}`);
    rig.serve = (_request, response) =>
      response.writeHead(200, { "content-type": "text/csv" }).end(`Id,Name\n${rows.join("\n")}`);
    const sheet = rig.start({
      ...{ address: "http://api.example/sheet.csv", format: "csv", row: { column: "Id", param: "id" } },
      values: { ...Object.fromEntries(Object.keys(values).map((name) => [name, "/Name"])), Name: "/Name" },
    });
    const before = rig.visits.length;
    for (let person = 0; person < 5; person += 1)
      await expectShown(sheet.show(`id=${person}`), "y".repeat(40), OK);
    expect(rig.visits.length - before).toBe(1);
  });

  it("a database that is away is not asked for each picture anew, and is again after a moment", async () => {
    let reads = 0;
    rig.kept.write = () => new Promise(() => {});
    rig.kept.read = () => {
      reads += 1;
      return new Promise(() => {});
    };
    for (let person = 0; person < 10; person += 1) await node.show(`id=p${person}`);
    expect(reads).toBe(3);
    rig.kept.read = async () => {
      reads += 1;
      return null;
    };
    rig.clock.now += 2_000;
    for (let person = 0; person < 10; person += 1) await node.show(`id=q${person}`);
    expect(reads).toBe(13);
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
