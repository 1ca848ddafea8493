import type { Scope } from "@/lib/accounts/scope";
import { watchProgress } from "./watch-progress";

/** A connection ends after so long, ms; who still watches comes again, and is asked again who they are. */
const LONGEST_MS = 10 * 60_000;

/** A line that says nothing keeps proxies from taking a quiet connection for a dead one, ms. */
const SIGN_EVERY_MS = 15_000;

/** How far a batch is, as server-sent events: at once, and on every change. The batch is within reach. */
export function progressEvents({ workspaceId }: Scope, id: string): Response {
  const encoder = new TextEncoder();
  let leave = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const stop = watchProgress({ id, workspaceId }, (progress) => {
        if (progress === null) close();
        else send(`data: ${JSON.stringify(progress)}\n\n`);
      });
      const sign = setInterval(() => send(":\n\n"), SIGN_EVERY_MS);
      const late = setTimeout(close, LONGEST_MS);
      leave = () => {
        clearInterval(sign);
        clearTimeout(late);
        stop();
        leave = () => {};
      };
      function close(): void {
        leave();
        controller.close();
      }
    },
    cancel: () => leave(),
  });
  const headers = {
    "content-type": "text/event-stream; charset=utf-8",
    // Neither kept nor gathered on the way.
    "cache-control": "no-store, no-transform",
    "x-accel-buffering": "no",
    "x-content-type-options": "nosniff",
  };
  return new Response(body, { headers });
}
