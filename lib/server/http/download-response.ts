import { fewAtOnce } from "./few-at-once";
import { streamOf } from "./stream-of";

type Download = {
  workspaceId: string;
  headers: Headers | Record<string, string>;
  parts: () => AsyncGenerator<Uint8Array<ArrayBuffer>, void>;
};

/**
 * A large file, written while it is read, few at once. Who asks with HEAD is told the headers alone: the framework answers
 * it by GET and drops the body without a word, so that a file begun for it would be held by nobody.
 */
export function downloadResponse(request: Request, { workspaceId, headers, parts }: Download): Response {
  if (request.method === "HEAD") {
    // Refused where GET would be; a generator that nobody reads from holds nothing.
    parts();
    return new Response(null, { headers });
  }
  return new Response(streamOf(fewAtOnce(workspaceId, parts)), { headers });
}
