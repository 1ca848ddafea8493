import { AppError } from "@/lib/errors";
import { log } from "../log";

/**
 * The body of a request as bytes, read no further than `limit`. `too_large` says both figures; a length that is
 * announced is judged before anything is read. A client that goes away meanwhile is a `bad_request` nobody gets.
 */
export async function readBody(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const announced = Number(request.headers.get("content-length") ?? 0);
  if (announced > limit) throw tooLarge(limit, announced);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (;;) {
    const part = await reader?.read().catch((cause) => {
      log().debug({ err: cause }, "a request broke off");
      throw new AppError("bad_request", "The request broke off before all of it had come.", { cause });
    });
    if (!part || part.done) break;
    size += part.value.byteLength;
    if (size > limit) {
      await reader?.cancel();
      throw tooLarge(limit, null);
    }
    chunks.push(part.value);
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}

function tooLarge(limit: number, came: number | null): AppError {
  const size = came === null ? "more" : megabytes(came);
  return new AppError("too_large", `At most ${megabytes(limit)} can be sent here; ${size} came.`, {
    details: { limit },
  });
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toLocaleString("en-US", { maximumFractionDigits: 1 })} MB`;
}
