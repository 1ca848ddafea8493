import type { Finding, FindingCode } from "@/lib/editor/problems/finding";
import type { Document } from "@/lib/template/schema";
import { placeOfFinding } from "../problems/place-of-finding";

/** Told at their own places alone: no recipient sees a field in waiting or a sample row. */
const UNSEEN: ReadonlySet<FindingCode> = new Set(["unused_field", "unknown_sample_field", "invalid_sample"]);

export type Concern = Finding & {
  /** What of the template the problem is in, as people call it. */
  where: string;
};

/**
 * Of what was found in the document, the problems that recipients of the picture would meet: what is asked about before
 * it goes live. Notes are no reason to ask, nor is what somebody has dismissed.
 */
export function publishConcerns(
  document: Document,
  findings: readonly Finding[],
  dismissed: ReadonlySet<string>,
): Concern[] {
  return findings
    .filter(({ id, code, severity }) => severity !== "info" && !UNSEEN.has(code) && !dismissed.has(id))
    .map((found) => ({ ...found, where: placeOfFinding(document, found) }));
}
