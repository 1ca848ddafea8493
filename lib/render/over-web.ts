import type { ImageHandler } from "./image-handler";
import { lastReply, type Reply } from "./image-response";
import { DEPTH_HEADER } from "./remote/fetch-remote";

/** A picture handler over web Requests and Responses, for routes of a framework. Never fails; `onError` is told why. */
export function overWeb(
  handler: () => ImageHandler,
  onError: (error: unknown) => void,
): (request: Request) => Promise<Response> {
  async function replyTo({ url, method, headers }: Request): Promise<Reply> {
    const ifNoneMatch = headers.get("if-none-match");
    const nested = headers.has(DEPTH_HEADER);
    return handler().handle({ target: targetOf(url), method, ifNoneMatch, nested });
  }
  return async (request) => {
    const reply = await replyTo(request).catch((error) => {
      onError(error);
      return lastReply(request);
    });
    return new Response(reply.body && new Uint8Array(reply.body), reply);
  };
}

/** Path and query of a URL. */
function targetOf(url: string): string {
  const start = url.indexOf("/", url.indexOf("//") + 2);
  return start < 0 ? "/" : url.slice(start);
}
