import type { RequestListener } from "node:http";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type LiveProcess, type LiveRig, openLiveRig } from "./testing/live-rig";

/** Live sources through the real picture handler and the real door; only the wire and the clock are the test's. */

const OK = "ok";
const DEGRADED = "degraded; reason=source";

let rig: LiveRig;
let node: LiveProcess;

beforeEach(async () => {
  rig = await openLiveRig();
  rig.serve = customers;
  node = rig.start();
});
afterEach(() => rig.stop());

const json =
  (body: unknown, status = 200): RequestListener =>
  (_request, response) =>
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));

/** Everybody's name is what they are found by. */
const customers: RequestListener = (request, response) =>
  json({ customer: { name: decodeURIComponent(request.url?.split("/").at(-1) ?? "") } })(request, response);

const named = (name: string) => json({ customer: { name } });

const expectShown = async (shown: ReturnType<LiveProcess["show"]>, name: string | null, render: string) => {
  const { bytes, render: status } = await shown;
  expect([status, bytes === (await node.named(name))]).toEqual([render, true]);
};

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
    const { questionOf } = await import("./question");
    const { httpConfig } = await import("./http-config");
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

describe("secrets", () => {
  const SECRET = "s3cret-Zxq7CanaryName";
  const config = {
    headers: [
      { name: "Authorization", value: "Bearer {{secret:api_key}}" },
      { name: "X-Shop", value: "a1" },
    ],
  };

  it("go to the source, and to nobody it sends us to", async () => {
    const one = rig.start(config, { api_key: SECRET });
    rig.serve = (request, response) => {
      if (request.headers.host !== "api.example") return named("Eve")(request, response);
      if (request.url === "/customers/away")
        return response.writeHead(302, { location: "http://other.example/x" }).end();
      if (request.url === "/customers/here")
        return response.writeHead(302, { location: "/customers/Maria" }).end();
      return customers(request, response);
    };
    await expectShown(one.show("id=here"), "Maria", OK);
    await expectShown(one.show("id=away"), "Eve", OK);
    const told = rig.visits.map(({ headers: { host, authorization, "x-shop": shop } }) => [
      host,
      authorization,
      shop,
    ]);
    expect(told).toEqual([
      ["api.example", `Bearer ${SECRET}`, "a1"],
      ["api.example", `Bearer ${SECRET}`, "a1"],
      ["api.example", `Bearer ${SECRET}`, "a1"],
      ["other.example", undefined, undefined],
    ]);
    for (const { headers } of rig.visits) {
      expect([headers.cookie, headers.referer, headers["x-forwarded-for"]]).toEqual([
        undefined,
        undefined,
        undefined,
      ]);
    }
  });

  it("that do not open ask nothing: a key that is missing is no request without it", async () => {
    await expectShown(rig.start(config).show("id=1"), null, DEGRADED);
    expect(rig.visits).toHaveLength(0);
  });

  it("neither they nor what was asked stand in what is kept or told", async () => {
    const one = rig.start(config, { api_key: SECRET });
    await one.show("id=Zxq7CanaryPerson");
    rig.serve = json({}, 500);
    await one.show("id=Zxq7CanaryOther");
    await one.asker.settled();
    const told = JSON.stringify([...rig.rows.keys(), one.outcomes, one.rig.events]);
    expect(told).not.toContain("Zxq7");
  });
});
