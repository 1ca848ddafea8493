"use client";

import { Columns2 } from "lucide-react";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { countedOverrides } from "@/lib/editor/sizes/counted-overrides";
import { moveSize, renameSize } from "@/lib/editor/sizes/size-commands";
import { listSizes } from "@/lib/editor/sizes/size-list";
import { useCanDesign } from "../brand/use-can-design";
import { useListDrag } from "../controls/use-list-drag";
import { useEditor, useEditorState, useEditorUi } from "../editor-context";
import type { Actions } from "../use-actions";
import { AddSizeButton } from "./add-size-button";
import { SizeMenu } from "./size-menu";
import { SizeTab } from "./size-tab";

/** The sizes of the picture as a row of tabs: which one is in hand, and everything that is done to one. */
export function SizeStrip({ actions }: { actions: Actions }) {
  const { store, ui, canEdit, announce } = useEditor();
  const { canDesign } = useCanDesign();
  const design = useEditorState((state) => state.design);
  const sizeId = useEditorState((state) => state.sizeId);
  const allSizes = useEditorUi((state) => state.allSizes);
  const sizes = useMemo(() => listSizes(design), [design]);
  const [renaming, setRenaming] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const drag = useListDrag({
    attribute: "data-size-id",
    axis: "x",
    // The design's own always stands first.
    keys: design.variants.map(({ id }) => id),
    disabled: !canDesign,
    onMove: (id, index) => moveSize(store, id, index),
  });
  const told = useRef(sizeId);
  const atHand = sizes.find(({ id }) => id === sizeId);

  useEffect(() => {
    if (told.current === sizeId || !atHand) return;
    told.current = sizeId;
    tabOf(list.current, sizeId)?.scrollIntoView({ block: "nearest", inline: "nearest" });
    const own = atHand.overrides === 0 ? "" : ` ${countedOverrides(atHand.overrides)}.`;
    announce(`${atHand.name}, ${atHand.width} by ${atHand.height}.${own}`);
  }, [sizeId, atHand, announce]);

  function take(id: string | null) {
    store.setSize(id);
    requestAnimationFrame(() => tabOf(list.current, id)?.focus());
  }

  function endRename(id: string, name?: string) {
    setRenaming(null);
    if (name !== undefined) renameSize(store, id, name);
    requestAnimationFrame(() => tabOf(list.current, id)?.focus());
  }

  function move(id: string, by: 1 | -1) {
    const at = design.variants.findIndex((variant) => variant.id === id);
    if (!canDesign || !moveSize(store, id, at + by)) return;
    announce(by === 1 ? "Moved right." : "Moved left.");
    requestAnimationFrame(() => tabOf(list.current, id)?.focus());
  }

  function onKeyDown(event: KeyboardEvent) {
    const tab = event.target instanceof HTMLElement ? event.target.closest("[role=tab]") : null;
    const at = sizes.findIndex(({ id }) => id === sizeId);
    if (!tab || event.ctrlKey || event.metaKey) return;
    const done = (): boolean => {
      switch (event.key) {
        case "ArrowRight":
        case "ArrowLeft": {
          const by = event.key === "ArrowRight" ? 1 : -1;
          if (event.altKey && sizeId !== null) move(sizeId, by);
          else take(sizes[(at + by + sizes.length) % sizes.length]?.id ?? null);
          return true;
        }
        case "Home":
          take(null);
          return true;
        case "End":
          take(sizes.at(-1)?.id ?? null);
          return true;
        case "F2":
          if (canDesign && sizeId !== null) setRenaming(sizeId);
          return true;
        case "Delete":
        case "Backspace":
          if (canDesign) actions.run("deleteSize");
          requestAnimationFrame(() => tabOf(list.current, store.getState().sizeId)?.focus());
          return true;
        default:
          return false;
      }
    };
    if (!done()) return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className="flex h-9 shrink-0 items-center gap-1 border-b bg-panel px-1.5" data-testid="sizes">
      <div
        ref={list}
        role="tablist"
        aria-label="Sizes"
        onKeyDown={onKeyDown}
        className="flex min-w-0 items-center gap-0.5 overflow-x-auto py-1 [scrollbar-width:none]"
        {...drag.handlers}
      >
        {sizes.map((size) => (
          <SizeTab
            key={size.id ?? ""}
            size={size}
            isAtHand={size.id === sizeId}
            isRenaming={size.id !== null && size.id === renaming}
            drop={drag.place?.key === size.id ? drag.place.where : null}
            onTake={() => store.setSize(size.id)}
            onRename={() => canDesign && size.id !== null && setRenaming(size.id)}
            onRenamed={(name) => size.id !== null && endRename(size.id, name)}
          />
        ))}
      </div>
      {canDesign && atHand && atHand.id !== null ? (
        <SizeMenu
          size={atHand}
          actions={actions}
          onRename={() => setRenaming(atHand.id)}
          onMove={(by) => atHand.id !== null && move(atHand.id, by)}
        />
      ) : null}
      {canEdit ? <AddSizeButton /> : null}
      <span className="flex-1" />
      {sizes.length > 1 ? (
        <IconButton
          label="Show all sizes side by side"
          pressed={allSizes}
          onClick={() => {
            ui.setState({ allSizes: !allSizes });
            announce(allSizes ? "One size is shown." : "All sizes are shown.");
          }}
        >
          <Columns2 aria-hidden className="size-4" />
        </IconButton>
      ) : null}
    </div>
  );
}

function tabOf(list: HTMLElement | null, id: string | null): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`[data-size-id="${CSS.escape(id ?? "")}"]`) ?? null;
}
