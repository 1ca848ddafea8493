import type { RequestListener } from "node:http";
import { gzipSync } from "node:zlib";
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

describe("whatever the source does, the picture arrives with the right values", () => {
  const silent: RequestListener = () => {};
  const slow: RequestListener = (request, response) =>
    void setTimeout(() => customers(request, response), 20_000).unref();
  const drip: RequestListener = (_request, response) => {
    response.writeHead(200);
    const timer = setInterval(() => response.write(" "), 20);
    response.on("close", () => clearInterval(timer));
  };
  const BAD: Record<string, [RequestListener, number?]> = {
    "never answers": [silent],
    "is slow": [slow],
    drips: [drip],
    "answers with a page": [
      (_request, response) =>
        response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><p>Hello"),
    ],
    "answers with broken JSON": [(_request, response) => response.end('{"customer":{"name":"Mar')],
    "answers with another shape": [json({ data: [{ name: "Maria" }] })],
    "answers with nothing": [(_request, response) => response.end()],
    "answers with text": [json("Maria")],
    "answers with 500": [json({ customer: { name: "Eve" } }, 500)],
    "answers with 403": [json({ customer: { name: "Eve" } }, 403)],
    "answers with 204": [(_request, response) => response.writeHead(204).end()],
    "is huge": [(_request, response) => response.end(`{"customer":{"name":"${"x".repeat(1_100_000)}"}}`)],
    "is huge and does not say so": [
      (_request, response) => {
        response.writeHead(200);
        const pour = () => {
          while (!response.destroyed && response.write(Buffer.alloc(16_384, " ")));
          response.once("drain", pour);
        };
        pour();
      },
    ],
    "is a gzip bomb": [
      (_request, response) =>
        response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(Buffer.alloc(64_000_000, " "))),
    ],
    "is packed in an unknown way": [
      (_request, response) => response.writeHead(200, { "content-encoding": "zstd" }).end("x"),
    ],
    "breaks off": [
      (_request, response) => {
        response.writeHead(200, { "content-length": "100" });
        response.write('{"customer":');
        setTimeout(() => response.destroy(), 20);
      },
    ],
    "hangs up": [(_request, response) => void response.socket?.destroy()],
    "sends us to a private address": [
      (_request, response) => response.writeHead(302, { location: "http://10.0.0.5/customers/1" }).end(),
    ],
    "sends us to this machine": [
      (_request, response) => response.writeHead(307, { location: "http://127.0.0.1/" }).end(),
    ],
    "sends us round and round": [
      (request, response) => response.writeHead(302, { location: request.url ?? "/" }).end(),
      4,
    ],
    "speaks no HTTP": [(_request, response) => void response.socket?.end("220 smtp.example ESMTP\r\n")],
  };

  it.each(Object.entries(BAD))("%s", async (_what, [listener, requests = 1]) => {
    rig.serve = listener;
    // Nothing was ever answered: the field's fallback.
    await expectShown(node.show("id=1"), null, DEGRADED);
    expect(rig.visits).toHaveLength(requests);
    // It was, a while ago: that.
    rig.serve = customers;
    rig.clock.now += 6_000;
    await expectShown(node.show("id=1"), "1", OK);
    rig.serve = listener;
    rig.clock.now += 3_600_000;
    await expectShown(node.show("id=1"), "1", DEGRADED);
    expect(rig.visits).toHaveLength(1 + 2 * requests);
    // And once the source is well again, what it says now.
    rig.serve = named("Ada");
    rig.clock.now += 6_000;
    await expectShown(node.show("id=1"), "Ada", OK);
    expect(rig.hits).toHaveLength(0);
    await expect.poll(() => node.asker.settled()).toBeUndefined();
  });

  it("that is kept nowhere for long, and where nobody is connected it is the same", async () => {
    const { cache } = await rig.start({ address: "http://nowhere.example/{{id}}" }).show("id=1");
    expect(cache).toBe("public, max-age=0");
    rig.network.dial = () => {
      throw new Error("unreachable");
    };
    await expectShown(node.show("id=1"), null, DEGRADED);
  });

  it("the last good answer stands in as long as agreed, and no longer", async () => {
    const one = rig.start({ staleSeconds: 3_600, cacheSeconds: 60 });
    await expectShown(one.show("id=Maria"), "Maria", OK);
    rig.serve = json({}, 500);
    rig.clock.now += 3_599_000;
    await expectShown(one.show("id=Maria"), "Maria", DEGRADED);
    rig.clock.now += 6_000;
    await expectShown(one.show("id=Maria"), null, DEGRADED);
  });

  it("a database that is away, or hangs, keeps nobody from the source", async () => {
    rig.kept.read = () => Promise.reject(new Error("database away"));
    rig.kept.write = () => Promise.reject(new Error("database away"));
    await expectShown(node.show("id=Maria"), "Maria", OK);
    rig.kept.read = () => new Promise(() => {});
    await expectShown(node.show("id=Ada"), "Ada", OK);
    rig.serve = silent;
    await expectShown(node.show("id=Eve"), null, DEGRADED);
  });

  it("a source whose configuration cannot be read shows fallbacks", async () => {
    const row = node.rig.rows.get("live");
    if (row?.state !== "live") throw new Error("expected the link");
    const [source] = row.sources ?? [];
    if (!source) throw new Error("expected its source");
    node.rig.rows.set("live", {
      ...row,
      sources: [{ ...source, config: { address: "file:///etc/passwd" } }],
    });
    await expectShown(node.show("id=1"), null, DEGRADED);
    expect(rig.visits).toHaveLength(0);
  });
});
