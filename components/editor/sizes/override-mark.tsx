"use client";

import { RotateCcw } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { resetSize } from "@/lib/editor/sizes/size-commands";
import { overridesAtHand } from "@/lib/editor/sizes/size-list";
import type { Override } from "@/lib/template/variant";
import { useCanDesign } from "../brand/use-can-design";
import { useEditor, useEditorState } from "../editor-context";

/** What a size can have of its own, by the path that the inspector knows it by. */
const KEYS: Readonly<Record<string, keyof Override>> = {
  x: "x",
  y: "y",
  width: "width",
  height: "height",
  rotation: "rotation",
  visible: "visible",
  "style.fontSize": "fontSize",
};

/** A control with a way back to the design beside it, while the size at hand has the property of its own. */
export function OverrideMark({
  path,
  label,
  children,
}: {
  path: string;
  label: string;
  children: ReactNode;
}) {
  const { store, announce } = useEditor();
  const { canDesign } = useCanDesign();
  const key = KEYS[path];
  const isOwn = useEditorState((state) => {
    const overrides = overridesAtHand(state);
    return key !== undefined && state.selection.some((id) => overrides?.[id]?.[key] !== undefined);
  });
  if (!isOwn || key === undefined) return children;
  return (
    <div data-override={key} className="flex min-w-0 flex-1 items-center rounded-md bg-accent-soft">
      <div className="flex min-w-0 flex-1">{children}</div>
      <IconButton
        size="small"
        label={`Reset ${label.toLowerCase()} to the design`}
        disabled={!canDesign}
        className="text-accent-text"
        onClick={() => {
          const done = resetSize(store, { layerIds: store.getState().selection, keys: [key] });
          if (done) announce(`${label} follows the design again.`);
        }}
      >
        <RotateCcw aria-hidden className="size-3" />
      </IconButton>
    </div>
  );
}
