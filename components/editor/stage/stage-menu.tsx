"use client";

import type { ReactNode } from "react";
import {
  ContextMenu,
  ContextMenuContent,
  ContextMenuItem,
  ContextMenuSeparator,
  ContextMenuTrigger,
} from "@/components/ui/context-menu";
import { ACTIONS, type ActionId } from "@/lib/editor/actions/actions";
import { ActionIcon } from "../action-icon";
import { useEditor, useEditorState } from "../editor-context";
import type { Actions } from "../use-actions";

const WITH_SELECTION: readonly (readonly ActionId[])[] = [
  ["cut", "copy", "paste", "duplicate"],
  ["bringForward", "bringToFront", "sendBackward", "sendToBack"],
  ["group", "ungroup", "useAsMask", "releaseMask", "tidyUp"],
  ["rename", "toggleLock", "toggleVisible"],
  ["delete"],
];

const WITHOUT: readonly (readonly ActionId[])[] = [
  ["paste", "selectAll"],
  ["addHeading", "addImage", "addRectangle", "addQrCode"],
  ["zoomToFit", "zoomTo100"],
];

/** The menu under the right button, on the canvas and on the layers list. */
export function LayerMenu({ actions, children }: { actions: Actions; children: ReactNode }) {
  return (
    <ContextMenu modal={false}>
      <ContextMenuTrigger asChild>{children}</ContextMenuTrigger>
      <ContextMenuContent className="w-60" onCloseAutoFocus={(event) => event.preventDefault()}>
        <Items actions={actions} />
      </ContextMenuContent>
    </ContextMenu>
  );
}

/** Apart, since it is there only while the menu is open. */
function Items({ actions }: { actions: Actions }) {
  const { canEdit } = useEditor();
  const state = useEditorState((each) => each);
  const shown = (state.selection.length > 0 ? WITH_SELECTION : WITHOUT)
    .map((group) => group.filter((id) => (canEdit || !ACTIONS[id].changes) && ACTIONS[id].enabled(state)))
    .filter((group) => group.length > 0);
  return shown.map((group, index) => (
    <div key={group.join(" ")} role="presentation">
      {index > 0 ? <ContextMenuSeparator /> : null}
      {group.map((id) => (
        <ContextMenuItem
          key={id}
          icon={<ActionIcon name={ACTIONS[id].icon} />}
          shortcut={actions.shortcut(id) ?? ""}
          danger={id === "delete"}
          onSelect={() => actions.run(id)}
        >
          {ACTIONS[id].label}
        </ContextMenuItem>
      ))}
    </div>
  ));
}
