import type { RouteHandler } from "../http/route";

const ORIGIN = "http://localhost:3000";

export type Ask = {
  method?: string;
  /** Path and query; the parameters in it are given apart, as Next does. */
  path?: string;
  params?: Record<string, string>;
  cookie?: string | undefined;
  /** Sent as JSON, or as it is when it is a form or a file. */
  body?: unknown;
  /** What the browser says of where the request comes from; null: nothing. */
  origin?: string | null;
  headers?: Record<string, string>;
};

/** Calls a route as a browser's request would reach it. */
export function ask(handler: RouteHandler, request: Ask = {}): Promise<Response> {
  const { method = "GET", path = "/api", params = {}, cookie, body, origin = ORIGIN } = request;
  const headers = new Headers(request.headers);
  if (cookie) headers.set("cookie", cookie);
  if (origin && method !== "GET") headers.set("origin", origin);
  const sent =
    body === undefined || body instanceof FormData || body instanceof Blob ? body : JSON.stringify(body);
  const init = { method, headers, ...(sent === undefined ? {} : { body: sent }) };
  return handler(new Request(`${ORIGIN}${path}`, init), { params: Promise.resolve(params) });
}
