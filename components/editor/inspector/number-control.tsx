"use client";

import { z } from "zod";
import { changeNumbers } from "@/lib/template/commands/change-numbers";
import { setSide } from "@/lib/template/commands/set-side";
import { NumberField } from "../controls/number-field";
import { useEditorUi } from "../editor-context";
import { OverrideMark } from "../sizes/override-mark";
import { NUMBER_MARKS } from "./control-marks";
import type { ControlProps } from "./control-view";
import { readAs } from "./read-as";

/** A number, with its label before it or as one of two in a row where it has a mark. */
export function NumberControl({ control, edit, disabled, describedBy, invalid }: ControlProps<"number">) {
  const { path, label, min, max, step } = control;
  const keepsRatio = useEditorUi((ui) => ui.keepsRatio);
  const mark = NUMBER_MARKS[path];
  const isSide = path === "width" || path === "height";
  // The size of a stretch of text is that of its runs, which differ for reasons of their own.
  const onEach = path.startsWith("style.")
    ? undefined
    : (change: (present: number) => number, how: "live" | "step" | "final") =>
        edit.apply(label, (doc, ids) => changeNumbers(doc, { ids, path, change }), how);
  return (
    <OverrideMark path={path} label={label}>
      <NumberField
        label={label}
        {...(mark === undefined ? { rowLabel: label } : { mark })}
        value={readAs(edit, path, z.number())}
        min={min}
        max={max}
        step={step}
        {...(control.unit === "°" ? { unit: "°" } : {})}
        disabled={disabled}
        describedBy={describedBy}
        invalid={invalid}
        onChange={(next, change) =>
          isSide && keepsRatio
            ? edit.apply(label, (doc, ids) => setSide(doc, { ids, side: path, length: next }), change)
            : edit.set(label, { [path]: next }, change)
        }
        onEach={onEach}
      />
    </OverrideMark>
  );
}

/** A share of the whole, in per cent. */
export function ShareControl({ control, edit, disabled, describedBy, invalid }: ControlProps<"share">) {
  const { path, label } = control;
  const value = readAs(edit, path, z.number());
  return (
    <NumberField
      label={label}
      rowLabel={label}
      value={value === null ? null : Math.round(value * 1000) / 10}
      min={0}
      max={100}
      step={1}
      unit="%"
      disabled={disabled}
      describedBy={describedBy}
      invalid={invalid}
      onChange={(next, change) => edit.set(label, { [path]: next / 100 }, change)}
      onEach={(change, how) =>
        edit.apply(
          label,
          (doc, ids) => changeNumbers(doc, { ids, path, change: (present) => change(present * 100) / 100 }),
          how,
        )
      }
    />
  );
}
