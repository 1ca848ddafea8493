"use client";

import { Menu as MenuIcon, X } from "lucide-react";
import { usePathname, useSearchParams } from "next/navigation";
import { Dialog } from "radix-ui";
import { type ReactNode, useState } from "react";
import { Logo } from "./logo";
import { Sidebar, type SidebarProps } from "./sidebar";

export type AppShellProps = SidebarProps & { children: ReactNode };

/** The frame of a workspace's pages: a sidebar, or on a phone a bar with a button that brings it. */
export function AppShell({ children, ...sidebar }: AppShellProps) {
  const place = `${usePathname()}?${useSearchParams()}`;
  // Open for one place: going anywhere closes it.
  const [openAt, setOpenAt] = useState<string | null>(null);
  return (
    <div className="min-h-dvh md:grid md:h-dvh md:grid-cols-[15rem_minmax(0,1fr)]">
      <a
        href="#content"
        className="fixed top-2 left-2 z-50 -translate-y-16 rounded-md bg-tip px-3 py-1.5 text-on-tip focus:translate-y-0"
      >
        Skip to content
      </a>
      <aside className="hidden min-h-0 border-r bg-panel md:block">
        <Sidebar {...sidebar} />
      </aside>
      <header className="sticky top-0 z-30 flex h-12 items-center gap-2 border-b bg-panel px-3 md:hidden">
        <Dialog.Root open={openAt === place} onOpenChange={(open) => setOpenAt(open ? place : null)}>
          <Dialog.Trigger
            aria-label="Menu"
            className="grid size-9 place-items-center rounded-md hover:bg-hover"
          >
            <MenuIcon aria-hidden className="size-5" />
          </Dialog.Trigger>
          <Dialog.Portal>
            <Dialog.Overlay className="fixed inset-0 z-40 animate-fade bg-scrim" />
            <Dialog.Content
              aria-describedby={undefined}
              className="fixed inset-y-0 left-0 z-40 w-72 max-w-[85vw] animate-fade bg-panel shadow-pop outline-none"
            >
              <Dialog.Title className="sr-only">Menu</Dialog.Title>
              <Dialog.Close
                aria-label="Close menu"
                className="absolute top-2.5 right-2 z-10 grid size-8 place-items-center rounded-md text-faint hover:bg-hover"
              >
                <X aria-hidden className="size-4" />
              </Dialog.Close>
              <Sidebar {...sidebar} />
            </Dialog.Content>
          </Dialog.Portal>
        </Dialog.Root>
        <Logo className="size-5" />
        <span className="min-w-0 truncate font-semibold">{sidebar.workspace.name}</span>
      </header>
      {/* It scrolls by itself and keeps the scrollbar's place, on either side alike, so that neither long lists nor dialogs move anything. */}
      <div
        id="content"
        tabIndex={-1}
        className="min-w-0 outline-none md:overflow-y-auto md:[scrollbar-gutter:stable_both-edges]"
      >
        {children}
      </div>
    </div>
  );
}
