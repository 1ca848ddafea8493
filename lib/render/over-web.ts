import type { ImageHandler } from "./image-handler";
import { DEPTH_HEADER } from "./remote/fetch-remote";

/** A picture handler over web Requests and Responses, for routes of a framework. */
export function overWeb({ handle }: ImageHandler): (request: Request) => Promise<Response> {
  return async ({ url, method, headers }) => {
    const target = targetOf(url);
    const ifNoneMatch = headers.get("if-none-match");
    const reply = await handle({ target, method, ifNoneMatch, nested: headers.has(DEPTH_HEADER) });
    return new Response(reply.body && new Uint8Array(reply.body), reply);
  };
}

/** Path and query as they came, before any decoding. */
function targetOf(url: string): string {
  const start = url.indexOf("/", url.indexOf("//") + 2);
  return start < 0 ? "/" : url.slice(start);
}
