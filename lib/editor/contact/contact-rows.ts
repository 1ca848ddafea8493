import type { Document } from "@/lib/template/schema";
import { type NamedView, sampleRowViews, stressRowViews } from "../preview-values";

/** Rows on one page of the contact sheet. */
export const PAGE_ROWS = 24;

/** Everything the contact sheet shows, in its order: sample rows, then the stress set. */
export function contactRows(document: Pick<Document, "fields" | "samples">): NamedView[] {
  return [...sampleRowViews(document), ...stressRowViews(document)];
}

export type Page<Row> = { rows: readonly Row[]; page: number; pages: number };

/** One page of rows, counted from 0; a page past the end is the last one. There is always at least one. */
export function pageOf<Row>(rows: readonly Row[], wanted: number): Page<Row> {
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_ROWS));
  const page = Math.min(Math.max(0, wanted), pages - 1);
  return { rows: rows.slice(page * PAGE_ROWS, (page + 1) * PAGE_ROWS), page, pages };
}

/** The tile that an arrow key goes to in a grid of so many columns, by index; the same one where there is none. */
export function tileBeside(at: number, key: string, columns: number, count: number): number {
  const to = {
    ArrowRight: at + 1,
    ArrowLeft: at - 1,
    ArrowDown: at + columns,
    ArrowUp: at - columns,
    Home: 0,
    End: count - 1,
  }[key];
  return to === undefined || to < 0 || to >= count ? at : to;
}
