"use client";

import { z } from "zod";
import type { Field } from "@/lib/template/field";
import { imageSource } from "@/lib/template/layers/image";
import { LayerBrandTarget } from "../brand/brand-target";
import { TextStyleRow } from "../brand/text-style-row";
import { ColorsField } from "../controls/colors-field";
import { ControlRow } from "../controls/control-row";
import { FieldsField } from "../controls/fields-field";
import { FocalPointField } from "../controls/focal-point-field";
import { FontField } from "../controls/font-field";
import { AssetButton, ImageSourceField } from "../controls/image-source-field";
import { useEditor } from "../editor-context";
import { startCrop } from "../stage/tools/start-crop";
import { ChoiceControl, ToggleControl } from "./choice-controls";
import { NumberControl, ShareControl } from "./number-control";
import { PaintControl } from "./paint-control";
import { readAs } from "./read-as";
import type { ShownControl } from "./shared-sections";
import { TextControl } from "./text-control";
import type { LayerEdit } from "./use-layer-edit";

export type ControlProps<Kind extends ShownControl["kind"] = ShownControl["kind"]> = {
  control: Extract<ShownControl, { kind: Kind }>;
  edit: LayerEdit;
  fields: readonly Field[];
  swatches: readonly string[];
  disabled: boolean;
  /** Id of what is said of the control's value below it. */
  describedBy: string | undefined;
  /** Whether what is said is an error. */
  invalid: boolean;
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
    case "share":
      return <ShareControl {...props} control={control} />;
    case "toggle":
      return <ToggleControl {...props} control={control} />;
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
        <div className="grid gap-1.5">
          <TextStyleRow edit={edit} disabled={disabled} />
          <LayerBrandTarget edit={edit} path="style.fontFamily">
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
          </LayerBrandTarget>
        </div>
      );
    case "imageSource":
      return (
        <LayerBrandTarget edit={edit} path={control.path}>
          <ControlRow label={control.label}>
            <ImageSourceField
              value={readAs(edit, control.path, imageSource) ?? { kind: "none" }}
              mixed={edit.read(control.path).mixed}
              fields={fields}
              disabled={disabled}
              onChange={(source) => edit.set(control.label, { [control.path]: source }, "final")}
              onNewField={props.onNewImageField}
            />
          </ControlRow>
        </LayerBrandTarget>
      );
    case "asset": {
      const value = readAs(edit, control.path, z.string());
      return (
        <LayerBrandTarget edit={edit} path={control.path}>
          <ControlRow label={control.short ?? "If missing"} mixed={edit.read(control.path).mixed}>
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
        </LayerBrandTarget>
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
            mixed={edit.read(control.path).mixed}
            fields={fields}
            disabled={disabled}
            onChange={(keys) => edit.set(control.label, { [control.path]: keys }, "final")}
          />
          {control.hint ? <p className="text-2xs text-faint">{control.hint}</p> : null}
        </div>
      );
  }
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
        {edit.read("focalX").mixed || edit.read("focalY").mixed ? (
          <span className="ml-2 text-faint">Mixed</span>
        ) : null}
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
