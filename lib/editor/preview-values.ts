import { meaningfulValues } from "@/lib/link/literal-tag";
import { type Resolution, resolveDocument } from "@/lib/template/resolve-document";
import type { Document } from "@/lib/template/schema";

/** With what the canvas is filled: the fields' names, the values of a sample row, or nothing at all. */
export type SampleView = { kind: "fields" } | { kind: "row"; id: string } | { kind: "empty" };

/** The same view, or the fields when the row it shows is gone. */
export function existingSampleView(view: SampleView, document: Document): SampleView {
  const exists = view.kind !== "row" || document.samples.some(({ id }) => id === view.id);
  return exists ? view : { kind: "fields" };
}

/**
 * The document as the canvas shows it, through the very steps a link takes: literal merge tags and blanks go. `now`
 * is the time that rules about today compare with, ms since the epoch.
 */
export function resolveForView(document: Document, view: SampleView, now: number): Resolution {
  switch (view.kind) {
    case "fields":
      return resolveDocument(document, {}, { mode: "fields" });
    case "empty":
      return resolveDocument(document, {}, { now });
    case "row": {
      const row = document.samples.find(({ id }) => id === view.id);
      return resolveDocument(document, meaningfulValues(row?.values ?? {}), { now });
    }
  }
}

/** Every view of the document in the order of the switch: fields, each row, nothing filled. */
export function sampleViews(document: Document): { view: SampleView; label: string }[] {
  return [
    { view: { kind: "fields" }, label: "Fields" },
    ...document.samples.map(({ id, name }, index) => ({
      view: { kind: "row" as const, id },
      label: name.trim() || `Sample ${index + 1}`,
    })),
    { view: { kind: "empty" }, label: "Nothing filled" },
  ];
}

/** The view `step` places further in the switch, round and round. */
export function nextSampleView(document: Document, view: SampleView, step: 1 | -1): SampleView {
  const views = sampleViews(document).map((each) => each.view);
  const here = views.findIndex(
    (each) => each.kind === view.kind && (each.kind !== "row" || view.kind !== "row" || each.id === view.id),
  );
  return views[(here + step + views.length) % views.length] ?? { kind: "fields" };
}
