import { isValidDocument } from "../is-valid-document";
import { releaseLostMasks } from "../release-lost-masks";
import type { Document } from "../schema";
import { tidyOverrides } from "../variant-overrides";

/**
 * The end of every command: the document it made, or the one it was given when nothing changed or the outcome
 * would break a rule of the schema (too many layers, a coordinate out of reach, a key taken). Overrides of other
 * sizes go with their layers, and lose their place where a layer has come into another group. A group that lost its
 * mask is masked no more.
 */
export function accept(before: Document, after: Document): Document {
  if (after === before) return before;
  const tidy = tidyOverrides(before, releaseLostMasks(before, after));
  return isValidDocument(tidy) ? tidy : before;
}
