import type { Server } from "node:http";
import { connect } from "node:net";
import { afterEach, expect, test } from "vitest";
import { createWebServer } from "./create-web-server";
import { drain } from "./drain";
import { listen, pictureReply } from "./testing/raw-client";

/** More than the system buffers for a connection. */
const BYTES = 16 * 1024 * 1024;

let server: Server;
afterEach(() => drain(server, 0));

test("a reader that pauses gets the whole of a big picture, whose address is raw, too", async () => {
  server = createWebServer({
    image: () => pictureReply(new Uint8Array(BYTES)),
    page: async () => undefined,
    readiness: async () => "ready",
    onError: () => undefined,
  });
  const port = await listen(server);
  for (const value of ["Ann", "Ann Lee"]) {
    const socket = connect(port, "127.0.0.1");
    let read = 0;
    const over = new Promise<void>((done) => socket.on("close", () => done()));
    socket.on("error", () => undefined);
    socket.write(`GET /i/demo.png?first_name=${value} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    // Longer than an answer lingers.
    await new Promise((done) => setTimeout(done, 1_500));
    socket.on("data", (chunk) => {
      read += chunk.length;
    });
    await over;
    expect(read, value).toBeGreaterThan(BYTES);
  }
});
