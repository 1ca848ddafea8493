"use client";

import { Check, ChevronsUpDown, Italic } from "lucide-react";
import { Fragment, useEffect, useId, useMemo, useRef, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { FONT_FAMILIES, type FontFamily } from "@/lib/paint/font-catalogue";
import { BrandChip } from "../brand/brand-chip";
import { BrandFonts } from "../brand/brand-fonts";
import { useBrandTarget } from "../brand/brand-target";
import { useEditor } from "../editor-context";
import { cssFontName, useCssFont } from "../pictures/font-files";
import { faceFor, useUserFonts } from "../pictures/user-fonts";
import { FontUpload } from "./font-upload";
import { PANEL_INPUT } from "./panel-look";
import { PanelSelect } from "./panel-select";
import { WEIGHT_NAMES } from "./weight-names";

export type FontChoice = { fontFamily: string; fontWeight: number; italic: boolean };

export type FontFieldProps = {
  /** A property is null where the selected layers differ. */
  value: { [Key in keyof FontChoice]: FontChoice[Key] | null };
  disabled?: boolean;
  onChange: (change: Partial<FontChoice>) => void;
};

/** Family, weight and slant; only what the family really has is offered. */
export function FontField({ value, disabled = false, onChange }: FontFieldProps) {
  const { workspace } = useEditor();
  const uploaded = useUserFonts(workspace.slug);
  const family = [...FONT_FAMILIES, ...uploaded.families].find((each) => each.family === value.fontFamily);
  const italic = value.italic === true;
  const weights = [
    ...new Set((family?.faces ?? []).filter((face) => !italic || face.italic).map((face) => face.weight)),
  ];
  const weight = value.fontWeight === null ? "" : String(value.fontWeight);
  const options = weights.map((each) => ({ value: String(each), label: WEIGHT_NAMES[each] ?? String(each) }));
  const known = weight === "" || options.some((option) => option.value === weight);
  const hasItalic = family?.faces.some((face) => face.italic) ?? false;

  return (
    <div className="grid gap-1.5">
      <BrandChip disabled={disabled} />
      <FamilyPicker
        value={value.fontFamily}
        label={value.fontFamily === null ? "Mixed" : (family?.label ?? "A font that is not here")}
        disabled={disabled}
        onPick={(fontFamily) => onChange({ fontFamily })}
      />
      <div className="flex gap-1.5">
        <PanelSelect
          aria-label="Font weight"
          className="flex-1"
          disabled={disabled || (!family && value.fontFamily !== null)}
          value={weight}
          mixed={value.fontWeight === null}
          options={known ? options : [...options, { value: weight, label: `${weight} (nearest is shown)` }]}
          onValueChange={(next) => onChange({ fontWeight: Number(next) })}
        />
        <IconButton
          label="Italic"
          aria-pressed={value.italic ?? "mixed"}
          disabled={disabled || (!hasItalic && !italic && value.fontFamily !== null)}
          onClick={() => onChange({ italic: !italic })}
        >
          <Italic className="size-4" />
        </IconButton>
      </div>
    </div>
  );
}

export type FamilyPickerProps = {
  value: string | null;
  label: string;
  disabled: boolean;
  onPick: (family: string) => void;
};

/** A button that opens the list of fonts. */
export function FamilyPicker({ value, label, disabled, onPick }: FamilyPickerProps) {
  const [open, setOpen] = useState(false);
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <button
          type="button"
          aria-label={`Font family: ${value === null ? "mixed" : label}`}
          disabled={disabled}
          className={classNames(PANEL_INPUT, "flex items-center justify-between px-2 text-left")}
        >
          <span className="truncate">{label}</span>
          <ChevronsUpDown aria-hidden className="size-3 text-faint" />
        </button>
      </PopoverTrigger>
      <PopoverContent side="left" align="start" className="w-60 p-0!" aria-label="Font family">
        <FamilyList
          value={value}
          onPick={(family) => {
            setOpen(false);
            onPick(family);
          }}
          onFollowed={() => setOpen(false)}
        />
      </PopoverContent>
    </Popover>
  );
}

