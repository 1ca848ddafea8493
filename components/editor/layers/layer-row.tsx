"use client";

import { ChevronRight, Eye, EyeOff, Lock, LockOpen, TriangleAlert } from "lucide-react";
import type { MouseEvent, ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { InlineName } from "@/components/ui/inline-name";
import { Tooltip } from "@/components/ui/tooltip";
import { overridesAtHand } from "@/lib/editor/sizes/size-list";
import type { Problem } from "@/lib/template/check-document";
import { renameLayer } from "@/lib/template/commands/rename-layer";
import { setProperties } from "@/lib/template/commands/set-properties";
import { LIMITS } from "@/lib/template/limits";
import { entryOf } from "@/lib/template/registry";
import { useEditor, useEditorState, useEditorUi } from "../editor-context";
import { OwnPlaceMark } from "../sizes/own-place-mark";
import type { Actions } from "../use-actions";
import { LayerIcon } from "./layer-icon";
import { layerLabel } from "./layer-label";
import type { DropPlace, LayerRow } from "./layer-rows";

export type LayerRowProps = {
  row: LayerRow;
  selected: boolean;
  tabbable: boolean;
  drop: DropPlace["where"] | null;
  problems: readonly Problem[];
  actions: Actions;
  onChoose: (row: LayerRow, keys: { toggle: boolean; range: boolean }) => void;
  onFold: (id: string, closed: boolean) => void;
};

/** One layer in the list: choose, rename, hide, lock. */
export function LayerRowView({ row, selected, tabbable, drop, problems, onChoose, onFold }: LayerRowProps) {
  const { store, ui, canEdit } = useEditor();
  const renaming = useEditorUi(({ renamingId }) => renamingId === row.layer.id);
  const { layer, depth, isGroup, isOpen } = row;
  const isOwn = useEditorState((state) => overridesAtHand(state)?.[row.layer.id] !== undefined);
  const name = layerLabel(layer);

  function endRename(next?: string) {
    ui.setState({ renamingId: null });
    if (next !== undefined) store.dispatch("Rename", (doc) => renameLayer(doc, { id: layer.id, name: next }));
  }

  function set(path: "visible" | "locked", value: boolean, label: string) {
    store.dispatch(label, (doc) => setProperties(doc, { ids: [layer.id], values: { [path]: value } }));
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree around it has the keys
    <div
      role="treeitem"
      aria-level={depth}
      aria-selected={selected}
      {...(isGroup ? { "aria-expanded": isOpen } : {})}
      aria-label={[
        name,
        entryOf(layer).label,
        layer.locked ? "locked" : "",
        layer.visible ? "" : "hidden",
        problems.length > 0 ? "has a problem" : "",
        isOwn ? "differs from the design" : "",
      ]
        .filter(Boolean)
        .join(", ")}
      tabIndex={tabbable ? 0 : -1}
      data-layer-id={layer.id}
      className={classNames(
        "group/row relative mx-1.5 flex h-7 select-none items-center gap-1.5 rounded-md pr-1 text-xs outline-offset-[-2px]",
        selected ? "bg-accent-soft text-text" : "hover:bg-hover",
        !layer.visible && "text-faint",
        drop === "inside" && "ring-2 ring-accent ring-inset",
      )}
      style={{ paddingLeft: 4 + (depth - 1) * 14 }}
      onClick={(event: MouseEvent) =>
        onChoose(row, { toggle: event.ctrlKey || event.metaKey, range: event.shiftKey })
      }
      onContextMenu={() => {
        if (!selected) onChoose(row, { toggle: false, range: false });
      }}
      onDoubleClick={() => canEdit && ui.setState({ renamingId: layer.id })}
    >
      {drop === "above" || drop === "below" ? (
        <span
          aria-hidden
          className={classNames(
            "pointer-events-none absolute right-0 h-0.5 rounded-full bg-accent",
            drop === "above" ? "-top-px" : "-bottom-px",
          )}
          style={{ left: 4 + (depth - 1) * 14 + (drop === "below" && isOpen ? 14 : 0) }}
        />
      ) : null}
      {isGroup ? (
        <button
          type="button"
          tabIndex={-1}
          aria-label={isOpen ? `Fold ${name}` : `Unfold ${name}`}
          onClick={(event) => {
            event.stopPropagation();
            onFold(layer.id, isOpen);
          }}
          className="grid size-4 shrink-0 place-items-center rounded-sm text-faint hover:text-text"
        >
          <ChevronRight aria-hidden className={classNames("size-3", isOpen && "rotate-90")} />
        </button>
      ) : (
        <span className="size-4 shrink-0" />
      )}
      <span className={classNames("shrink-0", selected ? "text-accent-text" : "text-faint")}>
        <LayerIcon layer={layer} />
      </span>
      {renaming ? (
        <InlineName
          label="Name of the layer"
          name={layer.name}
          longest={LIMITS.name}
          className="h-6 flex-1 select-text px-1 text-xs"
          onDone={endRename}
          onCancel={() => endRename()}
        />
      ) : (
        <span className="min-w-0 flex-1 truncate">{name}</span>
      )}
      {isOwn ? <OwnPlaceMark /> : null}
      {problems.length > 0 ? (
        <Tooltip label={problems.map(({ message }) => message).join(" ")} side="right">
          <span className="text-warning-text">
            <TriangleAlert aria-hidden className="size-3.5" />
          </span>
        </Tooltip>
      ) : null}
      {canEdit ? (
        <>
          <RowToggle
            label={layer.locked ? `Unlock ${name}` : `Lock ${name}`}
            on={layer.locked}
            onClick={() => set("locked", !layer.locked, layer.locked ? "Unlock" : "Lock")}
          >
            {layer.locked ? (
              <Lock aria-hidden className="size-3.5" />
            ) : (
              <LockOpen aria-hidden className="size-3.5" />
            )}
          </RowToggle>
          <RowToggle
            label={layer.visible ? `Hide ${name}` : `Show ${name}`}
            on={!layer.visible}
            onClick={() => set("visible", !layer.visible, layer.visible ? "Hide" : "Show")}
          >
            {layer.visible ? (
              <Eye aria-hidden className="size-3.5" />
            ) : (
              <EyeOff aria-hidden className="size-3.5" />
            )}
          </RowToggle>
        </>
      ) : null}
    </div>
  );
}

/** Seen when the pointer is on the row or when it is on. The keyboard has shortcuts for both. */
function RowToggle(props: { label: string; on: boolean; onClick: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={props.label}
      aria-pressed={props.on}
      onDoubleClick={(event) => event.stopPropagation()}
      onClick={(event) => {
        event.stopPropagation();
        props.onClick();
      }}
      className={classNames(
        "grid size-5 shrink-0 place-items-center rounded-sm text-faint hover:bg-hover hover:text-text focus-visible:opacity-100 group-hover/row:opacity-100",
        !props.on && "opacity-0 max-md:opacity-100",
      )}
    >
      {props.children}
    </button>
  );
}
