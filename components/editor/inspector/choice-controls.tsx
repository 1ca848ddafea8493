"use client";

import { z } from "zod";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { ControlRow } from "../controls/control-row";
import { PanelSelect } from "../controls/panel-select";
import { ToggleField } from "../controls/toggle-field";
import { OPTION_ICONS } from "./control-marks";
import type { ControlProps } from "./control-view";
import { readAs } from "./read-as";

/** One of several options: all in sight where they are short, else in a list. */
export function ChoiceControl({ control, edit, disabled, describedBy }: ControlProps<"choice">) {
  const { mixed } = edit.read(control.path);
  const value = readAs(edit, control.path, z.string()) ?? "";
  const icons = OPTION_ICONS[control.path];
  const onPick = (next: string) => edit.set(control.label, { [control.path]: next }, "final");
  const isShort = control.options.length <= 3 && control.options.every(({ label }) => label.length <= 8);
  if (icons || isShort) {
    return (
      <ControlRow label={control.label} mixed={mixed}>
        <SegmentedControl
          size="small"
          label={mixed ? `${control.label}: Mixed` : control.label}
          value={value}
          disabled={disabled}
          className="w-full"
          segments={control.options.map((option) => ({ ...option, icon: icons?.[option.value] }))}
          onValueChange={onPick}
        />
      </ControlRow>
    );
  }
  return (
    <ControlRow label={control.label}>
      <PanelSelect
        aria-label={control.label}
        aria-describedby={describedBy}
        mixed={mixed}
        value={value}
        disabled={disabled}
        options={control.options}
        onValueChange={onPick}
      />
    </ControlRow>
  );
}

/** On or off. */
export function ToggleControl({ control, edit, disabled }: ControlProps<"toggle">) {
  const { mixed } = edit.read(control.path);
  return (
    <ControlRow label={control.label}>
      <ToggleField
        label={control.label}
        value={mixed ? null : readAs(edit, control.path, z.boolean()) === true}
        disabled={disabled}
        onChange={(on) => edit.set(control.label, { [control.path]: on }, "final")}
      />
    </ControlRow>
  );
}
