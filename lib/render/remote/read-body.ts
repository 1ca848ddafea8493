import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { RemoteFailure } from "./remote-failure";

export type BodyLimits = {
  /** Most bytes, counted on the wire and again after decompression. */
  bytes: number;
  /** Least bytes a second, over `paceWindowMs`. */
  paceBytesPerSecond: number;
  paceWindowMs: number;
};

const DECODERS = new Map([
  ["gzip", createGunzip],
  ["x-gzip", createGunzip],
  ["deflate", createInflate],
  ["br", createBrotliDecompress],
]);

/**
 * Reads a body to its end or to its first breach of a limit, at which the source is destroyed.
 *
 * @param encoding the Content-Encoding header; one known coding or none
 * @throws RemoteFailure too_large, timeout, broken_body
 */
export async function readBody(
  body: Readable,
  encoding: string | undefined,
  limits: BodyLimits,
  signal: AbortSignal,
): Promise<Buffer> {
  const pace = watchPace(limits);
  const chunks: Buffer[] = [];
  try {
    const wire = capped(limits.bytes, pace.count);
    const kept = capped(limits.bytes, (chunk) => chunks.push(chunk));
    kept.resume();
    await pipeline([body, wire, ...decoders(encoding), kept], {
      signal: AbortSignal.any([signal, pace.signal]),
    });
    return Buffer.concat(chunks);
  } catch (cause) {
    body.destroy();
    if (cause instanceof RemoteFailure) throw cause;
    if (signal.aborted || pace.signal.aborted) throw new RemoteFailure("timeout", cause);
    throw new RemoteFailure("broken_body", cause);
  } finally {
    pace.stop();
  }
}

function decoders(encoding: string | undefined) {
  const name = encoding?.trim().toLowerCase() ?? "";
  if (name === "" || name === "identity") return [];
  const create = DECODERS.get(name);
  if (!create) throw new RemoteFailure("broken_body");
  return [create()];
}

function capped(limit: number, seen: (chunk: Buffer) => void): Transform {
  let total = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      total += chunk.length;
      if (total > limit) return done(new RemoteFailure("too_large"));
      seen(chunk);
      done(null, chunk);
    },
  });
}

function watchPace({ paceBytesPerSecond, paceWindowMs }: BodyLimits) {
  const controller = new AbortController();
  const least = (paceBytesPerSecond * paceWindowMs) / 1000;
  let inWindow = 0;
  const timer = setInterval(() => {
    if (inWindow < least) controller.abort();
    inWindow = 0;
  }, paceWindowMs);
  return {
    signal: controller.signal,
    count: (chunk: Buffer) => {
      inWindow += chunk.length;
    },
    stop: () => clearInterval(timer),
  };
}
