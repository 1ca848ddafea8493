"use client";

import { ChevronsUpDown } from "lucide-react";
import { useState } from "react";
import type { ProjectItem } from "../api/template-item";
import { classNames } from "../ui/class-names";
import { INPUT_LOOK } from "../ui/input";
import { Menu, MenuCheckboxItem, MenuContent, MenuTrigger } from "../ui/menu";

export type ProjectsMenuProps = {
  /** Whose projects they are. */
  name: string;
  projects: readonly ProjectItem[];
  value: readonly string[];
  /** Told once, when the menu closes. */
  onChange: (ids: readonly string[]) => void;
};

/** The projects a guest sees, each with a box to tick. */
export function ProjectsMenu({ name, projects, value, onChange }: ProjectsMenuProps) {
  const [ticked, setTicked] = useState<readonly string[] | null>(null);
  const shown = ticked ?? value;
  const words = projectWords(projects, value);

  function close() {
    if (ticked && [...ticked].sort().join() !== [...value].sort().join()) onChange(ticked);
    setTicked(null);
  }

  return (
    <Menu onOpenChange={(open) => (open ? setTicked(value) : close())}>
      <MenuTrigger asChild>
        <button
          type="button"
          aria-label={`Projects of ${name}: ${words}`}
          className={classNames(
            INPUT_LOOK,
            "flex h-8 w-full min-w-0 items-center justify-between gap-1.5 px-2.5 text-left text-sm sm:w-44",
          )}
        >
          <span className={classNames("truncate", value.length === 0 && "text-warning-text")}>{words}</span>
          <ChevronsUpDown aria-hidden className="size-3 shrink-0 text-faint" />
        </button>
      </MenuTrigger>
      <MenuContent align="end" className="min-w-(--radix-dropdown-menu-trigger-width)">
        {projects.map(({ id, name: project }) => (
          <MenuCheckboxItem
            key={id}
            checked={shown.includes(id)}
            onSelect={(event) => event.preventDefault()}
            onCheckedChange={(on) => setTicked(on ? [...shown, id] : shown.filter((each) => each !== id))}
          >
            <span className="truncate">{project}</span>
          </MenuCheckboxItem>
        ))}
      </MenuContent>
    </Menu>
  );
}

/** The names of projects, as far as they are known here. */
export function projectWords(projects: readonly ProjectItem[], ids: readonly string[]): string {
  const names = projects.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  return names.join(", ") || "No project yet";
}
