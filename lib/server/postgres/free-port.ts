import { createServer } from "node:net";

/** Below the range that systems hand out for outgoing connections (32768 and up on Linux). */
const LOWEST = 20_000;
const HIGHEST = 32_767;
const TRIES = 100;

/** A port on the loopback address that nothing listens on at this moment. */
export async function freePort(): Promise<number> {
  for (let i = 0; i < TRIES; i++) {
    const port = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST + 1));
    if (await isFree(port)) return port;
  }
  throw new Error(`No free port was found between ${LOWEST} and ${HIGHEST} in ${TRIES} tries.`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer();
    server.once("error", () => done(false));
    server.listen({ port, host: "127.0.0.1" }, () => server.close(() => done(true)));
  });
}