/** A search field over a listbox; the arrow keys walk the list while one types. */
function FamilyList({
  value,
  onPick,
  onFollowed,
}: {
  value: string | null;
  onPick: (family: string) => void;
  onFollowed: () => void;
}) {
  const target = useBrandTarget();
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(value ?? "");
  const listId = useId();
  const { workspace, canEdit } = useEditor();
  const { fonts, families } = useUserFonts(workspace.slug);
  const [own, found] = useMemo(() => {
    const words = query.trim().toLowerCase();
    const kept = new Set(fonts.map(({ familyKey }) => familyKey));
    const own = families.filter(
      ({ family, label }) => kept.has(family) && `${label} your fonts`.toLowerCase().includes(words),
    );
    const others = FONT_FAMILIES.filter(({ label, category }) =>
      `${label} ${category}`.toLowerCase().includes(words),
    );
    return [own, [...own, ...others]];
  }, [query, fonts, families]);
  const at = found.findIndex((family) => family.family === active);

  function move(by: number) {
    const next = found[Math.min(found.length - 1, Math.max(0, at + by))];
    if (!next) return;
    setActive(next.family);
    document.getElementById(`${listId}-${next.family}`)?.scrollIntoView({ block: "nearest" });
  }

  return (
    <div>
      <div className="border-b p-1.5">
        <input
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={at >= 0 ? `${listId}-${active}` : undefined}
          aria-label="Search fonts"
          placeholder="Search fonts"
          // biome-ignore lint/a11y/noAutofocus: the popover was opened to choose a font
          autoFocus
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setActive("");
          }}
          onKeyDown={(event) => {
            if (event.key === "ArrowDown" || event.key === "ArrowUp") {
              event.preventDefault();
              move(event.key === "ArrowDown" ? 1 : -1);
            } else if (event.key === "Enter") {
              const family = found[at] ?? found[0];
              if (family) onPick(family.family);
            }
          }}
          className={classNames(PANEL_INPUT, "px-2")}
        />
      </div>
      {query === "" ? <BrandFonts onPick={target ? onFollowed : onPick} /> : null}
      <div role="listbox" id={listId} aria-label="Fonts" className="max-h-80 overflow-y-auto p-1">
        {found.map((family, index) => (
          <Fragment key={family.family}>
            {own.length > 0 && (index === 0 || index === own.length) ? (
              <p role="presentation" className="px-2 pt-1.5 pb-1 font-medium text-faint text-xs">
                {index === 0 ? "Your fonts" : "All fonts"}
              </p>
            ) : null}
            <FamilyOption
              id={`${listId}-${family.family}`}
              family={family}
              selected={family.family === value}
              active={family.family === active}
              onPick={() => onPick(family.family)}
            />
          </Fragment>
        ))}
        {found.length === 0 ? <p className="px-2 py-3 text-faint text-xs">No font has this name.</p> : null}
      </div>
      {canEdit ? <FontUpload onUploaded={onPick} /> : null}
    </div>
  );
}

type FamilyOptionProps = {
  id: string;
  family: FontFamily;
  selected: boolean;
  active: boolean;
  onPick: () => void;
};

/** A family in its own face, loaded when the option comes into view. */
function FamilyOption({ id, family, selected, active, onPick }: FamilyOptionProps) {
  const element = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(false);
  const face = useMemo(() => faceFor(family.family, 400, false), [family.family]);
  const ready = useCssFont(face, seen);

  useEffect(() => {
    const target = element.current;
    if (!target) return;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) setSeen(true);
    });
    observer.observe(target);
    return () => observer.disconnect();
  }, []);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search field above has the keys
    <div
      ref={element}
      id={id}
      role="option"
      aria-selected={selected}
      tabIndex={-1}
      onClick={onPick}
      className={classNames(
        "flex h-8 items-center justify-between rounded-md px-2 text-base hover:bg-hover",
        active && "bg-hover",
      )}
    >
      <span className="truncate" style={ready ? { fontFamily: `"${cssFontName(face)}"` } : undefined}>
        {family.label}
      </span>
      {selected ? <Check aria-hidden className="size-3.5" /> : null}
    </div>
  );
}
