"use client";

import { Braces, ImageIcon, X } from "lucide-react";
import { useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuContent, MenuItem, MenuLabel, MenuTrigger } from "@/components/ui/menu";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import type { BrandLogo } from "@/lib/template/brand";
import type { Field } from "@/lib/template/field";
import type { ImageSource } from "@/lib/template/layers/image";
import { BrandChip } from "../brand/brand-chip";
import { useBrandTarget } from "../brand/brand-target";
import { useEditor } from "../editor-context";
import { AssetLibrary } from "../pictures/asset-library";

export type ImageSourceFieldProps = {
  value: ImageSource;
  /** The selected layers differ. */
  mixed?: boolean;
  fields: readonly Field[];
  disabled?: boolean;
  onChange: (source: ImageSource) => void;
  /** Makes a new image field and takes it; absent where that cannot be done. */
  onNewField?: () => void;
};

/** A picture of the workspace, or a field that holds an address. */
export function ImageSourceField({
  value,
  mixed = false,
  fields,
  disabled = false,
  onChange,
  onNewField,
}: ImageSourceFieldProps) {
  const target = useBrandTarget();
  const isFollowing = target?.followed != null;
  const bound = value.kind === "field" ? fields.find((field) => field.key === value.key) : undefined;
  const choices = fields.filter(
    (field) => field.type === "image" || field.type === "url" || field.type === "text",
  );
  return (
    <div className="flex min-w-0 flex-1 items-center gap-1.5">
      <AssetButton
        label="Choose picture"
        assetId={value.kind === "asset" ? value.assetId : null}
        disabled={disabled}
        onPick={(assetId) => onChange({ kind: "asset", assetId })}
        onPickLogo={target ? (logo) => target.follow({ kind: "logo", ...logo }) : undefined}
      />
      <BrandChip disabled={disabled} />
      <span className={isFollowing ? "hidden" : "min-w-0 flex-1 truncate text-xs"}>
        {value.kind === "field" ? (
          <span className={bound ? "text-accent-text" : "text-danger-text"}>
            {bound ? bound.label || bound.key : `${value.key} (no such field)`}
          </span>
        ) : value.kind === "asset" ? (
          "Picture"
        ) : (
          <span className="text-faint">{mixed ? "Mixed" : "None"}</span>
        )}
      </span>
      <Menu>
        <MenuTrigger asChild>
          <IconButton
            size="small"
            label="Take the picture from a field"
            disabled={disabled}
            pressed={value.kind === "field"}
          >
            <Braces className="size-3.5" />
          </IconButton>
        </MenuTrigger>
        <MenuContent align="end">
          <MenuLabel>Address from a field</MenuLabel>
          {choices.map((field) => (
            <MenuItem key={field.key} onSelect={() => onChange({ kind: "field", key: field.key })}>
              {field.label || field.key}
            </MenuItem>
          ))}
          {onNewField ? <MenuItem onSelect={onNewField}>New image field</MenuItem> : null}
        </MenuContent>
      </Menu>
      {value.kind === "none" && !mixed ? null : (
        <IconButton
          size="small"
          label="Remove picture"
          disabled={disabled}
          onClick={() => onChange({ kind: "none" })}
        >
          <X className="size-3.5" />
        </IconButton>
      )}
    </div>
  );
}

type AssetButtonProps = {
  label: string;
  assetId: string | null;
  disabled?: boolean;
  onPick: (assetId: string) => void;
  /** Takes a logo of the brand kit and follows it; left out where that cannot be. */
  onPickLogo?: ((logo: BrandLogo) => void) | undefined;
};

/** A thumbnail that opens the library. */
export function AssetButton({ label, assetId, disabled = false, onPick, onPickLogo }: AssetButtonProps) {
  const { pictures } = useEditor();
  const [open, setOpen] = useState(false);
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <button
          type="button"
          aria-label={label}
          disabled={disabled}
          className="checkered grid h-9 w-12 shrink-0 place-items-center overflow-hidden rounded-md text-faint ring-1 ring-line-strong ring-inset hover:ring-field-line disabled:opacity-45"
        >
          {assetId === null ? (
            <ImageIcon aria-hidden className="size-4" />
          ) : (
            // biome-ignore lint/performance/noImgElement: the server sends the stored bytes; there is nothing to optimise
            <img src={pictures.assetUrl(assetId)} alt="" className="size-full object-contain" />
          )}
        </button>
      </PopoverTrigger>
      <PopoverContent side="left" align="start" className="w-64" aria-label={label}>
        <AssetLibrary
          value={assetId}
          onPick={(asset) => {
            setOpen(false);
            onPick(asset.id);
          }}
          onPickLogo={
            onPickLogo &&
            ((logo) => {
              setOpen(false);
              onPickLogo(logo);
            })
          }
        />
      </PopoverContent>
    </Popover>
  );
}
