import { meaningfulValues } from "@/lib/link/literal-tag";
import { type Resolution, resolveDocument } from "@/lib/template/resolve-document";
import type { Document, SampleRow } from "@/lib/template/schema";
import { stressRows } from "@/lib/template/stress-set";

/** With what the canvas is filled: the fields' names, a sample row, a row of the stress set, or nothing at all. */
export type SampleView =
  | { kind: "fields" }
  | { kind: "row"; id: string }
  | { kind: "stress"; id: string }
  | { kind: "empty" };

/** A view as it stands in the strip. */
export type NamedView = { view: SampleView; label: string };

/** Two views that show the same. */
export function sameSampleView(one: SampleView, other: SampleView): boolean {
  return sampleViewKey(one) === sampleViewKey(other);
}

/** A text that is the same for the same view. */
export function sampleViewKey(view: SampleView): string {
  return "id" in view ? `${view.kind} ${view.id}` : view.kind;
}

const known = new WeakMap<Document["fields"], { samples: Document["samples"]; rows: readonly SampleRow[] }>();

/** The stress rows of a document; the same list while neither its fields nor its samples change. */
export function stressRowsOf({
  fields,
  samples,
}: Pick<Document, "fields" | "samples">): readonly SampleRow[] {
  const last = known.get(fields);
  if (last?.samples === samples) return last.rows;
  const rows = stressRows({ fields, samples });
  known.set(fields, { samples, rows });
  return rows;
}

/** The row whose values a view shows; undefined where it shows none, or one that is gone. */
export function rowOfView(view: SampleView, document: Document): SampleRow | undefined {
  if (!("id" in view)) return undefined;
  const rows = view.kind === "row" ? document.samples : stressRowsOf(document);
  return rows.find(({ id }) => id === view.id);
}

/** The same view, or the fields when the row it shows is gone. */
export function existingSampleView(view: SampleView, document: Document): SampleView {
  return !("id" in view) || rowOfView(view, document) !== undefined ? view : { kind: "fields" };
}

/**
 * The document as the canvas shows it, through the very steps a link takes: literal merge tags and blanks go. `now`
 * is the time that rules about today compare with, ms since the epoch.
 */
export function resolveForView(document: Document, view: SampleView, now: number): Resolution {
  switch (view.kind) {
    case "fields":
      return resolveDocument(document, {}, { mode: "fields", now });
    case "empty":
      return resolveDocument(document, {}, { now });
    case "row":
    case "stress":
      return resolveDocument(document, meaningfulValues(rowOfView(view, document)?.values ?? {}), { now });
  }
}

/** What a row is called: its name, or its place. */
export function sampleName({ name }: Pick<SampleRow, "name">, index: number): string {
  return name.trim() || `Sample ${index + 1}`;
}

/** The views that show a sample row, in the order of the rows. */
export function sampleRowViews(document: Pick<Document, "samples">): NamedView[] {
  return document.samples.map((row, index) => ({
    view: { kind: "row", id: row.id },
    label: sampleName(row, index),
  }));
}

/** The views that show a row of the stress set. */
export function stressRowViews(document: Pick<Document, "fields" | "samples">): NamedView[] {
  return stressRowsOf(document).map(({ id, name }) => ({ view: { kind: "stress", id }, label: name }));
}

/** Every view of the document in the order of the strip: fields, nothing filled, sample rows, stress rows. */
export function sampleViews(document: Document): NamedView[] {
  return [
    { view: { kind: "fields" }, label: "Fields" },
    { view: { kind: "empty" }, label: "Nothing filled" },
    ...sampleRowViews(document),
    ...stressRowViews(document),
  ];
}

/** The view `step` places further among some, round and round; the first of them for a view that is none of them. */
export function stepView(views: readonly NamedView[], view: SampleView, step: 1 | -1): SampleView {
  const here = views.findIndex((each) => sameSampleView(each.view, view));
  const next =
    here === -1 ? (step === 1 ? 0 : views.length - 1) : (here + step + views.length) % views.length;
  return views[next]?.view ?? { kind: "fields" };
}

/** The view `step` places further in the whole strip, round and round. */
export function nextSampleView(document: Document, view: SampleView, step: 1 | -1): SampleView {
  return stepView(sampleViews(document), view, step);
}
