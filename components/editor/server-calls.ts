import { ApiError, errorFrom, unreachable } from "@/components/api/call-api";
import { AppError } from "@/lib/errors";

/** Fetches bytes from this service; `body` is sent as JSON with POST. Rejects with an ApiError as `callApi` does. */
export async function callForBlob(path: string, body?: unknown): Promise<Blob> {
  const init =
    body === undefined
      ? {}
      : { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  const response = await fetch(path, init).catch(() => {
    throw unreachable();
  });
  if (!response.ok) throw errorFrom(response.status, await response.json().catch(() => null));
  return response.blob();
}

/** The sentence to show for whatever was thrown. */
export function sentenceFor(error: unknown): string {
  if (error instanceof ApiError || error instanceof AppError) return error.message;
  return "Something went wrong in the editor. Reload the page; your work is kept.";
}
