"use client";

import { type KeyboardEvent, useEffect, useRef } from "react";
import { classNames } from "@/components/ui/class-names";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { type NamedView, sampleViewKey } from "@/lib/editor/preview-values";
import { PLAIN_VIEWS, type RowViews } from "./use-row-views";

/**
 * The views in a row, the open set's rows behind a switch between the sets. One stop of Tab: the arrow keys go through
 * what is in sight, [ and ] through both sets.
 */
export function ViewStrip({ views }: { views: RowViews }) {
  const { shown, set, openSet, rows, show, step } = views;
  const group = useRef<HTMLDivElement>(null);
  const focusFollows = useRef(false);
  const key = sampleViewKey(shown.view);
  const inSight = [...PLAIN_VIEWS, ...rows[set]];
  const reachable = inSight.some(({ view }) => sampleViewKey(view) === key)
    ? key
    : sampleViewKey({ kind: "fields" });

  // biome-ignore lint/correctness/useExhaustiveDependencies: another view or another set is a reason to look for the chip
  useEffect(() => {
    const chip = group.current?.querySelector<HTMLElement>("[aria-checked=true]");
    chip?.scrollIntoView({ inline: "nearest", block: "nearest" });
    if (focusFollows.current) chip?.focus();
    focusFollows.current = false;
  }, [key, set]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const go = goFor(event.key);
    if (!go) return;
    event.preventDefault();
    focusFollows.current = true;
    go();
  }

  function goFor(key: string): (() => void) | null {
    const at = inSight.findIndex(({ view }) => sampleViewKey(view) === reachable);
    const to = (index: number) => () => {
      const next = inSight[(index + inSight.length) % inSight.length];
      if (next) show(next);
    };
    switch (key) {
      case "ArrowRight":
      case "ArrowDown":
        return to(at + 1);
      case "ArrowLeft":
      case "ArrowUp":
        return to(at - 1);
      case "Home":
        return to(0);
      case "End":
        return to(-1);
      case "]":
        return () => step(1);
      case "[":
        return () => step(-1);
      default:
        return null;
    }
  }

  const chip = (each: NamedView) => {
    const own = sampleViewKey(each.view);
    return (
      // biome-ignore lint/a11y/useSemanticElements: a row of chips that scrolls; radio inputs cannot look so
      <button
        key={own}
        type="button"
        role="radio"
        aria-checked={own === key}
        tabIndex={own === reachable ? 0 : -1}
        title={each.label}
        onClick={() => show(each)}
        className={classNames(
          "h-7 max-w-44 shrink-0 truncate rounded-md px-2 text-muted text-xs hover:bg-hover hover:text-text",
          "aria-checked:max-w-80 aria-checked:bg-active aria-checked:font-medium aria-checked:text-text",
        )}
      >
        {each.label}
      </button>
    );
  };

  return (
    <div className="flex min-w-0 flex-1 items-center gap-1.5">
      <SegmentedControl
        label="Set of rows"
        size="small"
        className="shrink-0"
        value={set}
        onValueChange={openSet}
        segments={[
          { value: "samples", label: "Samples" },
          { value: "stress", label: "Stress set" },
        ]}
      />
      <div
        ref={group}
        role="radiogroup"
        aria-label="Preview with"
        className="flex min-w-0 flex-1 items-center gap-0.5"
        onKeyDown={onKeyDown}
      >
        {PLAIN_VIEWS.map(chip)}
        <span aria-hidden className="mx-1 h-4 w-px shrink-0 bg-line-strong" />
        <div className="flex min-w-0 flex-1 gap-0.5 overflow-x-auto py-1 [scrollbar-width:none]">
          {rows[set].length === 0 ? (
            <span className="self-center whitespace-nowrap px-1 text-faint text-xs">No sample row yet.</span>
          ) : (
            rows[set].map(chip)
          )}
        </div>
      </div>
    </div>
  );
}
