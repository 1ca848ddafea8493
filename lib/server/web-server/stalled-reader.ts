import type { ServerResponse } from "node:http";

/** A client that takes nothing for this long has gone. A slow one takes its time. */
export const STALLED_MS = 30_000;

/**
 * Lets a client go that takes nothing of its answer: it would hold the connection and all the bytes as long as it
 * likes. Bytes that the system takes count as life, those of one long write too; an answer still being made waits for
 * nobody.
 */
export function letGoOfStalledReader(response: ServerResponse, stalledMs: number): void {
  response.setTimeout(stalledMs, () => {
    if (response.socket?.writableLength) response.destroy();
  });
}
