import { Agent, type Dispatcher, errors, request } from "undici";
import { parseBlocks } from "./address-rule";
import { createBreaker } from "./breaker";
import { createConnector } from "./connector";
import { type DataAnswer, type DataRequest, fetchDataThrough } from "./fetch-data";
import { createGate } from "./gate";
import { isAllowedHost } from "./host-rule";
import { type Network, systemNetwork } from "./network";
import { type BodyLimits, readBody } from "./read-body";
import { RemoteFailure, type RemoteFailureReason } from "./remote-failure";
import { bareHostname, judgeUrl } from "./url-rule";

/** Sent with every fetch and refused on our own image path: a picture cannot be made of itself. */
export const DEPTH_HEADER = "x-render-depth";

export type RemoteLimits = BodyLimits & {
  /** Name, TCP and TLS, ms. */
  connectMs: number;
  /** From the request to the answer's headers, ms. */
  firstByteMs: number;
  /** Everything, redirects and waiting included, ms. */
  totalMs: number;
  redirects: number;
  concurrent: number;
  concurrentPerOrigin: number;
  waiting: number;
  waitingPerOrigin: number;
};

export const REMOTE_LIMITS: RemoteLimits = {
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
};

/** When an origin is left alone. */
const BREAKER = { failures: 5, withinMs: 30_000, restMs: 30_000 };

/** What tells of a source that it is in trouble; a picture that it does not have, or not give, does not. */
const TROUBLES: readonly RemoteFailureReason[] = [
  "unresolved",
  "unreachable",
  "timeout",
  "server_error",
  "broken_body",
];

export type RemoteOptions = {
  /** Host names this deployment answers under; refused as a source, or a template could render itself. */
  ownHosts?: readonly string[];
  /** Blocks of a closed network that an operator has opened, as CIDR; local host names then pass too. */
  allowPrivate?: readonly string[];
  /** Ports that data may be asked for on, beside 80 and 443. */
  dataPorts?: readonly number[];
  limits?: Partial<RemoteLimits>;
  network?: Network;
  now?: () => number;
};

export type RemoteBody = {
  bytes: Buffer;
  /** Seconds the source allows it to be kept; null when it does not say. */
  maxAge: number | null;
};

export type RemoteFetcher = {
  /**
   * Fetches the bytes behind an address that came from outside. Sends no cookies, no referrer and nothing of
   * the caller; follows redirects itself and judges each target from the start; accepts status 200 only. Where
   * `allowedHosts` names any, every hop must be one of them.
   *
   * @throws RemoteFailure with one public sentence and a private reason
   */
  fetchRemote: (url: string, allowedHosts?: readonly string[]) => Promise<RemoteBody>;
  /**
   * Asks an address that came from outside for data, by the same rules, and answers with what it says, whatever its
   * status. One origin has four sockets for pictures and data together.
   *
   * @throws RemoteFailure with one public sentence and a private reason
   */
  fetchData: (asked: DataRequest) => Promise<DataAnswer>;
  close: () => Promise<void>;
};

type Answer = RemoteBody | { redirect: string };

