import { once } from "node:events";
import { connect, createServer as createTcpServer, type Socket } from "node:net";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type CanaryRig, openCanaryRig } from "../testing/canary-rig";
import { createRemoteFetcher, REMOTE_LIMITS, type RemoteFetcher, type RemoteLimits } from "./fetch-remote";

const PUBLIC = "93.184.215.14";

let rig: CanaryRig;
let current: RemoteFetcher | undefined;

beforeEach(async () => {
  rig = await openCanaryRig();
  for (const name of ["pictures", "slow"]) rig.zone[`${name}.example`] = [PUBLIC];
  rig.sites.add(PUBLIC);
});

afterEach(async () => {
  await current?.close();
  await rig.close();
});

function fetcher(
  limits: Partial<RemoteLimits>,
  now: () => number = () => performance.now(),
): RemoteFetcher["fetchRemote"] {
  current = createRemoteFetcher({ network: rig.network, limits, now });
  return current.fetchRemote;
}

const reasonOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "accepted",
    (error) => error.reason,
  );

describe("limits of a fetch", () => {
  it("are the published ones", () => {
    expect(REMOTE_LIMITS).toEqual({
      bytes: 10_000_000,
      paceBytesPerSecond: 10_000,
      paceWindowMs: 2000,
      connectMs: 2000,
      firstByteMs: 3000,
      totalMs: 5000,
      redirects: 3,
      concurrent: 64,
      concurrentPerOrigin: 4,
      waiting: 256,
      waitingPerOrigin: 32,
    });
  });

  it("size: announced, counted, and just at the limit", async () => {
    const bodies: Record<string, number> = { "/over": 1001, "/at": 1000 };
    rig.serve = (request, response) => {
      const [path = "", how] = (request.url ?? "").split("?");
      const body = Buffer.alloc(bodies[path] ?? 0);
      if (how === "announced") response.setHeader("content-length", body.length);
      response.write(body);
      response.end();
    };
    const fetchRemote = fetcher({ bytes: 1000 });
    expect(await reasonOf(fetchRemote("http://pictures.example/over?announced"))).toBe("too_large");
    expect(await reasonOf(fetchRemote("http://pictures.example/over?chunked"))).toBe("too_large");
    expect(await reasonOf(fetchRemote("http://pictures.example/at?announced"))).toBe("accepted");
    expect(await reasonOf(fetchRemote("http://pictures.example/at?chunked"))).toBe("accepted");
  });

  it("I31 size: a compressed bomb stops at the limit, not at its end", async () => {
    const zeros = Buffer.alloc(64 * 1024 * 1024);
    const bombs: Record<string, Buffer> = {
      gzip: gzipSync(zeros),
      br: brotliCompressSync(zeros, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
      "gzip, gzip": gzipSync(gzipSync(zeros)),
      zstd: Buffer.from("x"),
    };
    const before = process.memoryUsage().rss;
    rig.serve = (request, response) => {
      const coding = decodeURIComponent((request.url ?? "").slice(1));
      response.writeHead(200, { "content-encoding": coding }).end(bombs[coding]);
    };
    const fetchRemote = fetcher({ bytes: 1_000_000 });
    expect(await reasonOf(fetchRemote("http://pictures.example/gzip"))).toBe("too_large");
    expect(await reasonOf(fetchRemote("http://pictures.example/br"))).toBe("too_large");
    expect(await reasonOf(fetchRemote("http://pictures.example/gzip%2C%20gzip"))).toBe("broken_body");
    expect(await reasonOf(fetchRemote("http://pictures.example/zstd"))).toBe("broken_body");
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
  });

  it("I32 an endless body ends at the byte limit, and its socket is closed", async () => {
    let closed = false;
    rig.serve = (_request, response) => {
      response.on("close", () => {
        closed = true;
      });
      const pour = () => {
        while (!response.destroyed && response.write(Buffer.alloc(16_384)));
        response.once("drain", pour);
      };
      pour();
    };
    expect(await reasonOf(fetcher({ bytes: 500_000 })("http://pictures.example/"))).toBe("too_large");
    await expect.poll(() => closed).toBe(true);
  });

  it("I32 a drip ends by its pace, long before the total time", async () => {
    rig.serve = (_request, response) => {
      const timer = setInterval(() => response.write("x"), 10);
      response.on("close", () => clearInterval(timer));
    };
    const limits = { paceWindowMs: 100, paceBytesPerSecond: 10_000, totalMs: 60_000 };
    expect(await reasonOf(fetcher(limits)("http://pictures.example/"))).toBe("timeout");
  });

  it("I33 a body shorter than announced is broken, what is beyond the announced length is not read", async () => {
    rig.serve = (request, response) => {
      const length = request.url === "/short" ? 100 : 3;
      response.socket?.end(`HTTP/1.1 200 OK\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\npublic`);
    };
    const fetchRemote = fetcher({});
    expect(await reasonOf(fetchRemote("http://pictures.example/short"))).toBe("broken_body");
    const long = await fetchRemote("http://pictures.example/long").catch(() => null);
    expect(long?.bytes.toString() ?? "pub").toBe("pub");
  });

  it("time: a server that accepts and never answers, at the first byte and in total", async () => {
    rig.serve = () => {};
    expect(await reasonOf(fetcher({ firstByteMs: 50, totalMs: 60_000 })("http://pictures.example/"))).toBe(
      "timeout",
    );
    expect(await reasonOf(fetcher({ totalMs: 50 })("http://pictures.example/"))).toBe("timeout");
  });

  it("time: a name server and a TLS handshake that never answer", async () => {
    const { resolve } = rig.network;
    rig.network.resolve = (_name, signal) =>
      new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
    expect(await reasonOf(fetcher({ connectMs: 50 })("http://slow.example/"))).toBe("timeout");
    rig.network.resolve = resolve;

    const sockets: Socket[] = [];
    const silent = createTcpServer((socket) => sockets.push(socket.on("error", () => {}).resume()));
    silent.listen(0, "127.0.0.1");
    await once(silent, "listening");
    rig.network.dial = () => connect(Object(silent.address()).port, "127.0.0.1");
    expect(await reasonOf(fetcher({ connectMs: 50 })("https://slow.example/"))).toBe("timeout");
    await expect.poll(() => sockets.every((socket) => socket.destroyed)).toBe(true);
    silent.close();
  });

  it("status: only 200 is a picture", async () => {
    rig.serve = (request, response) => response.writeHead(Number((request.url ?? "").slice(1))).end("x");
    const fetchRemote = fetcher({});
    for (const [status, reason] of [
      ...[201, 204, 206, 304, 400, 403, 429].map((code) => [code, "status"] as const),
      ...[404, 410].map((code) => [code, "missing"] as const),
      ...[500, 503].map((code) => [code, "server_error"] as const),
    ]) {
      expect(await reasonOf(fetchRemote(`http://pictures.example/${status}`)), String(status)).toBe(reason);
    }
  });

  it("a source that fails five times in half a minute is left alone for half a minute, and no other", async () => {
    let clock = 0;
    let status = 503;
    rig.serve = (request, response) =>
      response.writeHead(request.headers.host === "slow.example" ? status : 200).end("public");
    const fetchRemote = fetcher({}, () => clock);
    const ask = () => reasonOf(fetchRemote("http://slow.example/"));
    for (let round = 0; round < 5; round += 1) expect(await ask()).toBe("server_error");
    for (let round = 0; round < 5; round += 1) expect(await ask()).toBe("resting");
    expect(await reasonOf(fetchRemote("http://pictures.example/"))).toBe("accepted");
    expect(rig.visits).toHaveLength(6);
    clock = 30_000;
    status = 404;
    for (let round = 0; round < 10; round += 1) expect(await ask()).toBe("missing");
    status = 200;
    expect(await ask()).toBe("accepted");
  });

  it("who waits for a source when it turns out dead is turned away with it", async () => {
    const held: Array<() => void> = [];
    rig.serve = (_request, response) => held.push(() => response.socket?.destroy());
    const fetchRemote = fetcher({});
    const all = Array.from({ length: 20 }, (_, index) =>
      reasonOf(fetchRemote(`http://slow.example/${index}`)),
    );
    await expect.poll(() => held.length).toBe(4);
    const release = setInterval(() => held.shift()?.(), 1);
    const reasons = await Promise.all(all);
    clearInterval(release);
    expect(reasons.filter((reason) => reason === "resting").length).toBeGreaterThanOrEqual(12);
    expect(rig.visits.length).toBeLessThanOrEqual(8);
  });

  it("concurrency: at most four sockets to one origin, and another origin is not held up", async () => {
    const held: Array<() => void> = [];
    rig.serve = (request, response) => {
      if (request.headers.host === "slow.example") held.push(() => response.end("public"));
      else response.end("public");
    };
    const fetchRemote = fetcher({});
    const slow = Array.from({ length: 10 }, (_, index) => fetchRemote(`http://slow.example/${index}`));
    await expect.poll(() => held.length).toBe(4);
    for (let index = 0; index < 8; index += 1) await fetchRemote(`http://pictures.example/${index}`);
    expect(held).toHaveLength(4);
    expect(rig.visits.filter((visit) => visit.headers.host === "slow.example")).toHaveLength(4);
    const release = setInterval(() => held.shift()?.(), 1);
    await Promise.all(slow);
    clearInterval(release);
  });
});
