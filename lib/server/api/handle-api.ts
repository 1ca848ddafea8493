import { clientAddress } from "@/lib/accounts/client-address";
import { isKeyText, KEY_PATTERN } from "@/lib/accounts/keys/key-text";
import { noteLeakedKey } from "@/lib/accounts/keys/leaked-key";
import { type LiveKey, readKey, scopeOfKey } from "@/lib/accounts/keys/open-key-scope";
import { networkOf } from "@/lib/accounts/network";
import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { parseInput } from "../http/parse-input";
import { parseJson } from "../http/parse-json";
import { readBody } from "../http/read-body";
import { BODY_DEPTH, BODY_LIMIT } from "../http/read-input";
import { log } from "../log";
import { answerOf } from "./answer";
import { once, readIdempotencyKey } from "./idempotency";
import { findOperation } from "./match-operation";
import type { AnyOperation } from "./operation";
import { newRequestId, problemResponse } from "./problem";
import { countRequest, countWrongKey, type LimitHeaders } from "./rate-limit";
import { readApiInput } from "./read-api-input";

/**
 * The REST API: a Web request in, a Web response out. Steps in order: which operation, whose key, how often, may it,
 * what was sent, do it, check what goes out. Every answer has the number of its request.
 */
export async function handleApi(request: Request): Promise<Response> {
  const requestId = newRequestId();
  const began = performance.now();
  let limit: LimitHeaders = {};
  let operationId = "none";
  let response: Response;
  try {
    const key = await authenticate(request);
    limit = await countRequest(key.id);
    const { operation, params } = findOperation(request);
    operationId = operation.id;
    response = await perform(operation, params, key, request);
  } catch (error) {
    const refused = error instanceof AppError ? error.details?.limitHeaders : undefined;
    if (typeof refused === "object" && refused !== null) limit = { ...refused };
    response = problemResponse(error, { requestId, operation: operationId, headers: limit });
  }
  for (const [name, value] of Object.entries(limit)) response.headers.set(name, value);
  response.headers.set("x-request-id", requestId);
  const ms = Math.round(performance.now() - began);
  log().info({ requestId, operation: operationId, status: response.status, ms }, "api");
  return response;
}

/** The key in the Authorization header, and nowhere else. */
async function authenticate(request: Request): Promise<LiveKey> {
  const leaked = decodedSearch(request).match(KEY_PATTERN)?.[0];
  const network = networkOf(clientAddress(request.headers.get("x-forwarded-for")));
  if (leaked !== undefined) {
    await countWrongKey(network);
    if (isKeyText(leaked)) await noteLeakedKey(leaked);
    throw new AppError(
      "not_signed_in",
      "A key stands in the address of this request, where logs and caches keep it. Send it in the Authorization header, and rotate it: it is marked as seen in an address.",
    );
  }
  const header = request.headers.get("authorization");
  const text = header?.match(/^Bearer +(\S+)$/i)?.[1];
  if (text === undefined) {
    throw new AppError(
      "not_signed_in",
      header === null
        ? "No key came. Send one as: Authorization: Bearer nameplate_live_…"
        : "The Authorization header must read: Bearer nameplate_live_…",
    );
  }
  try {
    return await readKey(text);
  } catch (error) {
    if (error instanceof AppError && error.code === "not_signed_in") {
      await countWrongKey(network);
    }
    throw error;
  }
}

function decodedSearch(request: Request): string {
  const { search } = new URL(request.url);
  try {
    return decodeURIComponent(search);
  } catch {
    return search;
  }
}

async function perform(
  operation: AnyOperation,
  rawParams: Record<string, string>,
  key: LiveKey,
  request: Request,
): Promise<Response> {
  // An address that cannot be right is an address where nothing is.
  const params = operation.params ? parseInput(operation.params, rawParams, "not_found") : undefined;
  const scope = scopeOfKey(key, operation.action);
  const idempotencyKey = operation.repeatable ? readIdempotencyKey(request) : null;
  if (idempotencyKey === null) {
    return settled(operation, scope, await run(operation, params, scope, request), request);
  }
  // The body is read twice: as it came, to compare, and as what it says.
  const bytes = await readBody(request, BODY_LIMIT);
  const again = new Request(request.url, {
    method: request.method,
    headers: request.headers,
    body: bytes.byteLength > 0 ? bytes : null,
  });
  if (!isRepeatable(operation, bytes)) {
    return settled(operation, scope, await run(operation, params, scope, again), again);
  }
  const { pathname, search } = new URL(request.url);
  const route = `${operation.method} ${operation.path}`;
  const payload = [pathname, search, request.headers.get("content-type") ?? "", bytes];
  const reply = await once(scope, { keyId: key.id, route, idempotencyKey, payload }, async () => {
    const answer = answerOf(operation, await run(operation, params, scope, again), again);
    return {
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: await answer.text(),
    };
  });
  const { status, body, headers, isRepeated } = reply;
  const answer = operation.settle
    ? await settled(operation, scope, JSON.parse(body), request)
    : new Response(body, { status, headers });
  if (isRepeated) answer.headers.set("idempotency-replayed", "true");
  return answer;
}

/** The answer, once everything is done that is not part of the one transaction. */
async function settled(
  operation: AnyOperation,
  scope: Scope,
  value: unknown,
  request: Request,
): Promise<Response> {
  const done = value instanceof Response ? value : ((await operation.settle?.(scope, value)) ?? value);
  return answerOf(operation, done, request);
}

function isRepeatable({ repeatable }: AnyOperation, body: Uint8Array): boolean {
  if (typeof repeatable !== "function") return repeatable === true;
  try {
    return repeatable(parseJson(body, BODY_DEPTH));
  } catch {
    // What is wrong with it is said where it is read.
    return false;
  }
}

async function run(
  operation: AnyOperation,
  params: unknown,
  scope: Scope,
  request: Request,
): Promise<unknown> {
  return operation.run(scope, await readApiInput(operation, params, request));
}
