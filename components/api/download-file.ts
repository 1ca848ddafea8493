import { errorFrom, unreachable } from "./call-api";

/** Time a browser has to begin with a download before its bytes are let go, ms. */
const KEPT_MS = 60_000;

/**
 * Asks our own API for a file and gives it to the person as a download. Rejects with the server's own sentence when
 * there is none: a plain link would lead away from the page then.
 */
export async function downloadFile(path: string, fileName: string): Promise<void> {
  const response = await fetch(path).catch(() => {
    throw unreachable();
  });
  if (!response.ok) throw errorFrom(response.status, await response.json().catch(() => null));
  const bytes = await response.blob().catch(() => {
    throw unreachable();
  });
  const address = URL.createObjectURL(bytes);
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
