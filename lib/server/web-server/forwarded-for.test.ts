import type { Server } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import { createWebServer } from "./create-web-server";
import { drain } from "./drain";
import { clientOf } from "./forwarded-for";
import { listen, pictureReply, talk } from "./testing/raw-client";

describe("the client of a request", () => {
  const PROXY = "10.0.0.1";

  test.each([
    ["no proxy, nothing claimed", undefined, "203.0.113.9", 0, "203.0.113.9"],
    ["no proxy, an address claimed", "1.1.1.1", "203.0.113.9", 0, "203.0.113.9"],
    ["one proxy", "203.0.113.9", PROXY, 1, "203.0.113.9"],
    ["one proxy, an address claimed", "1.1.1.1, 203.0.113.9", PROXY, 1, "203.0.113.9"],
    ["two proxies", "1.1.1.1,203.0.113.9,10.0.0.2", PROXY, 2, "203.0.113.9"],
    ["a request past the proxy", undefined, "203.0.113.9", 1, "203.0.113.9"],
    ["a request past one of two proxies", "1.1.1.1", "203.0.113.9", 2, "203.0.113.9"],
    ["a proxy that does not say", "unknown", PROXY, 1, PROXY],
    ["a socket for both families", undefined, "::ffff:203.0.113.9", 0, "203.0.113.9"],
    ["IPv6", "2001:db8::9", PROXY, 1, "2001:db8::9"],
    ["a proxy that writes the port", "203.0.113.9:4711", PROXY, 1, "203.0.113.9"],
    ["a proxy that writes the port of IPv6", "[2001:db8::9]:4711", PROXY, 1, "2001:db8::9"],
    ["a connection already closed", "1.1.1.1", undefined, 0, undefined],
  ])("%s", (_name, forwardedFor, socket, trusted, client) => {
    expect(clientOf(forwardedFor, socket, trusted)).toBe(client);
  });
});

describe("the header that pages see", () => {
  let server: Server;
  afterEach(() => drain(server, 0));

  test.each([
    ["no proxy is trusted", 0, "127.0.0.1"],
    ["one is", 1, "203.0.113.9"],
  ])("names one address when %s", async (_name, trustedProxies, seen) => {
    server = createWebServer({
      image: () => pictureReply(),
      page: async (request, response) => {
        response.end(`from ${request.headers["x-forwarded-for"]}.`);
      },
      readiness: async () => "ready",
      onError: () => undefined,
      trustedProxies,
    });
    const claims = "X-Forwarded-For: 1.1.1.1\r\nX-Forwarded-For: 2.2.2.2, 203.0.113.9\r\n";
    const port = await listen(server);
    expect(await talk(port, [`GET /page HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${claims}\r\n`])).toMatch(
      new RegExp(`from ${seen}\\.$`),
    );
  });
});
