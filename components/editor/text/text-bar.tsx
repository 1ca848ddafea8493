"use client";

import { Bold, Italic, RemoveFormatting, Underline } from "lucide-react";
import { type KeyboardEvent, type RefObject, useMemo, useRef } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Popover, PopoverContent } from "@/components/ui/popover";
import { platformOf, shortcutLabel } from "@/lib/editor/shortcuts";
import { FONT_FAMILIES } from "@/lib/paint/font-catalogue";
import type { TextLayer, TextStyle } from "@/lib/template/layers/text";
import { LIMITS } from "@/lib/template/limits";
import type { Change } from "../controls/change";
import { ColorPicker } from "../controls/color-picker";
import { FamilyPicker } from "../controls/font-field";
import { NumberField } from "../controls/number-field";
import { SwatchTrigger } from "../controls/swatch";
import { useEditor, useEditorState } from "../editor-context";
import { documentColors } from "../inspector/document-colors";
import { useUserFonts } from "../pictures/user-fonts";
import { styleOfRange, type TextRange } from "./text-runs";
import { BOLD_FROM, TOGGLE_LABELS, type Toggle, toggleStyle } from "./toggle-style";
import { clearTypedStyle, styleTyped } from "./typing";
import { type StageBoxes, useStageBoxes } from "./use-stage-boxes";

export type TextBarProps = {
  /** The element that is typed in. */
  element: RefObject<HTMLElement | null>;
  range: TextRange | null;
  layer: TextLayer;
};

/** Size of the bar and its distance from the text, px: it is placed before it is measured. */
const SIZE = { width: 380, height: 36 };
const DISTANCE = 8;

const TOGGLES: readonly { toggle: Toggle; key: string; icon: typeof Bold }[] = [
  { toggle: "bold", key: "b", icon: Bold },
  { toggle: "italic", key: "i", icon: Italic },
  { toggle: "underline", key: "u", icon: Underline },
];

/** The looks of the selected stretch of text, close to it: weight, slant, underline, font, size and colour. */
export function TextBar({ element, range, layer }: TextBarProps) {
  const { store, typing, announce, workspace } = useEditor();
  const uploaded = useUserFonts(workspace.slug);
  const document = useEditorState((state) => state.document);
  const swatches = useMemo(() => documentColors(document), [document]);
  const found = useStageBoxes(element, range, layer);
  const bar = useRef<HTMLDivElement>(null);
  if (!found || !range || range.start === range.end) return null;
  const style = styleOfRange(layer, range);
  const family = [...FONT_FAMILIES, ...uploaded.families].find((each) => each.family === style.fontFamily);
  const pressed: Record<Toggle, boolean | "mixed"> = {
    bold: style.fontWeight === null ? "mixed" : style.fontWeight >= BOLD_FROM,
    italic: style.italic ?? "mixed",
    underline: style.underline ?? "mixed",
  };
  const set = (label: string, change: Partial<TextStyle>, how: Change) =>
    styleTyped(store, typing, { label, style: change, change: how });

  /** What a control of the bar opens tells the bar of its events, too. */
  const isInBar = (target: EventTarget) => target instanceof Node && bar.current?.contains(target) === true;

  function onKeyDown(event: KeyboardEvent) {
    // A field or a picker of the bar takes its own Escape; from the bar itself it leads back into the text.
    if (event.key !== "Escape" || !isInBar(event.target)) return;
    event.preventDefault();
    event.stopPropagation();
    element.current?.focus({ preventScroll: true });
  }

  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label="Look of the selected text"
      data-keeps-typing
      className="absolute z-20 flex animate-fade cursor-default items-center gap-0.5 rounded-lg bg-raised p-1 shadow-pop"
      style={{ ...placeOf(found), height: SIZE.height }}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        // The text keeps the focus and its selection while a button is pressed.
        if (isInBar(event.target) && !(event.target instanceof HTMLInputElement)) event.preventDefault();
      }}
    >
      {TOGGLES.map(({ toggle, key, icon: Icon }) => (
        <IconButton
          key={toggle}
          label={TOGGLE_LABELS[toggle]}
          shortcut={shortcut(key)}
          aria-pressed={pressed[toggle]}
          onClick={() => announce(toggleStyle(store, typing, toggle))}
        >
          <Icon className="size-4" />
        </IconButton>
      ))}
      <div className="w-32">
        <FamilyPicker
          value={style.fontFamily}
          label={family?.label ?? style.fontFamily ?? "Mixed"}
          disabled={false}
          onPick={(fontFamily) => set("Font", { fontFamily }, "final")}
        />
      </div>
      <NumberField
        label="Size of the selected text"
        className="w-16 shrink-0"
        value={style.fontSize}
        min={LIMITS.fontSizeMin}
        max={LIMITS.fontSizeMax}
        step={1}
        onChange={(fontSize, change) => set("Text size", { fontSize }, change)}
      />
      <Popover>
        <div className="flex w-7 shrink-0 overflow-hidden">
          <SwatchTrigger
            label={`Colour of the selected text: ${style.color ?? "Mixed"}`}
            background={style.color}
          />
        </div>
        <PopoverContent side="bottom" align="end" aria-label="Colour of the selected text">
          <ColorPicker
            value={style.color}
            swatches={swatches}
            onChange={(color, change) => set("Text colour", { color }, change)}
          />
        </PopoverContent>
      </Popover>
      <IconButton
        label="Clear formatting"
        shortcut={shortcut("\\")}
        onClick={() => {
          clearTypedStyle(store, typing);
          announce("Formatting is cleared.");
        }}
      >
        <RemoveFormatting className="size-4" />
      </IconButton>
    </div>
  );
}

function shortcut(key: string): string {
  return shortcutLabel({ key, mod: true }, platformOf(navigator.platform));
}

/** Above the stretch, or below it where there is no room; always all of it on the stage. */
function placeOf({ boxes, stage }: StageBoxes): { left: number; top: number; width: number } {
  const left = Math.min(...boxes.map((box) => box.left));
  const right = Math.max(...boxes.map((box) => box.left + box.width));
  const top = Math.min(...boxes.map((box) => box.top));
  const bottom = Math.max(...boxes.map((box) => box.top + box.height));
  const above = top - SIZE.height - DISTANCE;
  const below = Math.min(bottom + DISTANCE, stage.height - SIZE.height - DISTANCE);
  const width = Math.min(SIZE.width, stage.width - 2 * DISTANCE);
  return {
    left: Math.max(DISTANCE, Math.min(stage.width - width - DISTANCE, (left + right - width) / 2)),
    top: above >= DISTANCE ? above : below,
    width,
  };
}
