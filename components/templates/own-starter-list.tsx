"use client";

import { useState } from "react";
import type { OwnStarter } from "../api/template-library";
import { OwnStarterCard } from "./own-starter-card";
import type { OwnStarters } from "./use-own-starters";

export type OwnStarterListProps = {
  own: OwnStarters;
  /** Those of them that are shown. */
  shown: readonly OwnStarter[];
  /** The starter that a template is being made of. */
  making: string | null;
  onUse: (id: string) => void;
  onPreview: (id: string) => void;
};

/** What people of this workspace saved to begin from. */
export function OwnStarterList({ own, shown, making, onUse, onPreview }: OwnStarterListProps) {
  const [renaming, setRenaming] = useState<string | null>(null);
  return (
    <ul
      aria-label="Your workspace"
      className="grid grid-cols-[repeat(auto-fill,minmax(min(11rem,100%),1fr))] gap-x-3 gap-y-4 max-sm:grid-cols-2"
    >
      {shown.map((starter) => (
        <li key={starter.id}>
          <OwnStarterCard
            workspace={own.workspace}
            starter={starter}
            busy={making === starter.id}
            canRemove={own.canRemove}
            renaming={renaming === starter.id}
            onUse={() => onUse(starter.id)}
            onPreview={() => onPreview(starter.id)}
            onRenaming={(on) => setRenaming(on ? starter.id : null)}
            onRename={(name) => void own.rename(starter, name)}
            onRemove={() => void own.remove(starter)}
          />
        </li>
      ))}
    </ul>
  );
}
