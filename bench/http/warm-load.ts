import { connect } from "node:net";
import { percentile } from "../figures";
import { processState, type ServerProcess } from "../processes";

/** What a server did for one address that was asked for again and again. */
export type WarmLoad = {
  requestsPerSecond: number;
  /** ms from request to the end of its answer. */
  p50: number;
  p99: number;
  /** Processor time of the server and of this client for one answer, ms; null where the system does not say. */
  cpu: number | null;
  clientCpu: number;
};

const HEAD_END = "\r\n\r\n";

/**
 * Asks for one address over so many connections, each with one request at a time. Answers are only counted, by
 * their length, which is the same for all: a client that reads them costs more than the server that sends them,
 * and would then be what is measured.
 */
export async function loadWarm(
  server: ServerProcess,
  path: string,
  { connections, seconds }: { connections: number; seconds: number },
): Promise<WarmLoad> {
  const stopAt = performance.now() + seconds * 1000;
  const before = processState(server.pid);
  const clientBefore = process.cpuUsage();
  const started = performance.now();
  const one = () => askUntil(server.port, path, stopAt);
  const taken = (await Promise.all(Array.from({ length: connections }, one))).flat();
  const duration = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(clientBefore);
  const after = processState(server.pid);
  return {
    requestsPerSecond: taken.length / duration,
    p50: percentile(taken, 0.5),
    p99: percentile(taken, 0.99),
    cpu: before && after ? ((after.cpu - before.cpu) * 1000) / taken.length : null,
    clientCpu: (user + system) / 1000 / taken.length,
  };
}

/** The time of each answer, ms. */
function askUntil(port: number, path: string, stopAt: number): Promise<number[]> {
  return new Promise((done, fail) => {
    const request = Buffer.from(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`);
    const socket = connect(port, "127.0.0.1");
    const taken: number[] = [];
    let asked = 0;
    let length = 0;
    let missing = 0;
    const ask = () => {
      asked = performance.now();
      missing = length;
      socket.write(request);
    };
    socket.setNoDelay(true);
    socket.once("connect", ask).once("error", fail);
    socket.once("close", () => fail(new Error("the server closed a connection")));
    socket.on("data", (chunk) => {
      if (missing === length && !chunk.toString("latin1", 0, 12).startsWith("HTTP/1.1 200")) {
        fail(new Error(`expected a picture, got ${chunk.toString("latin1", 0, 80)}`));
      }
      if (length === 0) {
        length = lengthOf(chunk);
        missing = length;
      }
      missing -= chunk.length;
      if (missing > 0) return;
      if (missing < 0) fail(new Error("an answer is longer than the first"));
      const now = performance.now();
      taken.push(now - asked);
      if (now < stopAt) ask();
      else {
        socket.removeAllListeners("close").destroy();
        done(taken);
      }
    });
  });
}

/** Bytes of a whole answer, from its head, which stands in the first bytes that come. */
function lengthOf(chunk: Buffer): number {
  const headEnd = chunk.indexOf(HEAD_END);
  const body = /\r\ncontent-length: (\d+)\r\n/i.exec(chunk.toString("latin1", 0, headEnd + 2))?.[1];
  if (headEnd < 0 || body === undefined) throw new Error("an answer began without its length");
  return headEnd + HEAD_END.length + Number(body);
}
