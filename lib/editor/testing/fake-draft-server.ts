import type { Document } from "@/lib/template/schema";
import type { SaveReply, SaveTransport } from "../draft-transport";

/** How the next requests fare: `lost-reply` saves and says nothing, `lost-request` never arrives. */
export type Weather = "fine" | "lost-reply" | "lost-request" | "silent" | "fault" | "refuse" | "held";

/** A draft on a server that keeps the contract of PUT draft to the letter, with weather on the way to it. */
export function createFakeDraftServer(document: Document) {
  const state = { document, revision: 1, lastMutationId: "" };
  const arrived: { mutationId: string; document: Document; baseRevision: number }[] = [];
  let held: (() => void)[] = [];
  const weather: Weather[] = [];
  let standing: Weather = "fine";

  function put(request: { mutationId: string; document: Document; baseRevision: number }): SaveReply {
    arrived.push(request);
    if (request.mutationId === state.lastMutationId) return { kind: "saved", revision: state.revision };
    if (request.baseRevision !== state.revision) {
      return { kind: "conflict", revision: state.revision, document: structuredClone(state.document) };
    }
    state.document = structuredClone(request.document);
    state.revision += 1;
    state.lastMutationId = request.mutationId;
    return { kind: "saved", revision: state.revision };
  }

  const transport: SaveTransport = async (request) => {
    const now = weather.shift() ?? standing;
    switch (now) {
      case "fine":
        return put(request);
      case "lost-reply":
        put(request);
        throw new TypeError("Failed to fetch");
      case "lost-request":
        throw new TypeError("Failed to fetch");
      case "silent":
        put(request);
        return new Promise(() => {});
      case "fault":
        return { kind: "unavailable", message: "Something went wrong on our side." };
      case "refuse":
        return { kind: "refused", message: "A document has at most 1000000 bytes, this one has more." };
      case "held":
        await new Promise<void>((resolve) => held.push(resolve));
        return put(request);
    }
  };

  return {
    transport,
    state,
    arrived,
    /** Weather of the next requests, one each; after them it is fine again. */
    next: (...list: Weather[]) => weather.push(...list),
    /** Weather from now on. */
    stays: (kind: Weather) => {
      standing = kind;
    },
    /** Lets held requests through. */
    release: () => {
      for (const go of held) go();
      held = [];
    },
    /** Somebody else saves. */
    savedElsewhere: (other: Document) => {
      state.document = other;
      state.revision += 1;
      state.lastMutationId = "elsewhere";
    },
  };
}
