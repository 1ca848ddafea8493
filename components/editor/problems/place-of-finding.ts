import { layerLabel } from "@/lib/editor/layer-label";
import type { Finding } from "@/lib/editor/problems/finding";
import type { Document } from "@/lib/template/schema";
import { findLayer } from "@/lib/template/tree";

/** What of the template a problem is in, as people call it. */
export function placeOfFinding(
  document: Document,
  { layerId, fieldKey, path }: Pick<Finding, "layerId" | "fieldKey" | "path">,
): string {
  const layer = layerId === undefined ? undefined : findLayer(document, layerId);
  if (layer) return layerLabel(layer);
  if (path.startsWith("/alt")) return "Alternative text";
  if (path === "/width") return "Picture file";
  const field = document.fields.find(({ key }) => key === fieldKey);
  return field?.label || fieldKey || "Template";
}
