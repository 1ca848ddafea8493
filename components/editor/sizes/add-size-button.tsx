"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { CANVAS_PRESETS } from "@/components/templates/canvas-presets";
import { Button } from "@/components/ui/button";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { addSize, type SizeStart } from "@/lib/editor/sizes/size-commands";
import { LIMITS } from "@/lib/template/limits";
import { useCanDesign } from "../brand/use-can-design";
import { NumberField } from "../controls/number-field";
import { useEditor, useEditorState } from "../editor-context";
import { newLocalId } from "../new-local-id";
import { ProportionIcon } from "./proportion-icon";

/** Adds a size: one of the channels' own, or any. */
export function AddSizeButton() {
  const { store } = useEditor();
  const count = useEditorState((state) => state.design.variants.length);
  const { why } = useCanDesign();
  const [isOpen, setOpen] = useState(false);
  const isFull = count >= LIMITS.variants;

  function add(start: SizeStart, presetId: string | null) {
    setOpen(false);
    addSize(store, start, presetId, newLocalId);
  }

  return (
    <Popover open={isOpen} onOpenChange={setOpen}>
      <PopoverTrigger
        aria-label="Add a size"
        className="flex h-7 shrink-0 items-center gap-1 rounded-md px-1.5 text-muted text-xs hover:bg-hover hover:text-text data-[state=open]:bg-active"
      >
        <Plus aria-hidden className="size-4" />
        <span className={count > 0 ? "sr-only" : ""}>Add a size</span>
      </PopoverTrigger>
      <PopoverContent align="start" aria-label="Add a size" className="w-72 p-1!">
        {why !== null ? (
          <p role="note" className="px-2 py-1.5 text-muted text-xs">
            {why} The canvas and its sizes stay as they are.
          </p>
        ) : isFull ? (
          <p role="note" className="px-2 py-1.5 text-muted text-xs">
            A template holds at most {LIMITS.variants} sizes besides its own. Delete one that is not used
            first.
          </p>
        ) : (
          <>
            {CANVAS_PRESETS.map(({ id, name, width, height, displayWidth }) => (
              <button
                key={id}
                type="button"
                onClick={() => add({ name, width, height, displayWidth }, id)}
                className="flex min-h-7 w-full items-center gap-2 rounded-md px-2 text-left text-xs hover:bg-hover"
              >
                <ProportionIcon width={width} height={height} />
                <span className="min-w-0 flex-1 truncate">{name}</span>
                <span className="figures text-2xs text-faint">
                  {width} × {height}
                </span>
              </button>
            ))}
            <CustomSize onAdd={(start) => add(start, null)} />
          </>
        )}
      </PopoverContent>
    </Popover>
  );
}

/** Measures of one's own. It is shown at its full width until the canvas panel says otherwise. */
function CustomSize({ onAdd }: { onAdd: (start: SizeStart) => void }) {
  const { store } = useEditor();
  const [size, setSize] = useState(() => {
    const { width, height } = store.getState().design;
    return { width, height };
  });
  const side = (name: "width" | "height", mark: string) => (
    <NumberField
      label={name === "width" ? "Width of the new size" : "Height of the new size"}
      mark={mark}
      value={size[name]}
      min={1}
      max={Math.min(
        LIMITS.canvasSide,
        Math.floor(LIMITS.canvasArea / size[name === "width" ? "height" : "width"]),
      )}
      step={1}
      onChange={(length) => setSize((now) => ({ ...now, [name]: Math.round(length) }))}
    />
  );
  return (
    <form
      className="mt-1 flex items-center gap-1.5 border-t p-1.5"
      onSubmit={(event) => {
        event.preventDefault();
        const { width, height } = size;
        onAdd({ name: `${width} × ${height}`, width, height, displayWidth: width });
      }}
    >
      {side("width", "W")}
      {side("height", "H")}
      <Button size="small" type="submit">
        Add
      </Button>
    </form>
  );
}
