"use client";

import { classNames } from "@/components/ui/class-names";
import { InlineName } from "@/components/ui/inline-name";
import { Tooltip } from "@/components/ui/tooltip";
import { countedOverrides } from "@/lib/editor/sizes/counted-overrides";
import type { ListedSize } from "@/lib/editor/sizes/size-list";
import { LIMITS } from "@/lib/template/limits";
import { ProportionIcon } from "./proportion-icon";

export type SizeTabProps = {
  size: ListedSize;
  isAtHand: boolean;
  isRenaming: boolean;
  /** Side on which a dragged tab would be let go. */
  drop: "before" | "after" | null;
  onTake: () => void;
  onRename: () => void;
  /** Without a name: the old one stays. */
  onRenamed: (name?: string) => void;
};

/** One size: its proportions, its name, its measures, how much of it is its own. */
export function SizeTab({ size, isAtHand, isRenaming, drop, onTake, onRename, onRenamed }: SizeTabProps) {
  const { id, name, width, height, overrides } = size;
  if (isRenaming) {
    return (
      <InlineName
        label="Name of the size"
        name={name}
        longest={LIMITS.name}
        dense
        className="w-36 text-xs"
        onDone={onRenamed}
        onCancel={() => onRenamed()}
      />
    );
  }
  const own = overrides === 0 ? "" : `, ${countedOverrides(overrides)}`;
  return (
    <Tooltip label={`${name}, ${width} × ${height} px, shown at ${size.displayWidth} px${own}`}>
      <button
        type="button"
        role="tab"
        aria-selected={isAtHand}
        tabIndex={isAtHand ? 0 : -1}
        data-size-id={id ?? ""}
        onClick={onTake}
        onDoubleClick={onRename}
        className={classNames(
          "relative flex h-7 max-w-56 shrink-0 touch-pan-x select-none items-center gap-1.5 rounded-md px-2 text-xs",
          isAtHand ? "bg-active font-medium text-text" : "text-muted hover:bg-hover hover:text-text",
        )}
      >
        <ProportionIcon width={width} height={height} />
        <span className="min-w-0 truncate">{name}</span>
        <span className="figures shrink-0 font-normal text-2xs text-faint">
          {width} × {height}
        </span>
        {overrides > 0 ? (
          <span className="figures shrink-0 rounded-full bg-accent-soft px-1.5 text-2xs text-accent-text">
            <span aria-hidden>{overrides}</span>
            <span className="sr-only">{countedOverrides(overrides)}</span>
          </span>
        ) : null}
        {drop ? (
          <span
            aria-hidden
            className={classNames(
              "pointer-events-none absolute inset-y-0.5 w-0.5 rounded-full bg-accent",
              drop === "before" ? "-left-0.5" : "-right-0.5",
            )}
          />
        ) : null}
      </button>
    </Tooltip>
  );
}
