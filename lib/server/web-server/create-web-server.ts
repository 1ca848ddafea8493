import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { ImageHandler } from "@/lib/render/image-handler";
import { lastReply, type Reply } from "@/lib/render/image-response";
import { DEPTH_HEADER } from "@/lib/render/remote/fetch-remote";
import { env } from "../env";
import { nameClient } from "./forwarded-for";
import { answerRefused } from "./refused-request";
import { escapedTarget, isImageTarget } from "./request-target";
import { letGoOfStalledReader, STALLED_MS } from "./stalled-reader";
import { countUpgraded, offersUpgrade, requestClass } from "./upgrades";

/** A query of 200 kB is answered in the ordinary way; past this the refused-request path answers. */
const MAX_HEAD_BYTES = 256 * 1024;
/** Node looks at slow clients only so often: together at most 10 seconds for a head. */
const HEAD_TIMEOUT_MS = 8_000;
const TIMEOUT_CHECK_MS = 2_000;
/** An upload from a slow line. */
const REQUEST_TIMEOUT_MS = 120_000;
/** Longer than the usual proxies keep theirs (60 s), so that they never reuse a connection just closed. */
const KEEP_ALIVE_MS = 65_000;

/** `degraded`: links are answered and nothing else is, because the database does not answer; `stopping`: send nobody. */
export type Readiness = "ready" | "degraded" | "stopping";

export type WebServerParts = {
  /** Answers `/i/...`; meant never to fail. */
  image: ImageHandler["handle"];
  /** Answers everything else. */
  page: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** How much of its work this process can do now. */
  readiness: () => Promise<Readiness>;
  /**
   * False is for the development server: it gets well-formed picture requests, for which it reloads code, and the
   * websockets of its hot reload. Nothing else upgrades a connection.
   */
  imagesFirst?: boolean;
  /** How many proxies stand in front. Unset: what the settings say. */
  trustedProxies?: number;
  /** How long a client may take nothing of an answer, ms. */
  stalledMs?: number;
  /** Told of what should not have happened. */
  onError: (error: unknown) => void;
};

/**
 * The HTTP server: pictures first and without any framework, then `/healthz` (this process lives) and `/readyz`
 * (it can serve), then pages. Not listening yet.
 */
export function createWebServer(parts: WebServerParts): Server {
  const { imagesFirst = true, trustedProxies = env().TRUSTED_PROXIES, stalledMs = STALLED_MS } = parts;
  const image: ImageHandler["handle"] = (request) => {
    const failed = (error: unknown): Reply => {
      parts.onError(error);
      return lastReply(request);
    };
    try {
      const reply = parts.image(request);
      return reply instanceof Promise ? reply.catch(failed) : reply;
    } catch (error) {
      return failed(error);
    }
  };
  const server = createServer(
    {
      maxHeaderSize: MAX_HEAD_BYTES,
      headersTimeout: HEAD_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      connectionsCheckingInterval: TIMEOUT_CHECK_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      // A link answers with a picture even to a client that names no host.
      requireHostHeader: false,
      IncomingMessage: requestClass((target) => !imagesFirst && !isImageTarget(target)),
    },
    (request, response) => {
      const failed = (error: unknown) => {
        parts.onError(error);
        if (response.headersSent) response.destroy();
        else
          response
            .writeHead(500, { "Content-Type": "text/plain; charset=utf-8" })
            .end("Something went wrong.\n");
      };
      try {
        answer(request, response)?.catch(failed);
      } catch (error) {
        failed(error);
      }
    },
  );

  function show(request: IncomingMessage, response: ServerResponse): Promise<void> | undefined {
    const { method = "GET", url = "/", headers } = request;
    const ifNoneMatch = headers["if-none-match"] ?? null;
    const nested = headers[DEPTH_HEADER] !== undefined;
    const reply = image({ target: escapedTarget(url), method, ifNoneMatch, nested });
    if (reply instanceof Promise) return reply.then((made) => send(made, response));
    send(reply, response);
    return undefined;
  }

  function send({ status, headers, body }: Reply, response: ServerResponse): void {
    response.writeHead(status, headers).end(body ?? undefined);
    // As a rule the system has taken all of it by now, and there is nothing to watch.
    if (response.writableLength > 0) letGoOfStalledReader(response, stalledMs);
  }

  /** Nothing where the answer is given already, as it is for a picture in memory: no promise stands in its way. */
  function answer(request: IncomingMessage, response: ServerResponse): Promise<void> | undefined {
    const target = request.url ?? "/";
    if (offersUpgrade(request)) response.shouldKeepAlive = false;
    nameClient(request, trustedProxies);
    if (imagesFirst && isImageTarget(target)) return show(request, response);
    return answerOther(target, request, response);
  }

  async function answerOther(
    target: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    letGoOfStalledReader(response, stalledMs);
    if (target === "/healthz") return say(response, 200, "ok");
    if (target === "/readyz") {
      const state = await parts.readiness();
      // Links are worth sending people here also while everything else has to wait.
      return say(response, state === "stopping" ? 503 : 200, state);
    }
    return parts.page(request, response);
  }

  // Left to itself Node answers 417, which is no picture.
  server.on("checkExpectation", (request, response) => server.emit("request", request, response));
  countUpgraded(server);
  answerRefused(server, image);
  return server;
}

function say(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" });
  response.end(`${text}\n`);
}
