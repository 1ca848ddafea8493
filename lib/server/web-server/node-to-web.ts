import type { IncomingMessage, ServerResponse } from "node:http";
import { urlOfTarget } from "./request-target";

/**
 * A web Request of what came in, without its body: pictures are only asked for. Methods a Request may not have
 * (TRACE) are as wrong for a picture as POST, and come as that.
 */
export function toRequest(incoming: IncomingMessage): Request {
  const headers = new Headers();
  for (let i = 0; i + 1 < incoming.rawHeaders.length; i += 2) {
    headers.append(incoming.rawHeaders[i] ?? "", incoming.rawHeaders[i + 1] ?? "");
  }
  const { method } = incoming;
  return new Request(urlOfTarget(incoming.url ?? "/"), {
    method: method === "GET" || method === "HEAD" ? method : "POST",
    headers,
  });
}

/** Writes a web Response out. A HEAD answer has the headers of the whole, Content-Length among them. */
export async function sendResponse(response: Response, outgoing: ServerResponse): Promise<void> {
  const body = Buffer.from(await response.arrayBuffer());
  const headers = headersOf(response, body.length, outgoing.req.method ?? "GET");
  outgoing.writeHead(response.status, headers);
  outgoing.end(outgoing.req.method === "HEAD" ? undefined : body);
}

/** The headers of an answer with its length in bytes, where it may have one (RFC 9110, 8.6). */
export function headersOf(response: Response, length: number, method: string): Record<string, string> {
  const headers = Object.fromEntries(response.headers);
  const bodiless = response.status === 204 || response.status === 304;
  if (!bodiless && headers["content-length"] === undefined && (method !== "HEAD" || length > 0)) {
    headers["content-length"] = String(length);
  }
  return headers;
}
