"use client";

import { SegmentedControl } from "@/components/ui/segmented-control";
import {
  BUDGETS,
  canBeWeighed,
  GIF_KILOBYTES,
  MAIL_KILOBYTES,
  scalesFor,
} from "@/lib/editor/sizes/output-choice";
import { listSizes } from "@/lib/editor/sizes/size-list";
import type { ImageFormat } from "@/lib/link/address";
import type { OutputChoice } from "@/lib/link/output-params";
import type { Document } from "@/lib/template/schema";
import { ControlRow } from "../controls/control-row";
import { PanelSelect } from "../controls/panel-select";

export type OutputPickerProps = {
  design: Document;
  format: ImageFormat;
  output: OutputChoice;
  onChange: (output: OutputChoice) => void;
};

const DESIGN = "design";
const MAIL = "mail";

/** Which size of the picture the address asks for, how sharp and how heavy: only what means something. */
export function OutputPicker({ design, format, output, onChange }: OutputPickerProps) {
  const sizes = listSizes(design);
  const size = sizes.find(({ id }) => id === (output.size ?? null)) ?? sizes[0];
  if (!size) return null;
  const usual = format === "gif" ? GIF_KILOBYTES : MAIL_KILOBYTES;
  const scales = scalesFor(size, format);
  const scale = output.scale ?? 1;
  const times = Math.round(((size.width * scale) / size.displayWidth) * 10) / 10;
  return (
    <div className="grid gap-2">
      {sizes.length > 1 ? (
        <ControlRow label="Size">
          <PanelSelect
            aria-label="Size of the picture"
            value={size.id ?? DESIGN}
            options={sizes.map((each) => ({
              value: each.id ?? DESIGN,
              label: `${each.name}  ${each.width} × ${each.height}`,
            }))}
            onValueChange={(id) => onChange({ ...output, size: id === DESIGN ? null : id })}
          />
        </ControlRow>
      ) : null}
      {scales.length > 1 ? (
        <ControlRow label="Pixels" top>
          <div className="grid min-w-0 flex-1 gap-1">
            <SegmentedControl
              size="small"
              className="w-40"
              label="Pixel density"
              value={`${scale}`}
              segments={scales.map((each) => ({ value: `${each}`, label: `${each}×` }))}
              onValueChange={(value) =>
                onChange({ ...output, scale: scales.find((each) => `${each}` === value) ?? 1 })
              }
            />
            <p className="text-2xs text-faint">
              {size.width * scale} × {size.height * scale} pixels, shown {size.displayWidth} wide: {times} to
              each. Two look sharp on every screen, more only weigh more.
            </p>
          </div>
        </ControlRow>
      ) : null}
      {canBeWeighed(size, format) ? (
        <ControlRow label="Weight" top>
          <div className="grid min-w-0 flex-1 gap-1">
            <PanelSelect
              aria-label="Weight of the file"
              value={output.kilobytes ? `${output.kilobytes}` : MAIL}
              options={[
                { value: MAIL, label: `As mails need it: ${usual} kB` },
                ...BUDGETS.filter((each) => each !== usual).map((each) => ({
                  value: `${each}`,
                  label: `At most ${each.toLocaleString("en")} kB`,
                })),
              ]}
              onValueChange={(value) =>
                onChange({ ...output, kilobytes: value === MAIL ? null : Number(value) })
              }
            />
            <p className="text-2xs text-faint">The best quality that stays within it is used.</p>
          </div>
        </ControlRow>
      ) : null}
    </div>
  );
}
