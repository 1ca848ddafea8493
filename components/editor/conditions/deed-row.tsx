"use client";

import { useId } from "react";
import type { Rule } from "@/lib/template/primitives";
import { firstSetValue, settablesOf } from "@/lib/template/rules-words";
import type { Layer } from "@/lib/template/schema";
import type { Change } from "../controls/change";
import { PanelSelect } from "../controls/panel-select";
import { ProblemNotes } from "../controls/problem-notes";
import type { ToldProblem } from "../use-problems";
import { SetValue } from "./set-value";

type Deed = Rule["then"];

export type DeedRowProps = {
  name: string;
  deed: Deed;
  layer: Layer;
  swatches: readonly string[];
  problems: readonly ToldProblem[];
  disabled: boolean;
  onChange: (deed: Deed, change: Change) => void;
};

const DEEDS: readonly { value: Deed["kind"]; label: string }[] = [
  { value: "show", label: "Show this layer" },
  { value: "hide", label: "Hide this layer" },
  { value: "set", label: "Set" },
];

/** What a condition does: `[Show this layer]` or `[Set] [Fill colour] [to #ff0000]`. */
export function DeedRow({ name, deed, layer, swatches, problems, disabled, onChange }: DeedRowProps) {
  const noteId = useId();
  const settables = settablesOf(layer);
  const chosen = deed.kind === "set" ? settables.find(({ path }) => path === deed.path) : undefined;
  const options = settables.map(({ path, label }) => ({ value: path, label }));
  const described = problems.length > 0 ? noteId : undefined;

  function setTo(path: string | undefined) {
    const settable = settables.find((each) => each.path === path);
    if (settable)
      onChange({ kind: "set", path: settable.path, value: firstSetValue(layer, settable) }, "final");
  }

  return (
    <div className="grid min-w-0 gap-1">
      <div className={deed.kind === "set" ? "grid grid-cols-[3.75rem_1fr] gap-1" : "grid"}>
        <PanelSelect
          aria-label={`${name}, what it does`}
          disabled={disabled}
          value={deed.kind}
          options={DEEDS}
          onValueChange={(next) => {
            if (next === deed.kind) return;
            if (next === "set") setTo(settables[0]?.path);
            else onChange({ kind: next === "hide" ? "hide" : "show" }, "final");
          }}
        />
        {deed.kind === "set" ? (
          <PanelSelect
            aria-label={`${name}, property`}
            aria-describedby={described}
            disabled={disabled}
            value={deed.path}
            options={chosen ? options : [...options, { value: deed.path, label: `${deed.path} (not here)` }]}
            onValueChange={setTo}
          />
        ) : null}
      </div>
      {deed.kind === "set" && chosen ? (
        <div className="flex min-w-0 items-center gap-1.5">
          <span aria-hidden className="shrink-0 text-muted text-xs">
            to
          </span>
          <SetValue
            label={`${name}, new value`}
            kind={chosen.kind}
            value={deed.value}
            swatches={swatches}
            disabled={disabled}
            invalid={problems.length > 0}
            describedBy={described}
            onChange={(value, change) => onChange({ ...deed, value }, change)}
          />
        </div>
      ) : null}
      <ProblemNotes id={noteId} problems={problems} />
    </div>
  );
}
