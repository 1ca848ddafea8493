"use client";

import { TriangleAlert } from "lucide-react";
import { type KeyboardEvent, useRef } from "react";
import type { RowProblem } from "@/lib/rows/check-report";
import { classNames } from "../../ui/class-names";
import { INPUT_LOOK } from "../../ui/input";
import { problemSentence } from "./problem-words";

/** Most characters of a cell: as many as a value of a template may have. */
const LONGEST = 4_000;

export type RowCellProps = {
  label: string;
  place: string;
  /** As it stands in the list, which is what is edited. */
  text: string;
  /** As it comes into pictures. */
  shown: string;
  problems: readonly RowProblem[];
  leftOut: boolean;
  isActive: boolean;
  isEditing: boolean;
  onFocus: () => void;
  onEdit: () => void;
  /** What was typed; null: nothing is to change. */
  onDone: (text: string | null, by: "enter" | "escape" | "blur") => void;
};

/** A cell with what is wrong with it under its text. */
export function RowCell(props: RowCellProps) {
  const { label, place, text, shown, problems, leftOut, isActive, isEditing, onFocus, onEdit } = props;
  const isMarked = problems.length > 0 && !leftOut;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the table's
    <td
      data-place={place}
      tabIndex={isActive ? 0 : -1}
      onFocus={(event) => event.target === event.currentTarget && onFocus()}
      onClick={() => isEditing || onEdit()}
      className={classNames(
        "cursor-text border-b border-l px-2.5 py-1.5 align-top outline-offset-[-2px] hover:bg-hover",
        isMarked && "bg-warning-soft",
        leftOut && "line-through",
      )}
    >
      {isEditing ? (
        <CellInput label={label} text={text} onDone={props.onDone} />
      ) : (
        <span
          className={classNames(
            "block h-4 max-w-56 truncate whitespace-pre",
            shown !== text && "text-success-text",
          )}
          title={shown === text ? (text.length > 24 ? text : undefined) : `In the list: “${text}”`}
        >
          {shown || "\u00a0"}
          {shown === text ? null : <span className="sr-only">, mended</span>}
        </span>
      )}
      {isMarked
        ? problems.map((problem) => (
            <span key={problem.kind} className="mt-0.5 flex max-w-56 gap-1 text-2xs text-warning-text">
              <TriangleAlert aria-hidden className="mt-0.5 size-3 shrink-0" />
              {problemSentence(problem)}
            </span>
          ))
        : null}
    </td>
  );
}

function CellInput({ label, text, onDone }: Pick<RowCellProps, "label" | "text" | "onDone">) {
  // Escape and Enter unmount the field, and unmounting takes the focus away, which must not count as leaving.
  const finished = useRef(false);
  function finish(value: string | null, by: "enter" | "escape" | "blur") {
    if (finished.current) return;
    finished.current = true;
    onDone(value, by);
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    // Enter also confirms a word while composing Japanese, Chinese or Korean.
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") finish(event.currentTarget.value, "enter");
    else if (event.key === "Escape") finish(null, "escape");
    event.stopPropagation();
  }
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: it replaces the text the person just chose to edit
      autoFocus
      aria-label={label}
      defaultValue={text}
      maxLength={LONGEST}
      spellCheck={false}
      autoComplete="off"
      onFocus={(event) => event.currentTarget.select()}
      onBlur={(event) => finish(event.currentTarget.value, "blur")}
      onKeyDown={onKeyDown}
      className={classNames(
        INPUT_LOOK,
        "-mx-1.5 -my-1 h-6 w-[calc(100%+0.75rem)] px-1.5 text-xs ring-2 ring-accent",
      )}
    />
  );
}