/** A fetcher with its own sockets and its own bounds on concurrency; a process needs one. */
export function createRemoteFetcher(options: RemoteOptions = {}): RemoteFetcher {
  const {
    network = systemNetwork,
    allowPrivate = [],
    ownHosts = [],
    dataPorts = [],
    now = () => performance.now(),
  } = options;
  const limits = { ...REMOTE_LIMITS, ...options.limits };
  const own = new Set(ownHosts.map(bareHostname));
  const gate = createGate({
    total: limits.concurrent,
    perKey: limits.concurrentPerOrigin,
    waiting: limits.waiting,
    waitingPerKey: limits.waitingPerOrigin,
  });
  const breaker = createBreaker(BREAKER, now);
  const agent = new Agent({
    connect: createConnector({
      network,
      allowPrivate: parseBlocks(allowPrivate),
      timeoutMs: limits.connectMs,
    }),
    connections: limits.concurrentPerOrigin,
    headersTimeout: limits.firstByteMs,
    keepAliveTimeout: 4000,
    keepAliveMaxTimeout: 10_000,
  });

  function judge(input: string, allowedHosts: readonly string[], ports: readonly number[] = []): URL {
    const verdict = judgeUrl(input, allowPrivate.length > 0, ports);
    if (verdict.refused) throw new RemoteFailure(verdict.refused);
    if (own.has(verdict.hostname)) throw new RemoteFailure("own_host");
    if (!isAllowedHost(verdict.hostname, allowedHosts)) throw new RemoteFailure("unlisted_host");
    return verdict.url;
  }

  async function ask(url: URL, signal: AbortSignal): Promise<Answer> {
    const { origin } = url;
    const refuseResting = () => {
      if (breaker.isOpen(origin)) throw new RemoteFailure("resting");
    };
    refuseResting();
    const leave = await gate.enter(origin, signal);
    try {
      // Others may have found it dead while this one waited.
      refuseResting();
      const response = await request(url, { dispatcher: agent, headers: REQUEST_HEADERS, signal });
      const answer = await readAnswer(response, limits, signal);
      breaker.succeeded(origin);
      return answer;
    } catch (error) {
      const failure = asFailure(error, signal);
      if (TROUBLES.includes(failure.reason)) breaker.failed(origin);
      throw failure;
    } finally {
      leave();
    }
  }

  async function fetchRemote(input: string, allowedHosts: readonly string[] = []): Promise<RemoteBody> {
    const signal = AbortSignal.timeout(limits.totalMs);
    let url = judge(input, allowedHosts);
    for (let hop = 0; hop <= limits.redirects; hop += 1) {
      const answer = await ask(url, signal).catch((error) => {
        throw asFailure(error, signal);
      });
      if (!("redirect" in answer)) return answer;
      url = judge(redirectTarget(answer.redirect, url), allowedHosts);
    }
    throw new RemoteFailure("refused_redirect");
  }

  const door = {
    judge: (input: string) => judge(input, [], dataPorts),
    target: redirectTarget,
    asFailure,
    gate,
    breaker,
    agent,
    headers: { ...OWN_HEADERS, "user-agent": "Nameplate (live data)" },
    limits,
  };
  return {
    fetchRemote,
    fetchData: (asked) => fetchDataThrough(door, asked),
    close: () => agent.destroy(),
  };
}

const OWN_HEADERS = { "accept-encoding": "identity", [DEPTH_HEADER]: "1" };

const REQUEST_HEADERS = {
  ...OWN_HEADERS,
  "user-agent": "Nameplate (image fetcher)",
  accept: "image/png, image/jpeg, image/webp, image/gif",
};

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

async function readAnswer(
  { statusCode, headers, body }: Dispatcher.ResponseData,
  limits: RemoteLimits,
  signal: AbortSignal,
): Promise<Answer> {
  // A body that is dropped, or breaks after we have turned away, reports that to a listener or to the process.
  body.on("error", () => {});
  if (REDIRECTS.has(statusCode)) {
    body.destroy();
    return { redirect: one(headers.location) ?? "" };
  }
  if (statusCode !== 200) {
    body.destroy();
    throw new RemoteFailure(reasonOfStatus(statusCode));
  }
  if (Number(one(headers["content-length"]) ?? 0) > limits.bytes) {
    body.destroy();
    throw new RemoteFailure("too_large");
  }
  const bytes = await readBody(body, one(headers["content-encoding"]), limits, signal);
  return { bytes, maxAge: readMaxAge(one(headers["cache-control"])) };
}

function reasonOfStatus(status: number): RemoteFailureReason {
  if (status === 404 || status === 410) return "missing";
  return status >= 500 ? "server_error" : "status";
}

function redirectTarget(location: string, from: URL): string {
  if (location === "" || !URL.canParse(location, from)) throw new RemoteFailure("refused_redirect");
  const target = new URL(location, from);
  if (from.protocol === "https:" && target.protocol === "http:") throw new RemoteFailure("refused_redirect");
  return target.href;
}

/** Cache-Control's shared lifetime in seconds, RFC 9111 5.2.2; 0 where it forbids keeping. */
function readMaxAge(cacheControl: string | undefined): number | null {
  if (!cacheControl) return null;
  if (/(^|[\s,])(no-store|no-cache|private)\b/i.test(cacheControl)) return 0;
  const seconds =
    /(?:^|[\s,])s-maxage="?(\d{1,10})/i.exec(cacheControl) ??
    /(?:^|[\s,])max-age="?(\d{1,10})/i.exec(cacheControl);
  return seconds ? Number(seconds[1]) : null;
}

function one(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}

function asFailure(error: unknown, signal: AbortSignal): RemoteFailure {
  if (error instanceof RemoteFailure) return error;
  const late =
    signal.aborted || error instanceof errors.HeadersTimeoutError || error instanceof errors.BodyTimeoutError;
  return new RemoteFailure(late ? "timeout" : "unreachable", error);
}
