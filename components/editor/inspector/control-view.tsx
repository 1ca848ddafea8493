"use client";

import { useId, useRef } from "react";
import { z } from "zod";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Switch } from "@/components/ui/switch";
import type { Field } from "@/lib/template/field";
import { imageSource } from "@/lib/template/layers/image";
import type { Control } from "@/lib/template/registry";
import { ColorsField } from "../controls/colors-field";
import { ControlRow } from "../controls/control-row";
import { FieldMenu } from "../controls/field-menu";
import { FieldsField } from "../controls/fields-field";
import { FocalPointField } from "../controls/focal-point-field";
import { FontField } from "../controls/font-field";
import { AssetButton, ImageSourceField } from "../controls/image-source-field";
import { NumberField } from "../controls/number-field";
import { PanelSelect } from "../controls/panel-select";
import { TextAreaField, type TextAreaHandle } from "../controls/text-area-field";
import { useEditor } from "../editor-context";
import { OverrideMark } from "../sizes/override-mark";
import { startCrop } from "../stage/tools/start-crop";
import { NUMBER_MARKS, OPTION_ICONS } from "./control-marks";
import { PaintControl } from "./paint-control";
import { readAs } from "./read-as";
import type { LayerEdit } from "./use-layer-edit";

export type ControlProps<Kind extends Control["kind"] = Control["kind"]> = {
  control: Extract<Control, { kind: Kind }>;
  edit: LayerEdit;
  fields: readonly Field[];
  swatches: readonly string[];
  disabled: boolean;
  onNewImageField: () => void;
};

/** One control of the registry, bound to the selected layers. */
export function ControlView(props: ControlProps) {
  const { control, edit, fields, disabled } = props;
  switch (control.kind) {
    case "text":
      return <TextControl {...props} control={control} />;
    case "number":
      return <NumberControl {...props} control={control} />;
    case "share": {
      const value = readAs(edit, control.path, z.number());
      return (
        <ControlRow label={control.label}>
          <NumberField
            label={control.label}
            value={value === null ? null : Math.round(value * 1000) / 10}
            min={0}
            max={100}
            step={1}
            unit="%"
            disabled={disabled}
            onChange={(next, change) => edit.set(control.label, { [control.path]: next / 100 }, change)}
          />
        </ControlRow>
      );
    }
    case "toggle":
      return (
        <ControlRow label={control.label}>
          <Switch
            aria-label={control.label}
            disabled={disabled}
            checked={readAs(edit, control.path, z.boolean()) === true}
            onCheckedChange={(on) => edit.set(control.label, { [control.path]: on }, "final")}
          />
        </ControlRow>
      );
    case "choice":
      return <ChoiceControl {...props} control={control} />;
    case "color":
    case "fill":
    case "stroke":
    case "outline":
    case "highlight":
    case "shadow":
      return <PaintControl {...props} control={control} />;
    case "colors":
      return (
        <ControlRow label={control.label} top>
          <ColorsField
            label={control.label}
            value={readAs(edit, control.path, z.array(z.string()))}
            max={control.max}
            swatches={props.swatches}
            disabled={disabled}
            onChange={(colors, change) => edit.set(control.label, { [control.path]: colors }, change)}
          />
        </ControlRow>
      );
    case "font":
      return (
        <FontField
          value={{
            fontFamily: readAs(edit, "style.fontFamily", z.string()),
            fontWeight: readAs(edit, "style.fontWeight", z.number()),
            italic: readAs(edit, "style.italic", z.boolean()),
          }}
          disabled={disabled}
          onChange={(change) =>
            edit.set(
              control.label,
              Object.fromEntries(Object.entries(change).map(([name, value]) => [`style.${name}`, value])),
              "final",
            )
          }
        />
      );
    case "imageSource":
      return (
        <ControlRow label={control.label}>
          <ImageSourceField
            value={readAs(edit, control.path, imageSource) ?? { kind: "none" }}
            fields={fields}
            disabled={disabled}
            onChange={(source) => edit.set(control.label, { [control.path]: source }, "final")}
            onNewField={props.onNewImageField}
          />
        </ControlRow>
      );
    case "asset": {
      const value = readAs(edit, control.path, z.string());
      return (
        <ControlRow label="If missing">
          <AssetButton
            label={control.label}
            assetId={value}
            disabled={disabled}
            onPick={(assetId) => edit.set(control.label, { [control.path]: assetId }, "final")}
          />
          {value === null ? null : (
            <button
              type="button"
              disabled={disabled}
              onClick={() => edit.set(control.label, { [control.path]: null }, "final")}
              className="ml-2 text-muted text-xs hover:text-text"
            >
              Remove
            </button>
          )}
        </ControlRow>
      );
    }
    case "focalPoint":
      return <FocalPointControl {...props} control={control} />;
    case "fields":
      return (
        <div className="grid gap-1">
          <span aria-hidden className="text-muted text-xs">
            {control.label}
          </span>
          <FieldsField
            label={control.label}
            value={readAs(edit, control.path, z.array(z.string())) ?? []}
            fields={fields}
            disabled={disabled}
            onChange={(keys) => edit.set(control.label, { [control.path]: keys }, "final")}
          />
          {control.hint ? <p className="text-2xs text-faint">{control.hint}</p> : null}
        </div>
      );
  }
}

