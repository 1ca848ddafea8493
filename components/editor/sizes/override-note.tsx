"use client";

import { resetSize } from "@/lib/editor/sizes/size-commands";
import { listSizes, overridesAtHand } from "@/lib/editor/sizes/size-list";
import type { Override } from "@/lib/template/variant";
import { useCanDesign } from "../brand/use-can-design";
import { useEditor, useEditorState } from "../editor-context";
import type { Actions } from "../use-actions";

const NAMES: Record<keyof Override, string> = {
  x: "X",
  y: "Y",
  width: "width",
  height: "height",
  rotation: "rotation",
  visible: "visibility",
  fontSize: "text size",
};

/** What the selected layers have of their own in the size at hand, and the way back for all of it. */
export function OverrideNote({ actions }: { actions: Actions }) {
  const { store } = useEditor();
  const { canDesign } = useCanDesign();
  const overrides = useEditorState(overridesAtHand);
  const selection = useEditorState((state) => state.selection);
  const size = useEditorState((state) => listSizes(state.design).find(({ id }) => id === state.sizeId)?.name);
  const own = new Set(selection.flatMap((id) => Object.keys(overrides?.[id] ?? {})));
  const names = Object.entries(NAMES).flatMap(([key, name]) => (own.has(key) ? [name] : []));
  if (names.length === 0) return null;
  return (
    <div
      data-testid="override-note"
      className="flex flex-wrap items-center gap-x-2 border-b bg-accent-soft px-3 py-1.5 text-xs"
    >
      <p className="min-w-0 flex-1 wrap-anywhere text-accent-text">
        In {size}: own {names.join(", ")}
      </p>
      {canDesign && own.has("visible") ? (
        <button
          type="button"
          onClick={() => resetSize(store, { layerIds: selection, keys: ["visible"] })}
          className="min-h-6 shrink-0 rounded-sm px-1 font-medium text-accent-text hover:underline"
        >
          Reset visibility
        </button>
      ) : null}
      {canDesign ? (
        <button
          type="button"
          onClick={() => actions.run("resetLayersToDesign")}
          className="min-h-6 shrink-0 rounded-sm px-1 font-medium text-accent-text hover:underline"
        >
          Reset to the design
        </button>
      ) : null}
    </div>
  );
}
