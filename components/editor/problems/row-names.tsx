"use client";

import { useState } from "react";
import { sameSampleView, sampleViewKey } from "@/lib/editor/preview-values";
import type { RowName } from "@/lib/editor/problems/finding";
import { useEditor, useEditorState } from "../editor-context";

/** Rows that are named before the others are asked for. */
const NAMED = 4;

/** The rows a problem shows with; a click puts one on the canvas. */
export function RowNames({ rows }: { rows: readonly RowName[] }) {
  const { store } = useEditor();
  const shown = useEditorState((state) => state.sampleView);
  const [all, setAll] = useState(false);
  if (rows.length === 0) return null;
  const named = all ? rows : rows.slice(0, NAMED);
  const rest = rows.length - named.length;
  return (
    <ul aria-label="Shows with" className="mt-1.5 flex flex-wrap gap-1">
      {named.map(({ name, view }) => (
        <li key={sampleViewKey(view)} className="min-w-0">
          <button
            type="button"
            aria-pressed={sameSampleView(view, shown)}
            onClick={() => store.setSampleView(view)}
            className={CHIP}
          >
            {name}
          </button>
        </li>
      ))}
      {rest > 0 ? (
        <li>
          <button type="button" onClick={() => setAll(true)} className={CHIP}>
            {rest} more
          </button>
        </li>
      ) : null}
    </ul>
  );
}

const CHIP =
  "wrap-anywhere min-h-6 rounded-full px-2 py-0.5 text-left text-2xs text-muted ring-1 ring-line-strong ring-inset hover:bg-hover hover:text-text aria-pressed:bg-accent-soft aria-pressed:text-accent-text";
