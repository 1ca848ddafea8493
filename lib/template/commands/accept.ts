import { type Document, documentSchema } from "../schema";

/**
 * The end of every command: the document it made, or the one it was given when nothing changed or the outcome
 * would break a rule of the schema (too many layers, a coordinate out of reach, a key taken).
 */
export function accept(before: Document, after: Document): Document {
  return after === before || !documentSchema.safeParse(after).success ? before : after;
}
