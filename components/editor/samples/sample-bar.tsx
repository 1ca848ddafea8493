"use client";

import { ChevronLeft, ChevronRight, LayoutGrid, Table2 } from "lucide-react";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Tooltip } from "@/components/ui/tooltip";
import { useEditorUi } from "../editor-context";
import { OtherVersionBar } from "../notices";
import type { Actions } from "../use-actions";
import { MissingNote } from "./missing-note";
import { useRowViews } from "./use-row-views";
import { useToastRoom } from "./use-toast-room";
import { ViewMenu } from "./view-menu";
import { ViewStrip } from "./view-strip";

export type SampleBarProps = { actions: Actions; compact: boolean; onOpenTable: () => void };

const TOGGLE =
  "aria-pressed:bg-accent-soft aria-pressed:text-accent-text max-xl:gap-0 max-xl:px-1.5 max-md:h-8 max-md:min-w-8";

/** With what the canvas is filled, as a row of choices under it; beside it what the filling does. */
export function SampleBar({ actions, compact, onOpenTable }: SampleBarProps) {
  const views = useRowViews();
  const tableOpen = useEditorUi((state) => state.samplesOpen);
  const contactOpen = useEditorUi((state) => state.contactOpen);
  const bar = useRef<HTMLDivElement>(null);
  useToastRoom(bar);

  return (
    <div ref={bar} className="shrink-0">
      <OtherVersionBar />
      <div className="flex h-10 items-center gap-1.5 border-t bg-panel px-2">
        {compact ? <ViewMenu views={views} /> : <ViewStrip views={views} />}
        <div className="flex shrink-0">
          <IconButton
            label="Previous row"
            shortcut={actions.shortcut("showPreviousView")}
            tooltipSide="top"
            onClick={() => views.step(-1)}
          >
            <ChevronLeft aria-hidden className="size-4" />
          </IconButton>
          <IconButton
            label="Next row"
            shortcut={actions.shortcut("showNextView")}
            tooltipSide="top"
            onClick={() => views.step(1)}
          >
            <ChevronRight aria-hidden className="size-4" />
          </IconButton>
        </div>
        <MissingNote />
        <Tooltip label="Many rows at once" shortcut={actions.shortcut("contactSheet")} side="top">
          <Button
            size="small"
            variant="ghost"
            aria-label="Contact sheet"
            aria-pressed={contactOpen}
            icon={<LayoutGrid aria-hidden className="size-4" />}
            className={TOGGLE}
            onClick={() => actions.run("contactSheet")}
          >
            <span className="hidden xl:inline">Contact sheet</span>
          </Button>
        </Tooltip>
        <Tooltip label="Rows of values to preview with" side="top">
          <Button
            size="small"
            variant="ghost"
            aria-label="Sample values"
            aria-pressed={tableOpen}
            icon={<Table2 aria-hidden className="size-4" />}
            className={TOGGLE}
            onClick={onOpenTable}
          >
            <span className="hidden xl:inline">Sample values</span>
          </Button>
        </Tooltip>
      </div>
    </div>
  );
}
