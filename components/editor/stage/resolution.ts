import { resolveForView, type SampleView } from "@/lib/editor/preview-values";
import type { Resolution } from "@/lib/template/resolve-document";
import type { Document } from "@/lib/template/schema";

const last = new WeakMap<Document, { view: SampleView; resolution: Resolution }>();

/** The document with the values of a view; asked for many times a frame and worked out once, until a countdown moves on. */
export function resolutionOf(document: Document, view: SampleView): Resolution {
  const known = last.get(document);
  const now = Date.now();
  if (known?.view === view && now < (known.resolution.changesAt ?? Number.POSITIVE_INFINITY)) {
    return known.resolution;
  }
  const resolution = resolveForView(document, view, now);
  last.set(document, { view, resolution });
  return resolution;
}
