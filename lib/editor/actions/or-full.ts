import { AppError } from "@/lib/errors";
import { LIMITS } from "@/lib/template/limits";
import type { Document } from "@/lib/template/schema";

export const FULL = `A template holds at most ${LIMITS.layers} layers, in groups ${LIMITS.groupDepth} deep. Delete or ungroup some first.`;

/**
 * A change that adds layers and says why when it does not: a command that would pass a limit leaves the document as it
 * is. What is refused for another reason has a sentence of its own. @throws AppError `invalid`
 */
export function orFull(change: (document: Document) => Document): (document: Document) => Document {
  return (document) => {
    const next = change(document);
    if (next === document) throw new AppError("invalid", FULL);
    return next;
  };
}
