"use client";

import { useMemo, useState } from "react";
import {
  existingSampleView,
  type NamedView,
  nextSampleView,
  type SampleView,
  sampleRowViews,
  sampleViewKey,
  stressRowViews,
} from "@/lib/editor/preview-values";
import { useEditor, useEditorState } from "../editor-context";

/** The two sets of rows that the canvas can be filled with. */
export type RowSet = "samples" | "stress";

/** Views that are no rows; they are in reach whichever set is open. */
export const PLAIN_VIEWS: readonly NamedView[] = [
  { view: { kind: "fields" }, label: "Fields" },
  { view: { kind: "empty" }, label: "Nothing filled" },
];

export type RowViews = {
  /** What the canvas shows now, and what it is called. */
  shown: NamedView;
  set: RowSet;
  openSet: (set: RowSet) => void;
  rows: Readonly<Record<RowSet, readonly NamedView[]>>;
  show: (next: NamedView) => void;
  /** Goes through all views, both sets, round and round. */
  step: (by: 1 | -1) => void;
};

/** The views of the document and the one that is shown; the set of the shown row is the open one. */
export function useRowViews(): RowViews {
  const { store, announce } = useEditor();
  const document = useEditorState((state) => state.document);
  const sampleView = useEditorState((state) => state.sampleView);
  const [chosen, setChosen] = useState<{ set: RowSet; at: SampleView } | null>(null);
  const { fields, samples } = document;
  const rows = useMemo(
    () => ({ samples: sampleRowViews({ samples }), stress: stressRowViews({ fields, samples }) }),
    [fields, samples],
  );
  const view = existingSampleView(sampleView, document);
  const all = [...PLAIN_VIEWS, ...rows.samples, ...rows.stress];
  const key = sampleViewKey(view);
  const shown = all.find((each) => sampleViewKey(each.view) === key) ?? { view, label: "Fields" };
  // A set that was opened by hand stays open until another row is shown.
  const own: RowSet = view.kind === "stress" ? "stress" : "samples";
  const isPlain = view.kind !== "row" && view.kind !== "stress";
  const set = chosen !== null && (isPlain || chosen.at === sampleView) ? chosen.set : own;

  const show = (next: NamedView) => {
    store.setSampleView(next.view);
    announce(`The canvas shows ${next.label}.`);
  };
  return {
    shown,
    set,
    openSet: (next) => setChosen({ set: next, at: sampleView }),
    rows,
    show,
    step: (by) => {
      const next = nextSampleView(document, view, by);
      const named = all.find((each) => sampleViewKey(each.view) === sampleViewKey(next));
      if (named) show(named);
    },
  };
}
