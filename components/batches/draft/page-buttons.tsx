"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { IconButton } from "../../ui/icon-button";
import { count } from "../batch-words";
import type { Rows } from "./use-rows";

/** Which rows are in sight, and the way to the ones before and after. */
export function PageButtons({ rows, all }: { rows: Rows; all: number }) {
  const { page, number, problem } = rows;
  const [first, last] = [page?.rows[0], page?.rows.at(-1)];
  return (
    <div className="ml-auto flex items-center gap-1">
      <p role="status" className="figures min-w-32 text-right text-faint text-xs">
        {first && last
          ? `Rows ${count(first.row)}–${count(last.row)}${problem === null ? ` of ${count(all)}` : ""}`
          : ""}
      </p>
      <IconButton label="Rows before" disabled={number === 0} onClick={() => rows.turn(-1)}>
        <ChevronLeft aria-hidden className="size-4" />
      </IconButton>
      <IconButton label="Next rows" disabled={!page?.next} onClick={() => rows.turn(1)}>
        <ChevronRight aria-hidden className="size-4" />
      </IconButton>
    </div>
  );
}
