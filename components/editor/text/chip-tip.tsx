"use client";

import type { RefObject } from "react";
import { createPortal } from "react-dom";
import type { Field } from "@/lib/template/field";
import type { TextLayer } from "@/lib/template/layers/text";
import { useEditorState } from "../editor-context";
import { formatWords } from "../fields/format-words";
import { chipAt, chipsIn } from "./chips";
import { type TextRange, textOfRuns } from "./text-runs";
import { boxesOf } from "./typing-surface";

export type ChipTipProps = {
  element: RefObject<HTMLElement | null>;
  range: TextRange | null;
  layer: TextLayer;
  /** The chip under the pointer. */
  pointed: HTMLElement | null;
};

/** What the field is that a chip stands for: under the pointer, or when the chip is marked with the keys. */
export function ChipTip({ element, range, layer, pointed }: ChipTipProps) {
  const fields = useEditorState((state) => state.document.fields);
  const marked = range ? chipAt(chipsIn(textOfRuns(layer.runs)), range) : undefined;
  const key = pointed?.dataset.chip ?? marked?.key;
  if (key === undefined || !element.current) return null;
  const box = pointed?.getBoundingClientRect() ?? (marked && boxesOf(element.current, marked)[0]);
  if (!box) return null;
  const field = fields.find((each) => each.key === key);
  return createPortal(
    <div
      role="tooltip"
      className="-translate-x-1/2 pointer-events-none fixed z-50 grid max-w-64 animate-fade gap-0.5 rounded-md bg-tip px-2 py-1 text-on-tip text-xs shadow-pop"
      style={{
        left: Math.max(132, Math.min(window.innerWidth - 132, box.left + box.width / 2)),
        top: box.bottom + 6,
      }}
    >
      {wordsOf(field, key).map((line, index) => (
        <span key={line} className={index === 0 ? "font-medium" : "opacity-80"}>
          {line}
        </span>
      ))}
    </div>,
    document.body,
  );
}

function wordsOf(field: Field | undefined, key: string): string[] {
  if (!field) return [key, "No such field. Add it, or choose another."];
  const format = formatWords(field);
  return [
    field.label || field.key,
    field.fallback === ""
      ? "No fallback: nothing stands here without a value"
      : `Without a value: ${field.fallback}`,
    ...(format === "" ? [] : [`Written: ${format}`]),
  ];
}
