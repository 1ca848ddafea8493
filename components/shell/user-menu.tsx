"use client";

import { ChevronsUpDown, LogOut, Settings } from "lucide-react";
import Link from "next/link";
import { useTheme } from "next-themes";
import { endSession } from "../auth/end-session";
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

/** Where the labels of the other items begin: their icons are wider than a tick. */
const LABEL = "pl-1";

/** Who is signed in, the theme, and the way out. */
export function UserMenu({ user, workspace }: { user: { name: string; email: string }; workspace: string }) {
  const { theme, setTheme } = useTheme();
  return (
    <Menu>
      <MenuTrigger className="flex h-9 w-full items-center gap-2 rounded-md px-2 text-left hover:bg-hover data-[state=open]:bg-active">
        <Avatar name={user.name} round />
        <span className="min-w-0 flex-1 truncate text-sm">{user.name}</span>
        <ChevronsUpDown aria-hidden className="size-3.5 text-faint" />
      </MenuTrigger>
      <MenuContent side="top" className="w-56">
        <MenuLabel>
          <span className="block truncate">{user.email}</span>
        </MenuLabel>
        <MenuItem asChild>
          <Link href={`/${workspace}/settings`}>
            <Settings aria-hidden className="size-4 text-faint" />
            Settings
          </Link>
        </MenuItem>
        <MenuSeparator />
        <MenuLabel>Theme</MenuLabel>
        <MenuRadioGroup value={theme ?? "system"} onValueChange={setTheme}>
          <MenuRadioItem value="system">
            <span className={LABEL}>System</span>
          </MenuRadioItem>
          <MenuRadioItem value="light">
            <span className={LABEL}>Light</span>
          </MenuRadioItem>
          <MenuRadioItem value="dark">
            <span className={LABEL}>Dark</span>
          </MenuRadioItem>
        </MenuRadioGroup>
        <MenuSeparator />
        <MenuItem icon={<LogOut aria-hidden />} onSelect={() => void endSession()}>
          Sign out
        </MenuItem>
      </MenuContent>
    </Menu>
  );
}
