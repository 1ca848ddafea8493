import { connect, createServer, type Server } from "node:net";
import { afterEach, expect, test } from "vitest";
import { endWith } from "./last-answer";
import { listen } from "./testing/raw-client";

const BYTES = 16 * 1024 * 1024;

let server: Server;
afterEach(() => server.close());

test("a client that takes nothing is let go, one that takes a little now and then is not", async () => {
  const ends: Promise<boolean>[] = [];
  server = createServer({ allowHalfOpen: true }, (socket) => {
    socket.on("error", () => undefined);
    ends.push(
      new Promise((done) => {
        socket.on("close", () => done(socket.writableFinished));
      }),
    );
    endWith(socket, Buffer.alloc(BYTES), 600);
  });
  const port = await listen(server);

  const idle = connect(port, "127.0.0.1");
  idle.on("error", () => undefined);
  await expect.poll(() => ends).toHaveLength(1);
  expect(await ends[0]).toBe(false);
  idle.destroy();

  const slow = connect(port, "127.0.0.1");
  let read = 0;
  slow.on("data", (chunk) => {
    const before = Math.floor(read / 2_000_000);
    read += chunk.length;
    if (Math.floor(read / 2_000_000) === before) return;
    slow.pause();
    setTimeout(() => slow.resume(), 200);
  });
  await new Promise<void>((done) => slow.on("close", () => done()));
  expect(read).toBe(BYTES);
  expect(await ends[1]).toBe(true);
});
