import { type Agent, type Dispatcher, request } from "undici";
import type { Breaker } from "./breaker";
import type { Gate } from "./gate";
import { type BodyLimits, readBody } from "./read-body";
import { RemoteFailure, type RemoteFailureReason } from "./remote-failure";

/** A question for data, such as the weather of a town. */
export type DataRequest = {
  url: string;
  /** What the source wants to be told, keys included. Only the origin of `url` hears it. */
  headers: Readonly<Record<string, string>>;
  /** What may be answered, as an Accept header: no secret, every hop hears it. */
  accept: string;
  /** Everything: waiting for a place, name, connection, redirects, body, ms. */
  timeoutMs: number;
};

/** What a source answered, whatever its status. */
export type DataAnswer = {
  status: number;
  contentType: string | undefined;
  /** Decompressed. */
  bytes: Buffer;
  /** How often it sent us elsewhere. */
  redirects: number;
};

/** What both kinds of fetches share: one origin has so many sockets, whoever asks it for what. */
export type DataDoor = {
  judge: (url: string) => URL;
  /** @throws RemoteFailure `refused_redirect` */
  target: (location: string, from: URL) => string;
  asFailure: (error: unknown, signal: AbortSignal) => RemoteFailure;
  gate: Gate;
  breaker: Breaker;
  agent: Agent;
  headers: Readonly<Record<string, string>>;
  limits: BodyLimits & { redirects: number };
};

/** Data is read by programs that hold it in memory. */
export const DATA_BYTES = 1_000_000;

/**
 * What tells of a host that it is dead to everybody. How long one source is waited for, and what it answers to its own
 * question, says nothing of others on the same host: those have breakers of their own.
 */
const DEAD: readonly RemoteFailureReason[] = ["unresolved", "unreachable"];

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** Asks a source through the guarded door, following redirects and judging each from the start. */
export async function fetchDataThrough(door: DataDoor, asked: DataRequest): Promise<DataAnswer> {
  const signal = AbortSignal.timeout(asked.timeoutMs);
  const first = door.judge(asked.url);
  let url = first;
  for (let hop = 0; hop <= door.limits.redirects; hop += 1) {
    // What the source is told is not for whoever it sends us to.
    const told = url.origin === first.origin ? asked.headers : {};
    const answer = await askOnce(door, url, { ...told, accept: asked.accept }, signal).catch((error) => {
      throw door.asFailure(error, signal);
    });
    if (!("redirect" in answer)) return { ...answer, redirects: hop };
    url = door.judge(door.target(answer.redirect, url));
  }
  throw new RemoteFailure("refused_redirect");
}

type Answered = Omit<DataAnswer, "redirects"> | { redirect: string };

async function askOnce(
  { gate, breaker, agent, headers, limits, asFailure }: DataDoor,
  url: URL,
  told: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Answered> {
  if (breaker.isOpen(url.origin)) throw new RemoteFailure("resting");
  const leave = await gate.enter(url.origin, signal);
  try {
    const response = await request(url, { dispatcher: agent, headers: { ...told, ...headers }, signal });
    return await readAnswer(response, limits, signal);
  } catch (error) {
    const failure = asFailure(error, signal);
    if (DEAD.includes(failure.reason)) breaker.failed(url.origin);
    throw failure;
  } finally {
    leave();
  }
}

async function readAnswer(
  { statusCode, headers, body }: Dispatcher.ResponseData,
  limits: BodyLimits,
  signal: AbortSignal,
): Promise<Answered> {
  // A body that is dropped, or breaks after we have turned away, reports that to a listener or to the process.
  body.on("error", () => {});
  if (REDIRECTS.has(statusCode)) {
    body.destroy();
    return { redirect: one(headers.location) ?? "" };
  }
  if (Number(one(headers["content-length"]) ?? 0) > DATA_BYTES) {
    body.destroy();
    throw new RemoteFailure("too_large");
  }
  const encoding = one(headers["content-encoding"]);
  const bytes = await readBody(body, encoding, { ...limits, bytes: DATA_BYTES }, signal);
  return { status: statusCode, contentType: one(headers["content-type"]), bytes };
}

function one(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}
