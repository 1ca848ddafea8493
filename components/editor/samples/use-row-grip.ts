"use client";

import { type PointerEvent, useState } from "react";
import type { SampleGrid } from "./use-sample-grid";

/** Moves rows by their numbers: the row that is pressed, with all selected ones when it is one of them. */
export function useRowGrip({ samples, block, chosenIds, goTo, moveRowsTo }: SampleGrid) {
  const [before, setBefore] = useState<number | null>(null);

  function onGrip(row: number, event: PointerEvent) {
    const id = samples[row]?.id;
    const table = event.currentTarget.closest("tbody");
    if (event.button !== 0 || id === undefined || !table) return;
    event.preventDefault();
    const ids = chosenIds.includes(id) ? chosenIds : [id];
    if (!chosenIds.includes(id)) goTo({ row, column: block.left });
    const place = (y: number) => {
      const rows = [...table.querySelectorAll("tr[data-sample]")];
      const under = rows.findIndex((each) => {
        const { top, height } = each.getBoundingClientRect();
        return y < top + height / 2;
      });
      return under === -1 ? rows.length : under;
    };
    let to = row;
    const onMove = (move: globalThis.PointerEvent) => {
      to = place(move.clientY);
      setBefore(to);
    };
    const stop = () => {
      window.removeEventListener("pointermove", onMove);
      window.removeEventListener("pointerup", onUp);
      window.removeEventListener("keydown", onKey, true);
      setBefore(null);
    };
    const onUp = () => {
      stop();
      moveRowsTo(to, ids);
    };
    const onKey = (key: KeyboardEvent) => {
      if (key.key !== "Escape") return;
      key.preventDefault();
      key.stopPropagation();
      stop();
    };
    window.addEventListener("pointermove", onMove);
    window.addEventListener("pointerup", onUp);
    window.addEventListener("keydown", onKey, true);
  }

  return { before, onGrip };
}
