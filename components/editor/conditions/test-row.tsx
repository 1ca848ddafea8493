"use client";

import { X } from "lucide-react";
import { useId } from "react";
import { IconButton } from "@/components/ui/icon-button";
import type { Field } from "@/lib/template/field";
import type { RuleTest } from "@/lib/template/primitives";
import { comparesValue, firstTest, retested, testWords } from "@/lib/template/rules-words";
import { PanelSelect } from "../controls/panel-select";
import { ProblemNotes } from "../controls/problem-notes";
import type { ToldProblem } from "../use-problems";
import { TestValue } from "./test-value";

export type TestRowProps = {
  /** What the controls are called, such as "Condition 1, test 2". */
  name: string;
  test: RuleTest;
  fields: readonly Field[];
  swatches: readonly string[];
  problems: readonly ToldProblem[];
  disabled: boolean;
  onChange: (test: RuleTest) => void;
  /** Absent for the only test of a rule. */
  onRemove: (() => void) | undefined;
};

/** One question about one field: `[Points] [is more than] [100]`. */
export function TestRow({
  name,
  test,
  fields,
  swatches,
  problems,
  disabled,
  onChange,
  onRemove,
}: TestRowProps) {
  const noteId = useId();
  const field = fields.find(({ key }) => key === test.key);
  const options = fields.map(({ key, label }) => ({ value: key, label: label || key }));
  const words = testWords(field?.type ?? "text", test.is);
  const described = problems.length > 0 ? noteId : undefined;
  return (
    <div className="grid min-w-0 gap-1">
      <div className="grid min-w-0 grid-cols-[1fr_1fr_1.5rem] items-center gap-1">
        <PanelSelect
          aria-label={`${name}, field`}
          aria-describedby={described}
          disabled={disabled}
          value={test.key}
          options={field ? options : [...options, { value: test.key, label: `${test.key} (no such field)` }]}
          onValueChange={(key) => {
            const next = fields.find((each) => each.key === key);
            if (!next) return;
            const keeps = next.type === field?.type;
            onChange(keeps ? { ...test, key } : firstTest(next));
          }}
        />
        <PanelSelect
          aria-label={`${name}, question`}
          disabled={disabled}
          value={test.is}
          options={words.map(({ is, label }) => ({ value: is, label }))}
          onValueChange={(next) => {
            const word = words.find(({ is }) => is === next);
            if (word) onChange(retested(test, word.is, field?.type ?? "text"));
          }}
        />
        {onRemove ? (
          <IconButton
            size="small"
            label={`Remove ${name.toLowerCase()}`}
            disabled={disabled}
            onClick={onRemove}
          >
            <X className="size-3.5" />
          </IconButton>
        ) : null}
      </div>
      {comparesValue(test.is) ? (
        <div className="flex min-w-0">
          <TestValue
            label={`${name}, value`}
            field={field}
            value={test.value}
            swatches={swatches}
            disabled={disabled}
            invalid={problems.length > 0}
            describedBy={described}
            onChange={(value) => onChange({ ...test, value })}
          />
        </div>
      ) : null}
      <ProblemNotes id={noteId} problems={problems} />
    </div>
  );
}
