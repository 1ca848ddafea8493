"use client";

import { useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { sampleRowViews, sampleViewKey } from "@/lib/editor/preview-values";
import { padded, pixelDifference, shareWords } from "@/lib/editor/versions/pixel-difference";
import { changeSentence, describeChange } from "@/lib/template/describe-change";
import { PanelSelect } from "../controls/panel-select";
import { useEditorState } from "../editor-context";
import { ComparedPictures, type CompareMode } from "./compared-pictures";
import { sideName } from "./side-name";
import { usePainted, type Values } from "./use-painted";
import { type Side, useSideDocument } from "./use-side-document";

/** Longest side that is painted, px: enough for the dialog on a sharp screen, little enough to compare at once. */
const PAINTED_SIDE = 1200;
const NO_VALUES: Values = {};

const MODES = [
  { value: "beside", label: "Side by side" },
  { value: "slider", label: "Slider" },
  { value: "highlight", label: "Highlight" },
] as const;

export type ComparisonProps = { before: Side; after: Side };

/** How two versions differ: to the eye, in pixels, and in words. What failed is asked for again from the start. */
export function Comparison(props: ComparisonProps) {
  const [attempt, setAttempt] = useState(0);
  return <Compared key={attempt} {...props} onRetry={() => setAttempt(attempt + 1)} />;
}

function Compared({ before, after, onRetry }: ComparisonProps & { onRetry: () => void }) {
  const [mode, setMode] = useState<CompareMode>("slider");
  const rows = useRows();
  const [rowKey, setRowKey] = useState(rows.at(1)?.value ?? "fields");
  const row = rows.find(({ value }) => value === rowKey) ?? rows[0];
  const older = useSideDocument(before);
  const newer = useSideDocument(after);
  const scale = useMemo(() => {
    const sides = [older.document, newer.document].flatMap((each) => (each ? [each.width, each.height] : []));
    return Math.min(1, PAINTED_SIDE / Math.max(1, ...sides));
  }, [older.document, newer.document]);
  const ready = older.document !== null && newer.document !== null;
  const values = row?.values ?? null;
  const left = usePainted(ready ? older.document : null, values, scale);
  const right = usePainted(ready ? newer.document : null, values, scale);
  const shown = useMemo(() => {
    if (left.pixels === null || right.pixels === null) return null;
    const difference = pixelDifference(left.pixels, right.pixels);
    const before = padded(left.pixels, difference.marks);
    return { difference, before, after: padded(right.pixels, difference.marks) };
  }, [left.pixels, right.pixels]);
  const changes = useMemo(
    () => (older.document && newer.document ? describeChange(older.document, newer.document) : null),
    [older.document, newer.document],
  );
  const failed = older.failed ?? newer.failed ?? left.failed ?? right.failed;
  if (failed !== null) {
    return (
      <div role="alert" className="flex flex-wrap items-center gap-3 self-start text-danger-text text-sm">
        {failed}
        <Button size="small" onClick={onRetry}>
          Try again
        </Button>
      </div>
    );
  }
  const names = { before: sideName(before), after: sideName(after) };

  return (
    <div className="grid content-start gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <SegmentedControl
          label="Compare by"
          size="small"
          value={mode}
          onValueChange={setMode}
          segments={MODES}
        />
        <PanelSelect
          aria-label="Filled with"
          className="w-44!"
          value={row?.value ?? "fields"}
          onValueChange={setRowKey}
          options={rows}
        />
      </div>
      <ComparedPictures
        mode={mode}
        names={names}
        before={shown?.before ?? null}
        after={shown?.after ?? null}
        difference={shown?.difference ?? null}
        size={newer.document ?? { width: 16, height: 9 }}
      />
      <p aria-live="polite" className="figures min-h-5 font-medium text-sm">
        {shown ? `${shareWords(shown.difference.share)}.` : ""}
      </p>
      <section aria-label={`What changed from ${names.before} to ${names.after}`}>
        <h3 className="font-semibold text-xs">What changed</h3>
        {changes?.length === 0 ? (
          <p className="mt-1 text-muted text-sm">Nothing: both say the same.</p>
        ) : (
          <ul className="mt-1 grid gap-0.5 text-sm">
            {changes?.map((change) => (
              <li key={`${change.layerId} ${change.what} ${change.how}`} className="wrap-anywhere">
                {changeSentence(change)}
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}

/** What both can be filled with: the rows of the draft, whose fields are what a designer tests with now. */
function useRows(): readonly { value: string; label: string; values: Values }[] {
  const fields = useEditorState((state) => state.design.fields);
  const samples = useEditorState((state) => state.design.samples);
  return useMemo(() => {
    const named = sampleRowViews({ samples });
    return [
      { value: "fields", label: "Fields", values: fields.length === 0 ? NO_VALUES : null },
      ...samples.map((row, index) => ({
        value: sampleViewKey({ kind: "row", id: row.id }),
        label: named[index]?.label ?? row.name,
        values: row.values,
      })),
      { value: "empty", label: "Nothing filled", values: NO_VALUES },
    ];
  }, [fields, samples]);
}
