"use client";

import { ChevronDown } from "lucide-react";
import {
  Menu,
  MenuCheckboxItem,
  MenuContent,
  MenuItem,
  MenuSeparator,
  MenuTrigger,
} from "@/components/ui/menu";
import { zoomTo } from "@/lib/editor/view";
import { useEditor, useEditorState } from "../editor-context";
import type { Actions } from "../use-actions";
import { AidItems } from "./aid-items";

const LEVELS = [0.5, 1, 2, 4] as const;

/** The zoom as a number, and everything that changes it. */
export function ZoomMenu({ actions }: { actions: Actions }) {
  const { store } = useEditor();
  const zoom = useEditorState(({ view }) => view.zoom);
  const snapping = useEditorState((state) => state.snapping);
  const set = (level: number) => {
    const { view, viewport } = store.getState();
    store.setView(zoomTo(view, { x: viewport.width / 2, y: viewport.height / 2 }, level));
  };
  return (
    <Menu>
      <MenuTrigger
        aria-label={`Zoom, ${Math.round(zoom * 100)} %`}
        className="figures flex h-7 items-center gap-0.5 rounded-md px-1.5 text-muted text-xs hover:bg-hover hover:text-text data-[state=open]:bg-active"
      >
        {Math.round(zoom * 100)}%
        <ChevronDown aria-hidden className="size-3" />
      </MenuTrigger>
      <MenuContent align="end">
        <MenuItem shortcut={actions.shortcut("zoomIn") ?? ""} onSelect={() => actions.run("zoomIn")}>
          Zoom in
        </MenuItem>
        <MenuItem shortcut={actions.shortcut("zoomOut") ?? ""} onSelect={() => actions.run("zoomOut")}>
          Zoom out
        </MenuItem>
        <MenuItem shortcut={actions.shortcut("zoomToFit") ?? ""} onSelect={() => actions.run("zoomToFit")}>
          Fit the canvas
        </MenuItem>
        <MenuItem
          shortcut={actions.shortcut("zoomToSelection") ?? ""}
          onSelect={() => actions.run("zoomToSelection")}
        >
          Fit the selection
        </MenuItem>
        <MenuSeparator />
        {LEVELS.map((level) => (
          <MenuItem
            key={level}
            shortcut={level === 1 ? (actions.shortcut("zoomTo100") ?? "") : ""}
            onSelect={() => set(level)}
          >
            {level * 100}%
          </MenuItem>
        ))}
        <MenuSeparator />
        <MenuCheckboxItem checked={snapping} onCheckedChange={() => actions.run("toggleSnapping")}>
          Snap to canvas and layers
        </MenuCheckboxItem>
        <MenuSeparator />
        <AidItems actions={actions} />
      </MenuContent>
    </Menu>
  );
}
