import { z } from "zod";
import { errorKind } from "@/lib/server/error-kind";
import { sendMailing } from "./send-mailing";

const payloadShape = z.object({ mailingId: z.string() });

/** A turn of a mailing as a job. What it throws is logged by the queue, so that it says a kind and nothing of any mail. */
export async function mailingTurn(
  payload: unknown,
  { stopping }: { stopping?: AbortSignal | undefined },
  run: typeof sendMailing = sendMailing,
): Promise<void> {
  const { mailingId } = payloadShape.parse(payload);
  try {
    await run(mailingId, { signal: stopping });
  } catch (error) {
    const { kind, code } = errorKind(error);
    throw new Error(`A turn of a mailing failed: ${kind}, ${code ?? "no code"}.`);
  }
}
