"use client";

import { useMemo } from "react";
import { z } from "zod";
import { textHighlight, textStroke } from "@/lib/template/layers/text";
import { fill, shadow, stroke } from "@/lib/template/primitives";
import { LayerBrandTarget } from "../brand/brand-target";
import type { Change } from "../controls/change";
import { ColorField } from "../controls/color-field";
import { ControlRow } from "../controls/control-row";
import { FillField } from "../controls/fill-field";
import { HighlightField, OutlineField } from "../controls/highlight-field";
import { ShadowField } from "../controls/shadow-field";
import { StrokeField } from "../controls/stroke-field";
import type { GradientTarget } from "../stage/tools/stage-tools";
import type { ControlProps } from "./control-view";
import { readAs } from "./read-as";

type PaintProps = ControlProps<"color" | "fill" | "stroke" | "outline" | "highlight" | "shadow">;

/** What a layer is painted with, by hand or by the brand kit. */
export function PaintControl(props: PaintProps) {
  const { kind, path } = props.control;
  const isWhole = kind === "color" || kind === "fill";
  return (
    <LayerBrandTarget edit={props.edit} path={isWhole ? path : `${path}.color`}>
      <Paint {...props} />
    </LayerBrandTarget>
  );
}

/** Layers that differ are no layers without: they are shown as mixed. */
function Paint({ control, edit, swatches, disabled }: PaintProps) {
  const { mixed } = edit.read(control.path);
  const [only, ...others] = edit.layers;
  const onlyId = others.length === 0 ? only?.id : undefined;
  const path = control.kind === "fill" && !control.inPart ? control.path : undefined;
  const target = useMemo<GradientTarget | undefined>(
    () => (onlyId !== undefined && path !== undefined ? { kind: "layer", id: onlyId, path } : undefined),
    [onlyId, path],
  );
  const shared = {
    mixed,
    disabled,
    swatches,
    onChange: (next: unknown, change: Change) => edit.set(control.label, { [control.path]: next }, change),
  };
  switch (control.kind) {
    case "color": {
      const value = readAs(edit, control.path, z.string());
      const optional = control.optional ?? false;
      return (
        <ControlRow label={control.label} stacked={optional && value !== null}>
          <ColorField label={control.label} value={value} optional={optional} {...shared} />
        </ControlRow>
      );
    }
    case "fill": {
      const value = readAs(edit, control.path, fill);
      const optional = control.optional ?? false;
      const beginsAs = control.beginsAs
        ? (readAs(edit, control.beginsAs, z.string()) ?? undefined)
        : undefined;
      return (
        <ControlRow label={control.label} stacked={optional && value !== null}>
          <FillField
            label={control.label}
            value={value}
            optional={optional}
            beginsAs={beginsAs}
            target={target}
            {...shared}
          />
        </ControlRow>
      );
    }
    case "stroke":
      return <StrokeField value={readAs(edit, control.path, stroke)} {...shared} />;
    case "outline":
      return <OutlineField value={readAs(edit, control.path, textStroke)} {...shared} />;
    case "highlight":
      return <HighlightField value={readAs(edit, control.path, textHighlight)} {...shared} />;
    case "shadow":
      return <ShadowField value={readAs(edit, control.path, shadow)} {...shared} />;
  }
}
