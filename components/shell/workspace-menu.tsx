"use client";

import { ChevronsUpDown } from "lucide-react";
import { useRouter } from "next/navigation";
import { Avatar } from "../ui/avatar";
import { Menu, MenuContent, MenuLabel, MenuRadioGroup, MenuRadioItem, MenuTrigger } from "../ui/menu";

export type WorkspaceItem = { slug: string; name: string };

/** The workspace one is in; with several, the way to the others. */
export function WorkspaceMenu({
  workspace,
  workspaces,
}: {
  workspace: WorkspaceItem;
  workspaces: readonly WorkspaceItem[];
}) {
  const router = useRouter();
  const face = (
    <>
      <Avatar name={workspace.name} />
      <span className="min-w-0 flex-1 truncate text-left font-semibold text-sm">{workspace.name}</span>
    </>
  );
  if (workspaces.length < 2) return <div className="flex h-9 items-center gap-2 px-2">{face}</div>;
  return (
    <Menu>
      <MenuTrigger className="flex h-9 w-full items-center gap-2 rounded-md px-2 hover:bg-hover data-[state=open]:bg-active">
        {face}
        <ChevronsUpDown aria-hidden className="size-3.5 text-faint" />
      </MenuTrigger>
      <MenuContent className="w-56">
        <MenuLabel>Workspaces</MenuLabel>
        <MenuRadioGroup value={workspace.slug} onValueChange={(slug) => router.push(`/${slug}`)}>
          {workspaces.map((each) => (
            <MenuRadioItem key={each.slug} value={each.slug}>
              <span className="truncate">{each.name}</span>
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
      </MenuContent>
    </Menu>
  );
}
