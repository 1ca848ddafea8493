"use client";

import { useState } from "react";
import type { StarterItem } from "@/lib/template/starters/starter-item";
import { Button } from "../ui/button";
import { findOwnStarters, findStarters, NO_FILTER } from "./find-starters";
import { OwnStarterList } from "./own-starter-list";
import { StarterFilters } from "./starter-filters";
import { StarterGrid } from "./starter-grid";
import type { OwnStarters } from "./use-own-starters";

export type StarterGalleryProps = {
  starters: readonly StarterItem[];
  /** What the workspace saved itself; it stands first. */
  own: OwnStarters;
  /** The name that pictures show, and as it is being typed. */
  name: { shown: string; typed: string; type: (name: string) => void };
  making: string | null;
  onUse: (id: string) => void;
  onUseOwn: (id: string) => void;
  onPreview: (id: string) => void;
};

/** Ready designs to search and to filter, shown with the visitor's own name. */
export function StarterGallery(props: StarterGalleryProps) {
  const { starters, own, name, making, onUse, onUseOwn, onPreview } = props;
  const [filter, setFilter] = useState(NO_FILTER);
  const found = findStarters(starters, filter);
  const foundOwn = findOwnStarters(own.starters, filter);
  const count = found.length + foundOwn.length;
  const isFiltered = filter !== NO_FILTER;
  return (
    <>
      <StarterFilters filter={filter} onFilter={setFilter} name={name.typed} onName={name.type} />
      <p role="status" className="mt-3 mb-2 text-faint text-xs">
        {count === 1 ? "1 design" : `${count} designs`}
        {count > 0 ? (
          <span className="pointer-coarse:hidden">. Arrows move, Enter begins, Space shows it large.</span>
        ) : null}
      </p>
      {/* As tall as some rows, so that a search moves nothing around it. */}
      <div className="min-h-80">
        {foundOwn.length > 0 ? (
          <>
            <h4 className="mb-2 font-medium text-sm">Your workspace</h4>
            <OwnStarterList
              own={own}
              shown={foundOwn}
              making={making}
              onUse={onUseOwn}
              onPreview={onPreview}
            />
            {found.length > 0 ? <h4 className="mt-6 mb-2 font-medium text-sm">From Nameplate</h4> : null}
          </>
        ) : null}
        {found.length > 0 ? (
          <StarterGrid
            starters={found}
            name={name.shown}
            making={making}
            onUse={onUse}
            onPreview={onPreview}
          />
        ) : foundOwn.length > 0 ? null : (
          <div className="flex flex-col items-center px-4 py-12 text-center">
            <p className="font-semibold text-base">No design fits</p>
            <p className="mt-1 max-w-xs text-balance text-muted text-sm">
              Names, categories and keywords are searched. Try another word, or begin with a blank canvas.
            </p>
            {isFiltered ? (
              <Button className="mt-4" onClick={() => setFilter(NO_FILTER)}>
                Show all designs
              </Button>
            ) : null}
          </div>
        )}
      </div>
    </>
  );
}
