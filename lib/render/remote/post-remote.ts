import { isIP } from "node:net";
import type { Readable } from "node:stream";
import { Agent, request } from "undici";
import { judgeAddress, parseBlocks } from "./address-rule";
import { createBreaker } from "./breaker";
import { createConnector } from "./connector";
import { DEPTH_HEADER, type RemoteOptions } from "./fetch-remote";
import { systemNetwork } from "./network";
import { RemoteFailure } from "./remote-failure";
import { bareHostname, judgeUrl } from "./url-rule";

export type PostOptions = Pick<RemoteOptions, "ownHosts" | "allowPrivate" | "network" | "now"> & {
  /** Ports allowed beside 80 and 443. */
  ports?: readonly number[];
  /** From the name to the end of the answer, ms. */
  totalMs?: number;
};

export type PostedAnswer =
  /** What the receiver said; a redirect is an answer like any other, and followed nowhere. */
  | { kind: "answered"; status: number }
  /** Nothing came back: refused, closed, silent and unknown are one and the same. */
  | { kind: "nothing" }
  /** The receiver let several wait in vain, and is left alone for a moment: nothing was sent. */
  | { kind: "resting" };

export type RemotePoster = {
  /** Sends JSON to an address from outside. Never rejects. */
  postRemote: (url: string, headers: Readonly<Record<string, string>>, body: string) => Promise<PostedAnswer>;
  close: () => Promise<void>;
};

/** A receiver is expected to answer within 10 s. */
const TOTAL_MS = 10_000;
const CONNECT_MS = 5_000;

/** Of an answer's body nothing is used; a little is read, so that the connection can serve again. */
const READ_BYTES = 64 * 1024;

/** When a receiver that says nothing is left alone, so that what waits for it takes nobody else's turn. */
const BREAKER = { failures: 3, withinMs: 120_000, restMs: 60_000 };

/** The guarded door for what is sent out: the same rules for addresses as for pictures that are fetched. */
export function createRemotePoster({
  ownHosts = [],
  allowPrivate = [],
  network = systemNetwork,
  now = () => performance.now(),
  ports = [],
  totalMs = TOTAL_MS,
}: PostOptions = {}): RemotePoster {
  const own = new Set(ownHosts.map(bareHostname));
  const breaker = createBreaker(BREAKER, now);
  const agent = new Agent({
    connect: createConnector({
      network,
      allowPrivate: parseBlocks(allowPrivate),
      timeoutMs: Math.min(CONNECT_MS, totalMs),
    }),
    connections: 4,
    headersTimeout: totalMs,
    bodyTimeout: totalMs,
    keepAliveTimeout: 4000,
    keepAliveMaxTimeout: 10_000,
  });

  function judge(input: string): URL {
    const verdict = judgeUrl(input, allowPrivate.length > 0, ports);
    if (verdict.refused) throw new RemoteFailure(verdict.refused);
    if (own.has(verdict.hostname)) throw new RemoteFailure("own_host");
    return verdict.url;
  }

  async function send(url: URL, headers: Readonly<Record<string, string>>, body: string): Promise<number> {
    const signal = AbortSignal.timeout(totalMs);
    const response = await request(url, {
      method: "POST",
      dispatcher: agent,
      headers: { ...headers, ...OWN_HEADERS },
      body,
      signal,
    });
    await drop(response.body);
    return response.statusCode;
  }

  return {
    async postRemote(input, headers, body) {
      try {
        const url = judge(input);
        if (breaker.isOpen(url.origin)) return { kind: "resting" };
        try {
          const status = await send(url, headers, body);
          breaker.succeeded(url.origin);
          return { kind: "answered", status };
        } catch {
          breaker.failed(url.origin);
          return { kind: "nothing" };
        }
      } catch {
        return { kind: "nothing" };
      }
    },
    close: () => agent.destroy(),
  };
}

const OWN_HEADERS = {
  "user-agent": "Nameplate (webhooks)",
  "content-type": "application/json",
  "accept-encoding": "identity",
  [DEPTH_HEADER]: "1",
};

/** Reads a little of what was answered and lets go of the rest. The status is what counts, also where the body breaks. */
async function drop(body: Readable): Promise<void> {
  body.on("error", () => {});
  let read = 0;
  try {
    for await (const chunk of body) {
      read += Buffer.isBuffer(chunk) ? chunk.length : 0;
      if (read > READ_BYTES) break;
    }
  } catch {
    // It said what it had to say.
  }
  body.destroy();
}

/** Whether an address is worth trying by what it says itself; what a name leads to is judged when something is sent. */
export function isPostable(
  input: string,
  {
    ownHosts = [],
    allowPrivate = [],
    ports = [],
  }: Pick<PostOptions, "ownHosts" | "allowPrivate" | "ports"> = {},
): boolean {
  const verdict = judgeUrl(input, allowPrivate.length > 0, ports);
  if (verdict.refused || ownHosts.map(bareHostname).includes(verdict.hostname)) return false;
  return (
    isIP(verdict.hostname) === 0 || judgeAddress(verdict.hostname, parseBlocks(allowPrivate)) === "public"
  );
}
