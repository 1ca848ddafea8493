"use client";

import { UserPlus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import {
  type InvitationItem,
  type MadeInvitation,
  type MemberItem,
  type MemberRole,
  transferOwnership,
} from "../api/members";
import type { ProjectItem } from "../api/template-item";
import { AskDialog } from "../ui/ask-dialog";
import { Button } from "../ui/button";
import { useFreshLoad } from "../use-fresh-load";
import { InvitationList } from "./invitation-list";
import { InviteDialog } from "./invite-dialog";
import { LeaveDialog } from "./leave-dialog";
import { LinkDialog } from "./link-dialog";
import { MemberRow } from "./member-row";
import { useInvitations } from "./use-invitations";
import { useMembers } from "./use-members";

export type MembersViewProps = {
  loadId: string;
  workspace: { slug: string; name: string };
  you: { userId: string; role: MemberRole };
  members: readonly MemberItem[];
  projects: readonly ProjectItem[];
  /** null for those who may not invite. */
  invitations: readonly InvitationItem[] | null;
  /** Whether invitations can be mailed. */
  mail: boolean;
};

const NONE: readonly InvitationItem[] = [];

/** Who is in the workspace, who is invited to it, and what each may do. */
export function MembersView({ loadId, workspace, you, projects, mail, ...loaded }: MembersViewProps) {
  useFreshLoad(loadId);
  const router = useRouter();
  const { members, setRole, setProjects, remove } = useMembers(workspace.slug, loaded.members);
  const invites = useInvitations(workspace.slug, loaded.invitations ?? NONE);
  const [inviting, setInviting] = useState(false);
  const [made, setMade] = useState<MadeInvitation | null>(null);
  const [leaving, setLeaving] = useState(false);
  const [heir, setHeir] = useState<MemberItem | null>(null);
  const shown = made ?? invites.shown;

  async function transfer(to: MemberItem) {
    await transferOwnership(workspace.slug, to.userId);
    toast(`${to.name} is owner now, and you are admin`);
    router.refresh();
  }

  return (
    <main className="mx-auto max-w-3xl px-4 py-4 md:px-8 md:py-6">
      <header className="mb-6 flex min-h-8 items-center gap-3">
        <h1 className="min-w-0 flex-1 font-semibold text-lg tracking-tight">
          Members <span className="figures font-normal text-faint">{members.length}</span>
        </h1>
        {loaded.invitations ? (
          <Button
            variant="primary"
            icon={<UserPlus aria-hidden className="size-4" />}
            onClick={() => setInviting(true)}
          >
            Invite
          </Button>
        ) : null}
      </header>
      <ul aria-label="Members" className="divide-y rounded-lg bg-panel shadow-card">
        {members.map((member) => (
          <MemberRow
            key={member.userId}
            member={member}
            you={you}
            projects={projects}
            onRole={(role) => void setRole(member, role)}
            onProjects={(ids) => void setProjects(member, ids)}
            onRemove={() => void remove(member)}
            onTransfer={() => setHeir(member)}
            onLeave={() => setLeaving(true)}
          />
        ))}
      </ul>
      {invites.invitations.length > 0 ? (
        <section aria-labelledby="invited" className="mt-8">
          <h2 id="invited" className="mb-2 font-medium text-sm">
            Invited <span className="figures font-normal text-faint">{invites.invitations.length}</span>
          </h2>
          <InvitationList
            invitations={invites.invitations}
            projects={projects}
            mail={mail}
            onRenew={(invitation, byMail) => void invites.renew(invitation, byMail)}
            onRevoke={(invitation) => void invites.revoke(invitation)}
          />
        </section>
      ) : null}
      <InviteDialog
        open={inviting}
        onOpenChange={setInviting}
        workspace={workspace}
        giver={you.role}
        projects={projects}
        mail={mail}
        onMade={(invitation) => {
          invites.add(invitation);
          setInviting(false);
          setMade(invitation);
        }}
      />
      <LinkDialog
        made={shown}
        onClose={() => {
          setMade(null);
          invites.hide();
        }}
      />
      <LeaveDialog open={leaving} onClose={() => setLeaving(false)} workspace={workspace} />
      <AskDialog
        open={heir !== null}
        onClose={() => setHeir(null)}
        title={`Make ${heir?.name ?? ""} the owner?`}
        yes="Transfer ownership"
        no="Stay owner"
        onYes={async () => {
          if (heir) await transfer(heir);
        }}
      >
        <p>You become an admin of {workspace.name}. Only an owner can make you one again.</p>
      </AskDialog>
    </main>
  );
}
