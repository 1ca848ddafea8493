import type { Server } from "node:http";
import { connect, type Socket } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createWebServer } from "./create-web-server";
import { drain } from "./drain";
import { listen, pictureReply, talk } from "./testing/raw-client";

/** More than the system buffers for a connection. */
const BYTES = 16 * 1024 * 1024;
const STALLED_MS = 500;

let server: Server;
let port: number;
let clients: Socket[];

beforeEach(async () => {
  clients = [];
  server = createWebServer({
    image: ({ target }) => {
      const reply = pictureReply(new Uint8Array(BYTES));
      return target.includes("quick") ? reply : Promise.resolve(reply);
    },
    page: async (request, response) => {
      if (request.url === "/slow") await new Promise((done) => setTimeout(done, 3 * STALLED_MS));
      response.end(request.url === "/slow" ? "made at last" : Buffer.alloc(BYTES));
    },
    readiness: async () => "ready",
    onError: () => undefined,
    stalledMs: STALLED_MS,
  });
  port = await listen(server);
});
afterEach(async () => {
  for (const client of clients) client.destroy();
  await drain(server, 0);
});

function ask(target: string): Socket {
  const client = connect(port, "127.0.0.1");
  clients.push(client);
  client.on("error", () => undefined);
  client.write(`GET ${target} HTTP/1.1\r\nHost: x\r\n\r\n`);
  return client;
}

const connections = () =>
  new Promise<number>((done, fail) =>
    server.getConnections((error, count) => (error ? fail(error) : done(count))),
  );

test("clients that take nothing of a picture or of a page hold no connection", async () => {
  for (const target of ["/i/demo.png", "/i/quick.png", "/page"]) ask(target);
  await expect.poll(connections).toBe(3);
  await expect.poll(connections, { timeout: 10_000 }).toBe(0);
});

test("one that takes a little now and then gets the whole", async () => {
  const client = ask("/i/quick.png");
  let read = 0;
  client.on("data", (chunk) => {
    const before = Math.floor(read / 2_000_000);
    read += chunk.length;
    if (Math.floor(read / 2_000_000) === before) return;
    client.pause();
    setTimeout(() => client.resume(), STALLED_MS / 3);
  });
  await expect.poll(() => read, { timeout: 15_000 }).toBeGreaterThan(BYTES);
});

test("one that waits for a page still being made is waited for", async () => {
  expect(await talk(port, ["GET /slow HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"])).toMatch(
    /made at last$/,
  );
});
