"use client";

import { type KeyboardEvent, useRef, useState } from "react";
import type { StarterItem } from "@/lib/template/starters/starter-item";
import { gridStep } from "./grid-step";
import { StarterCard } from "./starter-card";

export type StarterGridProps = {
  starters: readonly StarterItem[];
  name: string;
  /** The starter that a template is being made of. */
  making: string | null;
  onUse: (id: string) => void;
  onPreview: (id: string) => void;
};

/** Ready designs. The arrows go through them, Enter begins with one, Space shows it large. */
export function StarterGrid({ starters, name, making, onUse, onPreview }: StarterGridProps) {
  const grid = useRef<HTMLUListElement>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const current = starters.some(({ id }) => id === focused) ? focused : starters[0]?.id;

  function onKeyDown(event: KeyboardEvent) {
    const cards = [...(grid.current?.querySelectorAll<HTMLElement>("[data-starter]") ?? [])];
    const from = cards.findIndex((each) => event.target instanceof Node && each.isSameNode(event.target));
    const id = cards[from]?.dataset.starter;
    if (id === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === " ") {
      event.preventDefault();
      onPreview(id);
      return;
    }
    const to = gridStep(
      cards.map((card) => card.getBoundingClientRect()),
      from,
      event.key,
    );
    if (to === null) return;
    event.preventDefault();
    cards[to]?.focus();
  }

  return (
    <ul
      ref={grid}
      aria-label="Ready designs"
      onKeyDown={onKeyDown}
      onFocus={({ target }) => setFocused(target.dataset.starter ?? focused)}
      className="grid grid-cols-[repeat(auto-fill,minmax(min(11rem,100%),1fr))] gap-x-3 gap-y-4 max-sm:grid-cols-2"
    >
      {starters.map((starter) => (
        <li key={starter.id}>
          <StarterCard
            starter={starter}
            name={name}
            busy={making === starter.id}
            current={starter.id === current}
            onUse={() => onUse(starter.id)}
            onPreview={() => onPreview(starter.id)}
          />
        </li>
      ))}
    </ul>
  );
}
