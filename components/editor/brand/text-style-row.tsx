"use client";

import { ChevronsUpDown } from "lucide-react";
import { classNames } from "@/components/ui/class-names";
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from "@/components/ui/menu";
import { BRAND_LIMITS, type BrandTextStyle, brandTextStyle } from "@/lib/template/brand";
import { addBrandItem, freeBrandName } from "@/lib/template/brand-commands";
import { TEXT_STYLE_PATH } from "@/lib/template/brand-patches";
import type { Layer } from "@/lib/template/schema";
import { ControlRow } from "../controls/control-row";
import { PANEL_INPUT } from "../controls/panel-look";
import { useEditor } from "../editor-context";
import type { LayerEdit } from "../inspector/use-layer-edit";
import { BrandChip } from "./brand-chip";
import { allHave, LayerBrandTarget, useBrandTarget, useEditorKit } from "./brand-target";
import { newBrandId } from "./new-brand-id";

export type TextStyleRowProps = { edit: LayerEdit; disabled: boolean };

/** The text style that texts follow, and the way to give them one. Nothing for what is no running text. */
export function TextStyleRow({ edit, disabled }: TextStyleRowProps) {
  if (!allHave(edit, "style.transform")) return null;
  return (
    <LayerBrandTarget edit={edit} path={TEXT_STYLE_PATH}>
      <Row edit={edit} disabled={disabled} />
    </LayerBrandTarget>
  );
}

function Row({ edit, disabled }: TextStyleRowProps) {
  const { brand, rights, announce } = useEditor();
  const target = useBrandTarget();
  const kit = useEditorKit();
  const canSave = rights.brand && edit.layers.length === 1 && kit.textStyles.length < BRAND_LIMITS.textStyles;
  if (!target || (kit.textStyles.length === 0 && !canSave)) return null;

  function save() {
    const [layer] = edit.layers;
    const style = layer && styleOfLayer(layer, freeBrandName(kit, "textStyles", "Text style"));
    if (!style || !brand.change("Add text style", (before) => addBrandItem(before, "textStyles", style)))
      return;
    target?.follow({ kind: "textStyle", ...style });
    announce(`${style.name} is in the brand kit.`);
  }

  return (
    <ControlRow label="Text style">
      <div className="flex min-w-0 flex-1 gap-1">
        <BrandChip disabled={disabled} />
        <Menu>
          <MenuTrigger asChild>
            <button
              type="button"
              aria-label={`Text style of the brand kit${target.followed ? "" : ": None"}`}
              disabled={disabled}
              className={classNames(
                PANEL_INPUT,
                "flex items-center justify-between gap-1 px-2 text-left",
                target.followed ? "w-7! justify-center px-0!" : "",
              )}
            >
              {target.followed ? null : <span className="truncate">None</span>}
              <ChevronsUpDown aria-hidden className="size-3 shrink-0 text-faint" />
            </button>
          </MenuTrigger>
          <MenuContent align="end">
            {kit.textStyles.map((style) => (
              <MenuItem key={style.id} onSelect={() => target.follow({ kind: "textStyle", ...style })}>
                {style.name}
              </MenuItem>
            ))}
            {canSave && kit.textStyles.length > 0 ? <MenuSeparator /> : null}
            {canSave ? <MenuItem onSelect={save}>Save as text style</MenuItem> : null}
          </MenuContent>
        </Menu>
      </div>
    </ControlRow>
  );
}

/** What a text looks like as a text style; null for what is no running text. */
function styleOfLayer(layer: Layer, name: string): BrandTextStyle | null {
  if (layer.type !== "text") return null;
  const { fontFamily, fontWeight, italic, fontSize, letterSpacing, transform, color } = layer.style;
  const style = { fontFamily, fontWeight, italic, fontSize, letterSpacing, transform, color };
  const colorToken = layer.tokens["style.color"] ?? null;
  const { lineHeight } = layer;
  return brandTextStyle.safeParse({ id: newBrandId(), name, ...style, lineHeight, colorToken }).data ?? null;
}
