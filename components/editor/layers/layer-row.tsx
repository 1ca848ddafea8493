"use client";

import { ChevronRight, Eye, EyeOff, ListFilter, Lock, LockOpen, Scan, TriangleAlert } from "lucide-react";
import { type MouseEvent, memo, type ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { InlineName } from "@/components/ui/inline-name";
import { Tooltip } from "@/components/ui/tooltip";
import { layerLabel } from "@/lib/editor/layer-label";
import { overridesAtHand } from "@/lib/editor/sizes/size-list";
import { renameLayer } from "@/lib/template/commands/rename-layer";
import { setProperties } from "@/lib/template/commands/set-properties";
import { LIMITS } from "@/lib/template/limits";
import { entryOf } from "@/lib/template/registry";
import { useCanDesign } from "../brand/use-can-design";
import { useEditor, useEditorState, useEditorUi } from "../editor-context";
import { OwnPlaceMark } from "../sizes/own-place-mark";
import { LayerIcon } from "./layer-icon";
import type { DropPlace, LayerRow } from "./layer-rows";

/** Where a row's first letter stands, px: a step to the right for each group around it. */
export const ROW_INSET = 4;
export const ROW_STEP = 14;

export type RowKeys = { toggle: boolean; range: boolean };

export type LayerRowProps = {
  row: LayerRow;
  selected: boolean;
  tabbable: boolean;
  dragged: boolean;
  drop: DropPlace["where"] | null;
  dropDepth: number;
  /** When the layer is shown, in sentences; empty for always. */
  condition: string;
  /** What is wrong with the layer, in sentences; empty for nothing. */
  problem: string;
  onChoose: (row: LayerRow, keys: RowKeys) => void;
  onFold: (id: string, closed: boolean) => void;
  /** The name is settled: the focus goes back to the row. */
  onNamed: (id: string) => void;
};

/** One layer in the list: choose, rename, hide, lock. Drawn again only when something of it has changed. */
export const LayerRowView = memo(function LayerRowView(props: LayerRowProps) {
  const { row, selected, tabbable, dragged, drop, dropDepth, condition, problem, onChoose, onFold, onNamed } =
    props;
  const { store, ui, canEdit } = useEditor();
  const { canDesign, why } = useCanDesign();
  const renaming = useEditorUi(({ renamingId }) => renamingId === row.layer.id);
  const { layer, depth, isGroup, isOpen } = row;
  const isOwn = useEditorState((state) => overridesAtHand(state)?.[row.layer.id] !== undefined);
  const name = layerLabel(layer);

  function endRename(next?: string) {
    ui.setState({ renamingId: null });
    if (next !== undefined) store.dispatch("Rename", (doc) => renameLayer(doc, { id: layer.id, name: next }));
    onNamed(layer.id);
  }

  function set(path: "visible" | "locked", value: boolean, label: string) {
    store.dispatch(label, (doc) => setProperties(doc, { ids: [layer.id], values: { [path]: value } }));
  }

  const facts = [
    name,
    entryOf(layer).label,
    row.isMask ? "mask" : "",
    layer.locked ? "locked" : "",
    layer.visible ? "" : "hidden",
    condition === "" ? "" : "shown by a condition",
    problem === "" ? "" : "has a problem",
    isOwn ? "differs from the design" : "",
  ];

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree around it has the keys
    <div
      role="treeitem"
      aria-level={depth}
      aria-selected={selected}
      {...(isGroup ? { "aria-expanded": isOpen } : {})}
      aria-label={facts.filter(Boolean).join(", ")}
      tabIndex={tabbable ? 0 : -1}
      data-layer-id={layer.id}
      className={classNames(
        "group/row relative mx-1.5 flex h-7 select-none items-center gap-1.5 rounded-md pr-1 text-xs outline-offset-[-2px]",
        selected ? "bg-accent-soft text-text" : "hover:bg-hover",
        !layer.visible && "text-faint",
        dragged && "opacity-50",
        drop === "inside" && "ring-2 ring-accent ring-inset",
      )}
      style={{ paddingLeft: ROW_INSET + (depth - 1) * ROW_STEP }}
      onClick={(event: MouseEvent) =>
        onChoose(row, { toggle: event.ctrlKey || event.metaKey, range: event.shiftKey })
      }
      onContextMenu={() => {
        if (!selected) onChoose(row, { toggle: false, range: false });
      }}
      onDoubleClick={() => canDesign && ui.setState({ renamingId: layer.id })}
    >
      {drop === "above" || drop === "below" ? (
        <span
          aria-hidden
          data-drop-line=""
          className={classNames(
            "pointer-events-none absolute right-0 z-10 h-0.5 rounded-full bg-accent",
            drop === "above" ? "-top-px" : "-bottom-px",
          )}
          style={{ left: ROW_INSET + (dropDepth - 1) * ROW_STEP }}
        />
      ) : null}
      {isGroup ? (
        <button
          type="button"
          tabIndex={-1}
          aria-label={isOpen ? `Fold ${name}` : `Unfold ${name}`}
          onDoubleClick={(event) => event.stopPropagation()}
          onClick={(event) => {
            event.stopPropagation();
            onFold(layer.id, isOpen);
          }}
          className="-mx-1 grid size-6 shrink-0 place-items-center rounded-sm text-faint hover:text-text"
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
        <span className="min-w-0 flex-1 truncate" title={name}>
          {name}
        </span>
      )}
      {row.isMask ? (
        <Tooltip
          label={layer.visible ? "Cuts out the layers above it" : "Hidden, so it cuts out nothing"}
          side="right"
        >
          <span className="text-faint" data-testid="mask-mark">
            <Scan aria-hidden className="size-3.5" />
          </span>
        </Tooltip>
      ) : null}
      {condition !== "" ? (
        <Tooltip label={condition} side="right">
          <span className="text-faint">
            <ListFilter aria-hidden className="size-3.5" />
          </span>
        </Tooltip>
      ) : null}
      {isOwn ? <OwnPlaceMark /> : null}
      {problem !== "" ? (
        <Tooltip label={problem} side="right">
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
            why={why}
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
            why={why}
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
});

/** Seen when the pointer is on the row or when it is on. The keyboard has shortcuts for both. */
function RowToggle(props: {
  label: string;
  on: boolean;
  /** Why it does nothing; null when it works. */
  why: string | null;
  onClick: () => void;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={props.label}
      aria-pressed={props.on}
      aria-disabled={props.why !== null || undefined}
      title={props.why ?? undefined}
      onDoubleClick={(event) => event.stopPropagation()}
      onClick={(event) => {
        event.stopPropagation();
        if (props.why === null) props.onClick();
      }}
      className={classNames(
        "grid size-6 shrink-0 place-items-center rounded-sm text-faint not-aria-disabled:hover:bg-hover not-aria-disabled:hover:text-text focus-visible:opacity-100 group-hover/row:opacity-100",
        !props.on && "opacity-0 max-md:opacity-100",
      )}
    >
      {props.children}
    </button>
  );
}
