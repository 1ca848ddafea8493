"use client";

import { Crown, DoorOpen, Ellipsis, UserMinus } from "lucide-react";
import type { MemberItem, MemberRole } from "../api/members";
import type { ProjectItem } from "../api/template-item";
import { Avatar } from "../ui/avatar";
import { IconButton } from "../ui/icon-button";
import { Menu, MenuContent, MenuItem, MenuTrigger } from "../ui/menu";
import { ProjectsMenu, projectWords } from "./projects-menu";
import { RoleSelect } from "./role-select";
import { ROLE_WORDS } from "./role-words";

export type MemberRowProps = {
  member: MemberItem;
  you: { userId: string; role: MemberRole };
  projects: readonly ProjectItem[];
  onRole: (role: MemberRole) => void;
  onProjects: (ids: readonly string[]) => void;
  onRemove: () => void;
  onTransfer: () => void;
  onLeave: () => void;
};

/** One member: who they are, what they may do, and what may be done about it. */
export function MemberRow({ member, you, projects, ...on }: MemberRowProps) {
  const isYou = member.userId === you.userId;
  const manages = you.role === "owner" || you.role === "admin";
  const canChange = !isYou && manages && (you.role === "owner" || member.role !== "owner");
  const isGuest = member.role === "guest";
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-2.5">
      <Avatar name={member.name} round />
      <div className="min-w-0 flex-1 basis-40">
        <p className="truncate font-medium text-sm">
          {member.name}
          {isYou ? <span className="font-normal text-faint"> (you)</span> : null}
        </p>
        <p className="truncate text-faint text-xs">{member.email}</p>
      </div>
      <div className="flex min-w-0 items-center gap-2 max-sm:order-last max-sm:w-full max-sm:pl-9">
        {isGuest && canChange ? (
          <ProjectsMenu
            name={member.name}
            projects={projects}
            value={member.projectIds}
            onChange={on.onProjects}
          />
        ) : null}
        {isGuest && !canChange ? (
          <span className="max-w-44 truncate text-muted text-sm">
            {projectWords(projects, member.projectIds)}
          </span>
        ) : null}
        {canChange ? (
          <RoleSelect name={member.name} value={member.role} giver={you.role} onChange={on.onRole} />
        ) : (
          <span className="w-28 px-2.5 text-muted text-sm">{ROLE_WORDS[member.role].label}</span>
        )}
      </div>
      {isYou || canChange ? (
        <Menu>
          <MenuTrigger asChild>
            <IconButton label={isYou ? "More for you" : `More for ${member.name}`}>
              <Ellipsis aria-hidden className="size-4" />
            </IconButton>
          </MenuTrigger>
          <MenuContent align="end">
            {isYou ? (
              <MenuItem icon={<DoorOpen aria-hidden />} onSelect={on.onLeave}>
                Leave workspace…
              </MenuItem>
            ) : (
              <>
                {you.role === "owner" ? (
                  <MenuItem icon={<Crown aria-hidden />} onSelect={on.onTransfer}>
                    Transfer ownership…
                  </MenuItem>
                ) : null}
                <MenuItem danger icon={<UserMinus aria-hidden />} onSelect={on.onRemove}>
                  Remove from workspace
                </MenuItem>
              </>
            )}
          </MenuContent>
        </Menu>
      ) : (
        <span aria-hidden className="size-7" />
      )}
    </li>
  );
}
