"use client";

import {
  Award,
  Database,
  Gauge,
  Images,
  KeyRound,
  Layers,
  LayoutGrid,
  Link2,
  Palette,
  ScrollText,
  Settings,
  Users,
  Webhook,
} from "lucide-react";
import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import type { ReactNode } from "react";
import type { ProjectItem } from "../api/template-item";
import { classNames } from "../ui/class-names";
import { ProjectList } from "./project-list";
import { UserMenu } from "./user-menu";
import { type WorkspaceItem, WorkspaceMenu } from "./workspace-menu";

/** In the order in which they stand. */
const PAGES = [
  { path: "links", label: "Links", icon: Link2 },
  { path: "batches", label: "Batches", icon: Layers },
  { path: "certificates", label: "Certificates", icon: Award },
  { path: "data", label: "Data", icon: Database },
  { path: "brand", label: "Brand", icon: Palette },
  { path: "images", label: "Images", icon: Images },
  { path: "members", label: "Members", icon: Users },
  { path: "activity", label: "Activity", icon: ScrollText },
  { path: "usage", label: "Usage", icon: Gauge },
  { path: "keys", label: "API keys", icon: KeyRound },
  { path: "webhooks", label: "Webhooks", icon: Webhook },
  { path: "settings", label: "Settings", icon: Settings },
] as const;

export type WorkspacePage = (typeof PAGES)[number]["path"];

export type SidebarProps = {
  workspace: WorkspaceItem;
  workspaces: readonly WorkspaceItem[];
  user: { name: string; email: string };
  projects: readonly ProjectItem[];
  /** Whether the person may make and rename projects. */
  canEdit: boolean;
  /** Pages of the workspace that are theirs to see; a guest sees fewer. */
  pages: readonly WorkspacePage[];
};

export function Sidebar({ workspace, workspaces, user, projects, canEdit, pages }: SidebarProps) {
  const pathname = usePathname();
  const project = useSearchParams().get("project");
  const home = `/${workspace.slug}`;
  const total = projects.reduce((sum, each) => sum + each.templates, 0);
  return (
    <div className="flex h-full flex-col">
      <div className="p-2 pr-11 md:pr-2">
        <WorkspaceMenu workspace={workspace} workspaces={workspaces} />
      </div>
      <nav aria-label="Workspace" className="min-h-0 flex-1 overflow-y-auto px-2 pb-4">
        <ul>
          <li>
            <NavItem
              href={home}
              current={pathname === home && !project}
              icon={<LayoutGrid aria-hidden />}
              count={total}
            >
              All templates
            </NavItem>
          </li>
          {PAGES.filter(({ path }) => pages.includes(path)).map(({ path, label, icon: Icon }) => (
            <li key={path}>
              <NavItem
                href={`${home}/${path}`}
                current={pathname === `${home}/${path}` || pathname.startsWith(`${home}/${path}/`)}
                icon={<Icon aria-hidden />}
              >
                {label}
              </NavItem>
            </li>
          ))}
        </ul>
        <ProjectList
          workspace={workspace.slug}
          projects={projects}
          current={pathname === home ? project : null}
          canEdit={canEdit}
        />
      </nav>
      <div className="border-t p-2">
        <UserMenu user={user} workspace={workspace.slug} />
      </div>
    </div>
  );
}

type NavItemProps = { href: string; current: boolean; icon?: ReactNode; count?: number; children: ReactNode };

/** A place one can go to from the sidebar. */
export function NavItem({ href, current, icon, count, children }: NavItemProps) {
  return (
    <Link
      href={href}
      aria-current={current ? "page" : undefined}
      className={classNames(
        "flex h-8 items-center gap-2 rounded-md px-2 text-sm [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-faint",
        current ? "bg-active font-medium text-text" : "text-muted hover:bg-hover hover:text-text",
      )}
    >
      {icon}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {count === undefined ? null : <span className="figures font-normal text-faint text-xs">{count}</span>}
    </Link>
  );
}
