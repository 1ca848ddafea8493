"use client";

import { ChevronLeft, ChevronRight, X } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { SegmentedControl } from "@/components/ui/segmented-control";

export type TileSize = "small" | "medium" | "large";
export type RowFilter = "all" | "problems";

export type ContactToolbarProps = {
  filter: RowFilter;
  onFilter: (filter: RowFilter) => void;
  /** Rows with problems so far, and whether all rows are looked at. */
  withProblems: number;
  allChecked: boolean;
  size: TileSize;
  onSize: (size: TileSize) => void;
  page: number;
  pages: number;
  onPage: (page: number) => void;
  onClose: () => void;
};

/** What of the contact sheet is shown, and how large. */
export function ContactToolbar(props: ContactToolbarProps) {
  const { filter, withProblems, allChecked, size, page, pages, onPage } = props;
  return (
    <header className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1 border-b bg-panel px-3 py-1">
      <h2 className="font-semibold text-sm">Contact sheet</h2>
      <SegmentedControl
        label="Rows to show"
        size="small"
        value={filter}
        onValueChange={props.onFilter}
        segments={[
          { value: "all", label: "All rows" },
          { value: "problems", label: `With problems (${withProblems}${allChecked ? "" : "…"})` },
        ]}
      />
      <SegmentedControl
        label="Size of the pictures"
        size="small"
        value={size}
        onValueChange={props.onSize}
        segments={[
          { value: "small", label: "Small" },
          { value: "medium", label: "Medium" },
          { value: "large", label: "Large" },
        ]}
      />
      <div className="ml-auto flex items-center gap-1 text-muted text-xs tabular-nums">
        {pages > 1 ? (
          <>
            <IconButton label="Previous page" disabled={page === 0} onClick={() => onPage(page - 1)}>
              <ChevronLeft aria-hidden className="size-4" />
            </IconButton>
            <span>
              Page {page + 1} of {pages}
            </span>
            <IconButton label="Next page" disabled={page === pages - 1} onClick={() => onPage(page + 1)}>
              <ChevronRight aria-hidden className="size-4" />
            </IconButton>
          </>
        ) : null}
        <IconButton label="Close the contact sheet" shortcut="Esc" onClick={props.onClose}>
          <X aria-hidden className="size-4" />
        </IconButton>
      </div>
    </header>
  );
}
