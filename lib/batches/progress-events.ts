import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { watchProgress } from "./watch-progress";

/** A connection ends after so long, ms; who still watches comes again. */
const LONGEST_MS = 10 * 60_000;

/**
 * How often whoever watches is asked again who they are, ms. And a line that says nothing keeps proxies from taking a quiet
 * connection for a dead one.
 */
const SIGN_EVERY_MS = 15_000;

/**
 * How far a batch is, as server-sent events: at once, and on every change. The batch is within reach; it ends soon after
 * `confirm` rejects because it no longer is, or whoever watches has no session any more.
 */
export function progressEvents(
  { workspaceId }: Scope,
  id: string,
  confirm: () => Promise<unknown>,
): Response {
  const encoder = new TextEncoder();
  let leave = () => {};
  let isOver = false;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const stop = watchProgress({ id, workspaceId }, (progress) => {
        if (progress === null) close();
        else send(`data: ${JSON.stringify(progress)}\n\n`);
      });
      const sign = setInterval(() => void ask(), SIGN_EVERY_MS);
      const late = setTimeout(close, LONGEST_MS);
      leave = () => {
        clearInterval(sign);
        clearTimeout(late);
        stop();
        leave = () => {};
      };
      let isAsking = false;
      async function ask(): Promise<void> {
        send(":\n\n");
        if (isAsking) return;
        isAsking = true;
        // While the database does not answer nobody hears anything of the batch either.
        const isRefused = await confirm().then(
          () => false,
          (error: unknown) => error instanceof AppError,
        );
        isAsking = false;
        if (isRefused) close();
      }
      function close(): void {
        // Whoever watches may have left while it was found out who they are.
        if (isOver) return;
        isOver = true;
        leave();
        controller.close();
      }
    },
    cancel: () => {
      isOver = true;
      leave();
    },
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
