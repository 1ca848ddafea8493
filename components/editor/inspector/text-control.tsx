"use client";

import { useId, useRef } from "react";
import { z } from "zod";
import { FieldMenu } from "../controls/field-menu";
import { TextAreaField, type TextAreaHandle } from "../controls/text-area-field";
import type { ControlProps } from "./control-view";
import { readAs } from "./read-as";

/** A text, with a menu of fields where it may hold some. */
export function TextControl({ control, edit, fields, disabled, describedBy, invalid }: ControlProps<"text">) {
  const area = useRef<TextAreaHandle>(null);
  const hintId = useId();
  const [layer] = edit.layers;
  const said = [control.hint ? hintId : undefined, describedBy].filter(Boolean).join(" ");
  return (
    <div className="grid gap-1">
      <div className="flex min-h-6 items-center justify-between">
        <span aria-hidden className="text-muted text-xs">
          {control.label}
        </span>
        {control.placeholders ? (
          <FieldMenu
            label={`Insert a field into ${control.label.toLowerCase()}`}
            fields={fields}
            disabled={disabled}
            onPick={(key) => area.current?.insert(`{{${key}}}`)}
          />
        ) : null}
      </div>
      <TextAreaField
        handle={area}
        label={control.label}
        value={readAs(edit, control.path, z.string())}
        multiline={control.multiline ?? false}
        maxLength={control.max}
        limit={layer && control.limit?.(layer)}
        disabled={disabled}
        describedBy={said || undefined}
        invalid={invalid}
        offersFields={control.placeholders ?? false}
        onChange={(text) => edit.set(control.label, { [control.path]: text }, "step")}
      />
      {control.hint ? (
        <p id={hintId} className="text-2xs text-faint">
          {control.hint}
        </p>
      ) : null}
    </div>
  );
}
