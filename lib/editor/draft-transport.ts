import { z } from "zod";
import { openDocument } from "@/lib/template/open-document";
import type { Document } from "@/lib/template/schema";

export type SaveRequest = {
  document: Document;
  /** Revision the document was made on; the server refuses the save when its own differs. */
  baseRevision: number;
  /** The same for every attempt of one save, so that a save whose answer was lost is not applied twice. */
  mutationId: string;
};

/** What the server made of a save. No answer at all (connection lost, timeout) is a rejected promise instead. */
export type SaveReply =
  | { kind: "saved"; revision: number }
  | { kind: "conflict"; revision: number; document: Document }
  /** Sending the same again would get the same answer. */
  | { kind: "refused"; message: string }
  /** May work later: too many requests, a server fault, a session that ended. */
  | { kind: "unavailable"; message: string };

export type SaveTransport = (request: SaveRequest, signal: AbortSignal) => Promise<SaveReply>;

const savedBody = z.object({ revision: z.number().int() });
const conflictBody = z.object({ revision: z.number().int(), document: z.unknown() });
const errorBody = z.object({ error: z.object({ message: z.string().min(1) }) });

/**
 * Sends drafts to `url` (PUT, JSON). An answer that is not what the server's contract says counts as lost: the
 * save is tried again with its mutation id, which is always safe.
 */
export function createDraftTransport(url: string, fetch: typeof globalThis.fetch): SaveTransport {
  return async (request, signal) => {
    const response = await fetch(url, {
      method: "PUT",
      headers: { "content-type": "application/json" },
      credentials: "same-origin",
      body: JSON.stringify(request),
      signal,
    });
    const body: unknown = await response.json().catch(() => null);
    if (response.ok) return { kind: "saved", revision: savedBody.parse(body).revision };
    if (response.status === 409) {
      const { revision, document } = conflictBody.parse(body);
      return meetOther(revision, document);
    }
    return { kind: canPass(response.status) ? "unavailable" : "refused", message: messageOf(response, body) };
  };
}

/** The other version as far as this page can show it; one of a newer release must not be written over. */
function meetOther(revision: number, stored: unknown): SaveReply {
  const { document, repairs } = openDocument(stored);
  if (repairs.some(({ code }) => code === "future_version")) {
    const message = "This template was saved by a newer release of the editor. Reload the page to go on.";
    return { kind: "refused", message };
  }
  return { kind: "conflict", revision, document };
}

/** Whether the same request may succeed later. 401 may: people sign in again in another tab. */
function canPass(status: number): boolean {
  return status >= 500 || status === 401 || status === 408 || status === 425 || status === 429;
}

function messageOf(response: Response, body: unknown): string {
  if (response.status === 401) return "You are signed out. Sign in again in another tab to go on saving.";
  const parsed = errorBody.safeParse(body);
  if (parsed.success) return parsed.data.error.message;
  return `The server answered ${response.status} instead of saving.`;
}
