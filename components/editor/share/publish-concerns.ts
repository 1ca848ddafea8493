import { layerLabel } from "@/lib/editor/layer-label";
import { checkDocument, type Problem, type ProblemCode } from "@/lib/template/check-document";
import type { Document } from "@/lib/template/schema";
import { findLayer } from "@/lib/template/tree";

/** Told at their own places alone: no recipient sees a field in waiting or a sample row. */
const UNSEEN: ReadonlySet<ProblemCode> = new Set(["unused_field", "unknown_sample_field", "invalid_sample"]);

export type Concern = Problem & {
  /** What of the template the problem is in, as people call it. */
  where: string;
};

/** The problems that recipients of the picture would meet: what is asked about before it goes live. */
export function publishConcerns(document: Document): Concern[] {
  return checkDocument(document)
    .filter(({ code }) => !UNSEEN.has(code))
    .map((problem) => ({ ...problem, where: placeOf(document, problem) }));
}

function placeOf(document: Document, { layerId, fieldKey, path }: Problem): string {
  const layer = layerId === undefined ? undefined : findLayer(document, layerId);
  if (layer) return layerLabel(layer);
  if (path.startsWith("/alt")) return "Alternative text";
  const field = document.fields.find(({ key }) => key === fieldKey);
  return field?.label || fieldKey || "Template";
}
