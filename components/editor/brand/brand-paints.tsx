"use client";

import { Plus } from "lucide-react";
import { BRAND_LIMITS, type BrandValue, brandValues } from "@/lib/template/brand";
import { addBrandItem, freeBrandName } from "@/lib/template/brand-commands";
import { fillCss } from "../controls/fill-css";
import { Swatch } from "../controls/swatch";
import { useEditorIfOpen } from "../editor-context";
import { useBrandTarget, useEditorKit } from "./brand-target";
import { newBrandId } from "./new-brand-id";

/** Colours of the kit, first in every picker; where the property can follow one, choosing does that. */
export function BrandColors({ value, onPick }: { value: string | null; onPick: (color: string) => void }) {
  const editor = useEditorIfOpen();
  const target = useBrandTarget();
  const kit = useEditorKit();
  if (!editor) return null;
  const colors = [...brandValues(kit).values()].flatMap((each) => (each.kind === "color" ? [each] : []));
  const canSave = editor.rights.brand && value !== null && colors.length < BRAND_LIMITS.colors;
  const isThere = colors.some(({ color }) => color === value);
  if (colors.length === 0 && !canSave) return null;

  function save(color: string) {
    const name = freeBrandName(kit, "colors", "Colour");
    const item = { id: newBrandId(), name, color };
    if (!editor?.brand.change("Add colour", (before) => addBrandItem(before, "colors", item))) return;
    target?.follow({ kind: "color", ...item });
    editor.announce(`${name} is in the brand kit.`);
  }

  return (
    <div className="grid gap-1.5 border-b pb-2.5">
      <p aria-hidden className="font-medium text-faint text-xs">
        Brand
      </p>
      <PaintList
        label="Brand colours"
        values={colors}
        followed={target?.followed ?? null}
        onPick={(picked) => {
          if (target) target.follow(picked);
          else if (picked.kind === "color") onPick(picked.color);
        }}
      />
      {canSave && !isThere ? (
        <button
          type="button"
          onClick={() => save(value)}
          className="flex h-6 items-center gap-1.5 rounded-sm text-left text-muted text-xs hover:text-text"
        >
          <Plus aria-hidden className="size-3.5" />
          Save as brand colour
        </button>
      ) : null}
    </div>
  );
}

/** Gradients of the kit, above the kinds of fill, where the property can follow one. */
export function BrandGradients() {
  const target = useBrandTarget();
  const kit = useEditorKit();
  if (!target) return null;
  const gradients = [...brandValues(kit).values()].filter(
    (each) => each.kind === "gradient" && target.takes(each),
  );
  if (gradients.length === 0) return null;
  return (
    <div className="grid gap-1.5">
      <p aria-hidden className="font-medium text-faint text-xs">
        Brand gradients
      </p>
      <PaintList
        label="Brand gradients"
        values={gradients}
        followed={target.followed}
        onPick={target.follow}
      />
    </div>
  );
}

type PaintListProps = {
  label: string;
  values: readonly BrandValue[];
  followed: BrandValue | null;
  onPick: (value: BrandValue) => void;
};

function PaintList({ label, values, followed, onPick }: PaintListProps) {
  return (
    <ul aria-label={label} className="grid max-h-28 grid-cols-8 gap-1 overflow-y-auto p-px empty:hidden">
      {values.map((each) => (
        <li key={each.id}>
          <button
            type="button"
            aria-label={each.name}
            title={each.name}
            aria-pressed={each.id === followed?.id}
            onClick={() => onPick(each)}
            className="grid size-6 place-items-center rounded-sm aria-pressed:ring-2 aria-pressed:ring-accent"
          >
            <Swatch background={lookOf(each)} className="size-5 rounded-sm" />
          </button>
        </li>
      ))}
    </ul>
  );
}

function lookOf(value: BrandValue): string | null {
  if (value.kind === "color") return value.color;
  return value.kind === "gradient" ? fillCss(value.fill) : null;
}
