import type { Server } from "node:http";
import { connect } from "node:net";
import type { Duplex } from "node:stream";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createWebServer } from "./create-web-server";
import { drain } from "./drain";
import { listen, pictureReply, talk } from "./testing/raw-client";

const H2C = "Host: x\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n";
const WEBSOCKET = "Host: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n";
const PICTURE =
  /^HTTP\/1\.1 200 OK\r\n(?=.*content-length: 7\r\n)(?=.*connection: close\r\n).*\r\n\r\nPICTURE$/is;

let server: Server;
let port: number;
let upgraded: string[];

function begin(development: boolean): void {
  upgraded = [];
  server = createWebServer({
    image: () => pictureReply(),
    page: async (request, response) => {
      let body = "";
      for await (const chunk of request) body += chunk;
      response.end(`page ${request.url} ${body}`);
    },
    readiness: async () => "ready",
    onError: (error) => {
      throw error;
    },
    imagesFirst: !development,
  });
}

/** What the framework does at the first page it is asked for, in production too. */
function listenForUpgrades(): void {
  server.on("upgrade", (request, socket: Duplex) => {
    upgraded.push(request.url ?? "");
    socket.write("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
    socket.on("data", (chunk) => socket.write(chunk));
    socket.on("error", () => undefined);
  });
}

afterEach(() => drain(server, 0));

describe("in production", () => {
  beforeEach(async () => {
    begin(false);
    port = await listen(server);
  });

  test.each([
    ["as long as nobody upgrades", () => undefined],
    ["when the framework listens for upgrades", listenForUpgrades],
  ])(
    "a client that offers another protocol gets its picture, %s",
    async (_name, prepare) => {
      prepare();
      for (const offer of [H2C, WEBSOCKET]) {
        for (const value of ["Ann", "Ann Lee"]) {
          expect(await talk(port, [`GET /i/demo.png?first_name=${value} HTTP/1.1\r\n${offer}\r\n`])).toMatch(
            PICTURE,
          );
        }
      }
      expect(upgraded).toEqual([]);
    },
    5_000,
  );

  test("pages answer as if nothing were offered, bodies and all", async () => {
    listenForUpgrades();
    expect(await talk(port, [`GET /page HTTP/1.1\r\n${WEBSOCKET}\r\n`])).toMatch(
      /^HTTP\/1\.1 200 OK\r\n.*connection: close\r\n.*page \/page /is,
    );
    expect(await talk(port, [`POST /save HTTP/1.1\r\n${H2C}Content-Length: 5\r\n\r\nhello`])).toContain(
      "page /save hello",
    );
    expect(upgraded).toEqual([]);
  }, 5_000);

  test("a client that goes on in the other protocol unasked does no harm", async () => {
    listenForUpgrades();
    const request = `GET /i/demo.png HTTP/1.1\r\n${H2C}\r\n`;
    expect(await talk(port, [`${request}PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n`])).toMatch(PICTURE);
    expect(await talk(port, [request, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"])).toMatch(PICTURE);
  }, 5_000);
});

describe("in development", () => {
  beforeEach(async () => {
    begin(true);
    port = await listen(server);
  });

  test("the framework gets its websocket, and pictures their answers", async () => {
    listenForUpgrades();
    expect(await talk(port, [`GET /i/demo.png HTTP/1.1\r\n${H2C}\r\n`])).toContain("page /i/demo.png");
    const socket = connect(port, "127.0.0.1");
    let said = "";
    socket.on("data", (chunk) => {
      said += chunk.toString("latin1");
    });
    socket.write(`GET /_next/hmr HTTP/1.1\r\n${WEBSOCKET}\r\n`);
    await expect.poll(() => said).toContain("101 Switching Protocols");
    socket.write("a frame");
    await expect.poll(() => said).toMatch(/a frame$/);
    expect(upgraded).toEqual(["/_next/hmr"]);
    socket.destroy();
  }, 5_000);

  test("a websocket that comes before the framework listens is answered", async () => {
    expect(await talk(port, [`GET /_next/hmr HTTP/1.1\r\n${WEBSOCKET}\r\n`])).toContain("page /_next/hmr");
  }, 5_000);

  test("draining closes a websocket at once", async () => {
    listenForUpgrades();
    const open = talk(port, [`GET /_next/hmr HTTP/1.1\r\n${WEBSOCKET}\r\n`]);
    await expect.poll(() => upgraded).toHaveLength(1);
    const started = performance.now();
    await drain(server, 4_000);
    expect(performance.now() - started).toBeLessThan(2_000);
    expect(await open).toContain("101 Switching Protocols");
  }, 5_000);
});
