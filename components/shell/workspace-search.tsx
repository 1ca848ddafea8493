"use client";

import { Check } from "lucide-react";
import { type KeyboardEvent, useId, useState } from "react";
import { classNames } from "../ui/class-names";
import { SearchInput } from "../ui/search-input";
import { findWorkspaces } from "./find-workspaces";
import type { WorkspaceItem } from "./workspace-menu";

export type WorkspaceSearchProps = {
  current: string;
  workspaces: readonly WorkspaceItem[];
  onChoose: (slug: string) => void;
};

/** Many workspaces: some letters of a name, arrow keys and Enter lead to one. */
export function WorkspaceSearch({ current, workspaces, onChoose }: WorkspaceSearchProps) {
  const id = useId();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const found = findWorkspaces(workspaces, typed);
  const active = found[Math.min(at, found.length - 1)];

  function onKeyDown(event: KeyboardEvent) {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && found.length > 0) {
      event.preventDefault();
      setAt((Math.min(at, found.length - 1) + step + found.length) % found.length);
    }
    if (event.key === "Enter" && active) {
      event.preventDefault();
      onChoose(active.slug);
    }
  }

  return (
    <>
      <SearchInput
        role="combobox"
        aria-label="Search workspaces"
        aria-expanded
        aria-controls={id}
        aria-activedescendant={active ? `${id}-${active.slug}` : undefined}
        placeholder="Search workspaces"
        size="small"
        autoFocus
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={id} role="listbox" aria-label="Workspaces" className="mt-1 max-h-72 overflow-y-auto">
        {found.map(({ slug, name }) => (
          <button
            key={slug}
            id={`${id}-${slug}`}
            type="button"
            role="option"
            tabIndex={-1}
            aria-selected={slug === current}
            onClick={() => onChoose(slug)}
            className={classNames(
              "relative flex min-h-7 w-full items-center rounded-md py-1 pr-2 pl-7 text-left text-sm hover:bg-hover",
              slug === active?.slug && "bg-hover",
            )}
          >
            {slug === current ? <Check aria-hidden className="absolute left-2 size-3.5" /> : null}
            <span className="truncate">{name}</span>
          </button>
        ))}
      </div>
      {found.length === 0 ? (
        <p role="status" className="px-2 py-1.5 text-faint text-sm">
          No workspace is called so.
        </p>
      ) : null}
    </>
  );
}
