"use client";

import { Ellipsis, Link as LinkIcon, Mail, Undo2 } from "lucide-react";
import type { InvitationItem } from "../api/members";
import type { ProjectItem } from "../api/template-item";
import { TimeAgo } from "../shell/time-ago";
import { Badge } from "../ui/badge";
import { IconButton } from "../ui/icon-button";
import { Menu, MenuContent, MenuItem, MenuTrigger } from "../ui/menu";
import { projectWords } from "./projects-menu";
import { ROLE_WORDS } from "./role-words";

export type InvitationListProps = {
  invitations: readonly InvitationItem[];
  projects: readonly ProjectItem[];
  /** Whether invitations can be mailed. */
  mail: boolean;
  onRenew: (invitation: InvitationItem, mail: boolean) => void;
  onRevoke: (invitation: InvitationItem) => void;
};

/** Invitations nobody has taken up yet. */
export function InvitationList({ invitations, projects, mail, onRenew, onRevoke }: InvitationListProps) {
  return (
    <ul className="divide-y rounded-lg bg-panel shadow-card">
      {invitations.map((invitation) => (
        <li key={invitation.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5">
          <div className="min-w-0 flex-1 basis-52">
            <p className="truncate font-medium text-sm">{invitation.email}</p>
            <p className="truncate text-faint text-xs">
              {ROLE_WORDS[invitation.role].label}
              {invitation.role === "guest" ? ` of ${projectWords(projects, invitation.projectIds)}` : ""}
              {invitation.invitedBy ? ` · invited by ${invitation.invitedBy}` : ""}
            </p>
          </div>
          <div className="flex-1 sm:flex-none">
            <State invitation={invitation} />
          </div>
          <Menu>
            <MenuTrigger asChild>
              <IconButton label={`More for ${invitation.email}`}>
                <Ellipsis aria-hidden className="size-4" />
              </IconButton>
            </MenuTrigger>
            <MenuContent align="end">
              {mail ? (
                <MenuItem icon={<Mail aria-hidden />} onSelect={() => onRenew(invitation, true)}>
                  Send again
                </MenuItem>
              ) : null}
              <MenuItem icon={<LinkIcon aria-hidden />} onSelect={() => onRenew(invitation, false)}>
                Make a new link
              </MenuItem>
              <MenuItem danger icon={<Undo2 aria-hidden />} onSelect={() => onRevoke(invitation)}>
                Take back
              </MenuItem>
            </MenuContent>
          </Menu>
        </li>
      ))}
    </ul>
  );
}

function State({ invitation: { problem, sentAt, expiresAt } }: { invitation: InvitationItem }) {
  if (problem === "expired") return <Badge tone="warning">Too old</Badge>;
  if (problem === "inviter") return <Badge tone="warning">Inviter may not invite any more</Badge>;
  const until = expiresAt.toLocaleDateString("en-GB", { day: "numeric", month: "short" });
  return (
    <span className="text-faint text-xs" suppressHydrationWarning>
      {sentAt ? (
        <>
          Sent <TimeAgo date={sentAt} />, holds until {until}
        </>
      ) : (
        `Link holds until ${until}`
      )}
    </span>
  );
}
