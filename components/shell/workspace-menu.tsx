"use client";

import { ChevronsUpDown, Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Avatar } from "../ui/avatar";
import {
  Menu,
  MenuContent,
  MenuItem,
  MenuLabel,
  MenuRadioGroup,
  MenuRadioItem,
  MenuSeparator,
  MenuTrigger,
} from "../ui/menu";
import { Popover, PopoverContent, PopoverTrigger } from "../ui/popover";
import { NewWorkspaceDialog } from "./new-workspace-dialog";
import { WorkspaceSearch } from "./workspace-search";

export type WorkspaceItem = { slug: string; name: string };

/** More than these are searched, fewer are looked through. */
const MOST_IN_SIGHT = 6;

const TRIGGER_LOOK =
  "flex h-9 w-full items-center gap-2 rounded-md px-2 hover:bg-hover data-[state=open]:bg-active";

/** The workspace one is in, the way to the others, and to a new one. */
export function WorkspaceMenu({
  workspace,
  workspaces,
}: {
  workspace: WorkspaceItem;
  workspaces: readonly WorkspaceItem[];
}) {
  const router = useRouter();
  const [making, setMaking] = useState(false);
  const [searching, setSearching] = useState(false);
  const go = (slug: string) => router.push(`/${slug}`);
  const face = (
    <>
      <Avatar name={workspace.name} />
      <span className="min-w-0 flex-1 truncate text-left font-semibold text-sm">{workspace.name}</span>
      <ChevronsUpDown aria-hidden className="size-3.5 text-faint" />
    </>
  );
  return (
    <>
      {workspaces.length > MOST_IN_SIGHT ? (
        <Popover open={searching} onOpenChange={setSearching}>
          <PopoverTrigger className={TRIGGER_LOOK}>{face}</PopoverTrigger>
          <PopoverContent align="start" aria-label="Workspaces" className="w-64 p-1.5!">
            <WorkspaceSearch
              current={workspace.slug}
              workspaces={workspaces}
              onChoose={(slug) => {
                setSearching(false);
                go(slug);
              }}
            />
            <div className="-mx-1.5 my-1 h-px bg-line" />
            <button
              type="button"
              className="flex min-h-7 w-full items-center gap-2 rounded-md px-2 py-1 text-sm hover:bg-hover"
              onClick={() => {
                setSearching(false);
                setMaking(true);
              }}
            >
              <Plus aria-hidden className="size-4 text-faint" />
              New workspace
            </button>
          </PopoverContent>
        </Popover>
      ) : (
        <Menu>
          <MenuTrigger className={TRIGGER_LOOK}>{face}</MenuTrigger>
          <MenuContent className="w-56">
            <MenuLabel>Workspaces</MenuLabel>
            <MenuRadioGroup value={workspace.slug} onValueChange={go}>
              {workspaces.map((each) => (
                <MenuRadioItem key={each.slug} value={each.slug}>
                  <span className="truncate">{each.name}</span>
                </MenuRadioItem>
              ))}
            </MenuRadioGroup>
            <MenuSeparator />
            <MenuItem icon={<Plus aria-hidden />} onSelect={() => setMaking(true)}>
              New workspace
            </MenuItem>
          </MenuContent>
        </Menu>
      )}
      <NewWorkspaceDialog open={making} onOpenChange={setMaking} />
    </>
  );
}
