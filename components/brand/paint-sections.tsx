"use client";

import { useState } from "react";
import type { BrandColor, BrandGradient } from "@/lib/template/brand";
import { addBrandItem, changeBrandItem, freeBrandName } from "@/lib/template/brand-commands";
import type { Fill } from "@/lib/template/primitives";
import { newBrandId } from "../editor/brand/new-brand-id";
import type { Change } from "../editor/controls/change";
import { ColorField } from "../editor/controls/color-field";
import { fillCss } from "../editor/controls/fill-css";
import { asKind } from "../editor/controls/fill-kind";
import { GradientEditor } from "../editor/controls/gradient-editor";
import { Swatch, SwatchTrigger } from "../editor/controls/swatch";
import { Popover, PopoverContent } from "../ui/popover";
import { SegmentedControl } from "../ui/segmented-control";
import { BrandRow } from "./brand-row";
import { BrandSection } from "./brand-section";
import type { KitEdit } from "./use-kit";

export type SectionProps = { edit: KitEdit; canEdit: boolean };

/** What new colours begin as: each another, so that two rows are told apart before they are changed. */
const NEW_COLORS = [
  "#4455e6",
  "#0a7d55",
  "#d9480f",
  "#a61e4d",
  "#0b7285",
  "#f2b705",
  "#5f3dc4",
  "#1f2430",
] as const;

export function ColorsSection({ edit, canEdit }: SectionProps) {
  const { kit, store, onAdded } = edit;

  function add() {
    const id = newBrandId();
    const name = freeBrandName(kit, "colors", "Colour");
    const taken = new Set(kit.colors.map((item) => item.color));
    const color = NEW_COLORS.find((one) => !taken.has(one)) ?? NEW_COLORS[0];
    store.change("Add colour", (before) => addBrandItem(before, "colors", { id, name, color }));
    onAdded(id);
  }

  return (
    <BrandSection
      {...{ list: "colors", title: "Colours", edit, canEdit, onAdd: add }}
      description="They stand first wherever a colour is chosen. Designs follow them."
    >
      {kit.colors.map((item, index) => (
        <ColorRow key={item.id} {...{ item, index, edit, canEdit }} />
      ))}
    </BrandSection>
  );
}

function ColorRow({ item, index, ...shared }: SectionProps & { item: BrandColor; index: number }) {
  const { kit, store } = shared.edit;
  const [value, onChange] = useLive(item.id, item.color, (color: string, merge) =>
    store.change("Change colour", (before) => changeBrandItem(before, item.id, { color }), merge),
  );
  return (
    <BrandRow
      {...shared}
      {...{ list: "colors", item, index, count: kit.colors.length }}
      preview={
        shared.canEdit ? null : <Swatch background={item.color} className="size-7 shrink-0 rounded-md" />
      }
    >
      {shared.canEdit ? (
        <span className="w-44 shrink-0">
          <ColorField
            label={item.name}
            value={value}
            swatches={kit.colors.map(({ color }) => color)}
            onChange={(color, how) => color && onChange(color, how)}
          />
        </span>
      ) : (
        <span className="figures text-faint text-xs">{item.color}</span>
      )}
    </BrandRow>
  );
}

const KINDS = [
  { value: "linear", label: "Linear" },
  { value: "radial", label: "Radial" },
] as const;

export function GradientsSection({ edit, canEdit }: SectionProps) {
  const { kit, store, onAdded } = edit;

  function add() {
    const id = newBrandId();
    const [first = NEW_COLORS[0], second = "#ffffff"] = kit.colors.map(({ color }) => color);
    const stops = [
      { offset: 0, color: first },
      { offset: 1, color: second },
    ];
    const name = freeBrandName(kit, "gradients", "Gradient");
    const fill: Fill = { kind: "linear", angle: 90, stops };
    store.change("Add gradient", (before) => addBrandItem(before, "gradients", { id, name, fill }));
    onAdded(id);
  }

  return (
    <BrandSection
      {...{ list: "gradients", title: "Gradients", edit, canEdit, onAdd: add }}
      description="For fills and backgrounds."
    >
      {kit.gradients.map((item, index) => (
        <GradientRow key={item.id} {...{ item, index, edit, canEdit }} />
      ))}
    </BrandSection>
  );
}

function GradientRow({ item, index, ...shared }: SectionProps & { item: BrandGradient; index: number }) {
  const { kit, store } = shared.edit;
  const [fill, onChange] = useLive(item.id, item.fill, (next: Fill, merge) =>
    store.change("Change gradient", (before) => changeBrandItem(before, item.id, { fill: next }), merge),
  );
  const look = fillCss(fill);
  return (
    <BrandRow
      {...shared}
      {...{ list: "gradients", item, index, count: kit.gradients.length }}
      preview={
        shared.canEdit && fill.kind !== "solid" ? (
          <Popover>
            <SwatchTrigger label={`${item.name}: change the gradient`} background={look} />
            <PopoverContent align="start" aria-label={item.name} className="grid w-62 gap-3">
              <SegmentedControl
                size="small"
                label="Kind of gradient"
                value={fill.kind}
                segments={KINDS}
                onValueChange={(kind) => onChange(asKind(fill, kind), "final")}
              />
              <GradientEditor
                value={fill}
                swatches={kit.colors.map(({ color }) => color)}
                onChange={onChange}
              />
            </PopoverContent>
          </Popover>
        ) : (
          <Swatch background={look} className="size-7 shrink-0 rounded-md" />
        )
      }
    >
      <Swatch background={look} className="h-7 w-24 shrink-0 rounded-md" />
    </BrandRow>
  );
}

/**
 * A value that a hand can be on: shown as it moves, given on when it is let go. Small steps in a row of what has this
 * `id` are one change for undo, by the key they are given on with.
 */
export function useLive<Value>(
  id: string,
  kept: Value,
  give: (value: Value, merge?: string) => void,
): [Value, (value: Value, change: Change) => void] {
  const [live, setLive] = useState<{ value: Value } | null>(null);
  return [
    live?.value ?? kept,
    (value, change) => {
      setLive(change === "live" ? { value } : null);
      if (change !== "live") give(value, change === "step" ? id : undefined);
    },
  ];
}
