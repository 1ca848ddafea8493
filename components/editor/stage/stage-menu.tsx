"use client";

import { type MouseEvent, type ReactNode, useState } from "react";
import {
  ContextMenu,
  ContextMenuContent,
  ContextMenuItem,
  ContextMenuSeparator,
  ContextMenuSub,
  ContextMenuSubContent,
  ContextMenuSubTrigger,
  ContextMenuTrigger,
} from "@/components/ui/context-menu";
import { type ActionId, actionNamed } from "@/lib/editor/actions/actions";
import { isPossible } from "@/lib/editor/actions/is-possible";
import { layerLabel } from "@/lib/editor/layer-label";
import { layersUnder, type UnderLayer } from "@/lib/editor/layers-under";
import { selectionBounds } from "@/lib/editor/selection";
import type { EditorState } from "@/lib/editor/store";
import { toDocument, toScreen } from "@/lib/editor/view";
import type { Point } from "@/lib/template/geometry";
import { ActionIcon } from "../action-icon";
import { useEditor, useEditorState } from "../editor-context";
import { returnFocus } from "../focus-keeper";
import { LayerIcon } from "../layers/layer-icon";
import type { Actions } from "../use-actions";
import { type MenuLine, ON_CANVAS, ON_SELECTION } from "./menu-items";
import { resolutionOf } from "./resolution";

/** The menu under the right button, on the canvas and on the layers list; the menu key opens it at the selection. */
export function LayerMenu({ actions, children }: { actions: Actions; children: ReactNode }) {
  const { store } = useEditor();
  const [point, setPoint] = useState<Point | null>(null);

  function onContextMenu(event: MouseEvent) {
    const stage = event.target instanceof Element ? event.target.closest("[data-testid=stage]") : null;
    if (!stage) return setPoint(null);
    const box = stage.getBoundingClientRect();
    const state = store.getState();
    if (isByKey(event)) {
      // The browser tells of the whole canvas; what is meant is the selection.
      event.preventDefault();
      event.stopPropagation();
      const at = keyPoint(state, box);
      event.target.dispatchEvent(
        new window.MouseEvent("contextmenu", {
          bubbles: true,
          cancelable: true,
          clientX: box.left + at.x,
          clientY: box.top + at.y,
        }),
      );
      return;
    }
    setPoint(toDocument(state.view, { x: event.clientX - box.left, y: event.clientY - box.top }));
  }

  return (
    <ContextMenu modal={false}>
      <ContextMenuTrigger asChild>
        <div className="contents" onContextMenuCapture={onContextMenu}>
          {children}
        </div>
      </ContextMenuTrigger>
      <ContextMenuContent
        className="w-64"
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          // A name that is typed, or a dialog that opened, has taken the focus by now.
          if (document.activeElement === document.body) returnFocus();
        }}
      >
        <Items actions={actions} point={point} />
      </ContextMenuContent>
    </ContextMenu>
  );
}

/** Whether the menu was asked for by key: such an event of the browser has no button. */
function isByKey(event: MouseEvent): boolean {
  return event.button === -1;
}

/** The middle of the selection, kept inside the stage; the middle of the stage without one. Screen px on the stage. */
function keyPoint(state: EditorState, stage: DOMRect): Point {
  const bounds = selectionBounds(state.document, state.selection);
  if (!bounds) return { x: stage.width / 2, y: stage.height / 2 };
  const middle = { x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2 };
  const at = toScreen(state.view, middle);
  return {
    x: Math.min(Math.max(at.x, 0), stage.width),
    y: Math.min(Math.max(at.y, 0), stage.height),
  };
}

/** Apart, since it is there only while the menu is open. */
function Items({ actions, point }: { actions: Actions; point: Point | null }) {
  const { canEdit } = useEditor();
  const state = useEditorState((each) => each);
  const can = (id: ActionId) => {
    return isPossible(actionNamed(id), state, canEdit);
  };
  const under = point ? layersUnder(state.document, point, hiddenIn(state)) : [];
  const isShown = (line: MenuLine) => {
    if (line === "layersUnder") return under.length > 1;
    return typeof line === "string" ? can(line) : line.ids.some(can);
  };
  const shown = (state.selection.length > 0 ? ON_SELECTION : ON_CANVAS)
    .map((group) => group.filter(isShown))
    .filter((group) => group.length > 0);
  return shown.map((group, index) => (
    <div
      key={group.map((line) => (typeof line === "string" ? line : line.label)).join(" ")}
      role="presentation"
    >
      {index > 0 ? <ContextMenuSeparator /> : null}
      {group.map((line) =>
        line === "layersUnder" ? (
          <LayersUnder key={line} under={under} />
        ) : typeof line === "string" ? (
          <ActionItem key={line} id={line} actions={actions} state={state} />
        ) : (
          <ContextMenuSub key={line.label}>
            <ContextMenuSubTrigger icon={<ActionIcon name={line.icon} />}>{line.label}</ContextMenuSubTrigger>
            <ContextMenuSubContent className="w-60">
              {line.ids.filter(can).map((id) => (
                <ActionItem key={id} id={id} actions={actions} state={state} />
              ))}
            </ContextMenuSubContent>
          </ContextMenuSub>
        ),
      )}
    </div>
  ));
}

function ActionItem({ id, actions, state }: { id: ActionId; actions: Actions; state: EditorState }) {
  const { label, labelNow, icon } = actionNamed(id);
  return (
    <ContextMenuItem
      icon={<ActionIcon name={icon} />}
      shortcut={actions.shortcut(id) ?? ""}
      danger={id === "delete"}
      onSelect={() => actions.run(id)}
    >
      {labelNow?.(state) ?? label}
    </ContextMenuItem>
  );
}

/** What lies under the pointer, front to back: the way to what something else covers. */
function LayersUnder({ under }: { under: readonly UnderLayer[] }) {
  const { store } = useEditor();
  const selection = useEditorState((state) => state.selection);
  return (
    <ContextMenuSub>
      <ContextMenuSubTrigger icon={<ActionIcon name="mouse-pointer-2" />}>Select layer</ContextMenuSubTrigger>
      <ContextMenuSubContent className="w-60">
        {under.map(({ layer, parentId }) => (
          <ContextMenuItem
            key={layer.id}
            icon={<LayerIcon layer={layer} className="size-4" />}
            aria-current={selection.includes(layer.id)}
            onSelect={() => store.select([layer.id], parentId)}
          >
            {layerLabel(layer)}
            {layer.locked ? <span className="text-faint"> (locked)</span> : null}
          </ContextMenuItem>
        ))}
      </ContextMenuSubContent>
    </ContextMenuSub>
  );
}

function hiddenIn({ document, sampleView }: EditorState): ReadonlySet<string> {
  return new Set(resolutionOf(document, sampleView).hidden);
}
