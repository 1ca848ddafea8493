import { ANSWER_WITHIN } from "./autosave-timing";
import type { Clock } from "./clock";
import type { SaveReply, SaveRequest, SaveTransport } from "./draft-transport";

/**
 * Asks the server once to take a save. null when no answer came: the connection failed, took too long, or `controller`
 * called it off. Never rejects.
 */
export async function attemptSave(
  transport: SaveTransport,
  request: SaveRequest,
  controller: AbortController,
  clock: Clock,
): Promise<SaveReply | null> {
  const tooLate = clock.after(ANSWER_WITHIN, () => controller.abort());
  const lost = new Promise<null>((resolve) => {
    controller.signal.addEventListener("abort", () => resolve(null), { once: true });
  });
  const reply = await Promise.race([transport(request, controller.signal).catch(() => null), lost]);
  tooLate();
  return reply;
}