/** A number, alone or as one of two in a row where it has a mark. */
export function NumberControl({ control, edit, disabled }: ControlProps<"number">) {
  const mark = NUMBER_MARKS[control.path];
  const unit = control.unit === "°" ? { unit: "°" } : {};
  const field = (
    <NumberField
      label={control.label}
      {...(mark === undefined ? {} : { mark })}
      value={readAs(edit, control.path, z.number())}
      min={control.min}
      max={control.max}
      step={control.step}
      disabled={disabled}
      {...unit}
      onChange={(next, change) => edit.set(control.label, { [control.path]: next }, change)}
    />
  );
  const marked = (
    <OverrideMark path={control.path} label={control.label}>
      {field}
    </OverrideMark>
  );
  return mark === undefined ? <ControlRow label={control.label}>{marked}</ControlRow> : marked;
}

function ChoiceControl({ control, edit, disabled }: ControlProps<"choice">) {
  const value = readAs(edit, control.path, z.string()) ?? "";
  const icons = OPTION_ICONS[control.path];
  const onPick = (next: string) => edit.set(control.label, { [control.path]: next }, "final");
  const isShort = control.options.length <= 3 && control.options.every(({ label }) => label.length <= 8);
  return (
    <ControlRow label={control.label}>
      {icons || isShort ? (
        <SegmentedControl
          size="small"
          label={control.label}
          value={value}
          disabled={disabled}
          className="w-full"
          segments={control.options.map((option) => ({ ...option, icon: icons?.[option.value] }))}
          onValueChange={onPick}
        />
      ) : (
        <PanelSelect
          aria-label={control.label}
          value={value}
          disabled={disabled}
          options={control.options}
          onValueChange={onPick}
        />
      )}
    </ControlRow>
  );
}

function TextControl({ control, edit, fields, disabled }: ControlProps<"text">) {
  const area = useRef<TextAreaHandle>(null);
  const hintId = useId();
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
        disabled={disabled}
        describedBy={control.hint ? hintId : undefined}
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

function FocalPointControl({ control, edit, disabled }: ControlProps<"focalPoint">) {
  const editor = useEditor();
  const { pictures } = editor;
  const source = readAs(edit, "source", imageSource);
  const [only, ...others] = edit.layers;
  const canCrop = only !== undefined && others.length === 0 && source?.kind !== "none";
  return (
    <div className="grid gap-1">
      <span aria-hidden className="text-muted text-xs">
        {control.label}
      </span>
      <FocalPointField
        value={{
          focalX: readAs(edit, "focalX", z.number()) ?? 0.5,
          focalY: readAs(edit, "focalY", z.number()) ?? 0.5,
        }}
        imageUrl={source?.kind === "asset" ? pictures.assetUrl(source.assetId) : null}
        disabled={disabled}
        onCrop={canCrop ? () => startCrop(editor, only.id) : undefined}
        onChange={(point, change) => edit.set(control.label, { ...point }, change)}
      />
    </div>
  );
}
