"use client";

import { ChevronDown } from "lucide-react";
import { type KeyboardEvent, useRef } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuTrigger } from "@/components/ui/menu";
import { ACTIONS, type ActionId } from "@/lib/editor/actions/actions";
import { ActionIcon } from "../action-icon";
import { useEditorState } from "../editor-context";
import type { Actions } from "../use-actions";
import { ADD_CHARTS, ADD_CODES, ADD_IMAGES, ADD_SHAPES, ADD_TEXTS, AddMenuContent } from "./add-menu";

/** Tools of the pointer and everything that can be added. The arrow keys walk along it. */
export function AddToolbar({ actions }: { actions: Actions }) {
  const tool = useEditorState((state) => state.tool);
  const adding = useEditorState((state) => state.adding !== null);
  const bar = useRef<HTMLDivElement>(null);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "ArrowRight" && event.key !== "ArrowLeft") return;
    const buttons = [...(bar.current?.querySelectorAll<HTMLElement>("button:not(:disabled)") ?? [])];
    const at = buttons.indexOf(
      document.activeElement instanceof HTMLElement ? document.activeElement : (buttons[0] ?? document.body),
    );
    const next = buttons[(at + (event.key === "ArrowRight" ? 1 : buttons.length - 1)) % buttons.length];
    event.preventDefault();
    next?.focus();
  }

  const pointer = (id: "selectTool" | "handTool", pressed: boolean) => (
    <IconButton
      label={ACTIONS[id].label}
      shortcut={actions.shortcut(id) ?? ""}
      pressed={pressed}
      onClick={() => actions.run(id)}
    >
      <ActionIcon name={ACTIONS[id].icon} />
    </IconButton>
  );

  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label="Add and point"
      onKeyDown={onKeyDown}
      className="flex items-center gap-0.5"
    >
      {pointer("selectTool", tool === "select" && !adding)}
      {pointer("handTool", tool === "hand")}
      <span aria-hidden className="mx-1 h-5 w-px bg-line" />
      <AddButton actions={actions} main="addHeading" label="Text" more={ADD_TEXTS} />
      <AddButton actions={actions} main="addImage" label="Image" more={ADD_IMAGES} />
      <AddButton actions={actions} main="addRectangle" label="Rectangle" more={ADD_SHAPES} />
      <AddButton actions={actions} main="addQrCode" label="Code" more={ADD_CODES} />
      <AddButton actions={actions} main="addBarChart" label="Chart" more={ADD_CHARTS} />
    </div>
  );
}

type AddButtonProps = { actions: Actions; main: ActionId; label: string; more: readonly ActionId[] };

/**
 * Places the usual one in the middle at once; the arrow beside it has the others. Who wants to point at the place takes
 * up the tool by its key, which is shown here as pressed.
 */
function AddButton({ actions, main, label, more }: AddButtonProps) {
  const armed = useEditorState(
    ({ adding }) => adding !== null && [main, ...more].some((id) => ACTIONS[id].label === adding.label),
  );
  return (
    <span className="flex">
      <IconButton
        label={`Add ${label.toLowerCase()}`}
        shortcut={actions.shortcut(main) ?? ""}
        className="rounded-r-none"
        pressed={armed}
        onClick={() => actions.run(main)}
      >
        <ActionIcon name={main === "addHeading" ? "type" : ACTIONS[main].icon} />
      </IconButton>
      <Menu>
        <MenuTrigger
          aria-label={`More: ${label.toLowerCase()}`}
          className="grid h-7 w-6 place-items-center rounded-r-md text-faint hover:bg-hover hover:text-text data-[state=open]:bg-active"
        >
          <ChevronDown aria-hidden className="size-3" />
        </MenuTrigger>
        <AddMenuContent actions={actions} groups={[more]} />
      </Menu>
    </span>
  );
}
