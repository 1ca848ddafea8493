"use client";

import { useMemo, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { countedOverrides } from "@/lib/editor/sizes/counted-overrides";
import { type ListedSize, listSizes } from "@/lib/editor/sizes/size-list";
import { createSizeView, type SizeView } from "@/lib/editor/sizes/size-view";
import { useEditor, useEditorState } from "../editor-context";
import { ProportionIcon } from "./proportion-icon";
import { useSizePicture } from "./use-size-picture";

/**
 * All sizes beside the stage, which has one of them in hand: the others are painted once a change is done, and only
 * those that it changed. A click or Enter takes another one in hand.
 */
export function AllSizes() {
  const design = useEditorState((state) => state.design);
  const sizeId = useEditorState((state) => state.sizeId);
  const sizes = useMemo(() => listSizes(design), [design]);
  const [view] = useState(createSizeView);
  if (sizes.length < 2) return null;
  return (
    <section
      aria-label="All sizes"
      data-testid="all-sizes"
      className="grid w-60 shrink-0 content-start gap-2 overflow-y-auto overscroll-contain border-l bg-panel p-2 max-md:w-40"
    >
      {sizes.map((size) => (
        <SizeCard key={size.id ?? ""} size={size} isAtHand={size.id === sizeId} view={view} />
      ))}
    </section>
  );
}

/** Longest a picture in a card is, px: a story must not push the others out of sight. */
const TALLEST = 220;

function SizeCard({ size, isAtHand, view }: { size: ListedSize; isAtHand: boolean; view: SizeView }) {
  const { store } = useEditor();
  const { id, name, width, height, overrides } = size;
  return (
    <button
      type="button"
      aria-current={isAtHand}
      data-size-card={id ?? ""}
      onClick={() => store.setSize(id)}
      className={classNames(
        "grid min-w-0 gap-1.5 rounded-lg p-2 text-left text-xs",
        isAtHand ? "bg-accent-soft ring-1 ring-accent" : "hover:bg-hover",
      )}
    >
      <span className="sr-only">{isAtHand ? "On the canvas:" : "Edit:"}</span>
      <span
        className="checkered relative mx-auto block w-full overflow-hidden rounded-sm ring-1 ring-line"
        style={{ aspectRatio: `${width} / ${height}`, maxWidth: (TALLEST * width) / height }}
      >
        {isAtHand ? (
          <span
            aria-hidden
            className="absolute inset-0 grid place-items-center bg-panel p-1 text-center text-2xs text-muted"
          >
            On the canvas
          </span>
        ) : (
          <SizePicture id={id} view={view} />
        )}
      </span>
      <span className="flex min-w-0 items-center gap-1.5 text-muted">
        <ProportionIcon width={width} height={height} />
        <span className="min-w-0 flex-1 truncate text-text">{name}</span>
        <span className="figures text-2xs">
          {width} × {height}
        </span>
        {overrides > 0 ? <span className="sr-only">{countedOverrides(overrides)}</span> : null}
      </span>
    </button>
  );
}

function SizePicture({ id, view }: { id: string | null; view: SizeView }) {
  const design = useEditorState((state) => state.design);
  const sampleView = useEditorState((state) => state.sampleView);
  const { url, paints } = useSizePicture(view.plain(design, id), sampleView);
  // biome-ignore lint/performance/noImgElement: painted here a moment ago, there is nothing to load
  return url ? <img src={url} alt="" data-paints={paints} className="absolute inset-0 size-full" /> : null;
}
