"use client";

import { Check, Plus } from "lucide-react";
import type { TreeLine } from "../../api/live-sources";
import { classNames } from "../../ui/class-names";

export type ValueTreeProps = {
  lines: readonly TreeLine[];
  /** Pointers of values that are chosen already. */
  chosen: readonly string[];
  disabled: boolean;
  onChoose: (pointer: string) => void;
};

const COLOURS: Partial<Record<TreeLine["kind"], string>> = {
  text: "text-text",
  number: "text-accent-text",
  "yes-no": "text-accent-text",
};

/** What was answered, line by line: a line with a value is a button that takes it. */
export function ValueTree({ lines, chosen, disabled, onChoose }: ValueTreeProps) {
  return (
    <ul
      aria-label="Values in the answer"
      className="max-h-96 overflow-auto rounded-md bg-sunken py-1 dark:bg-hover"
    >
      {lines.map((line) => {
        const isPart = line.kind === "object" || line.kind === "list";
        const isChosen = chosen.includes(line.pointer);
        const inside = (
          <>
            <span className="shrink-0 text-muted">{line.name}</span>
            {isPart ? (
              <span className="text-faint">{line.kind === "list" ? `list of ${line.text}` : ""}</span>
            ) : (
              <span className={classNames("min-w-0 truncate", COLOURS[line.kind] ?? "text-faint")}>
                {line.kind === "nothing" ? "nothing" : line.text === "" ? "blank" : line.text}
              </span>
            )}
          </>
        );
        const look = "flex w-full items-center gap-2 px-3 py-1 text-left font-mono text-2xs leading-5";
        const indent = { paddingLeft: `${0.75 + line.depth * 0.875}rem` };
        return (
          <li key={line.pointer}>
            {isPart || line.kind === "nothing" ? (
              <div className={look} style={indent}>
                {inside}
              </div>
            ) : (
              <button
                type="button"
                disabled={disabled || isChosen}
                onClick={() => onChoose(line.pointer)}
                title={line.pointer}
                style={indent}
                className={classNames(look, "group hover:bg-hover disabled:hover:bg-transparent")}
              >
                {inside}
                <span className="ml-auto shrink-0 text-faint">
                  {isChosen ? (
                    <Check aria-hidden className="size-3.5 text-success-text" />
                  ) : disabled ? null : (
                    <Plus aria-hidden className="size-3.5 opacity-60 group-hover:opacity-100" />
                  )}
                </span>
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
