import type { Metadata } from "next";
import { MembersView } from "@/components/members/members-view";
import { listInvitations } from "@/lib/accounts/invitations/list-invitations";
import { listMembers } from "@/lib/accounts/members/list-members";
import { allowed } from "@/lib/accounts/permissions";
import { mailAvailable } from "@/lib/server/mail/mail-available";
import { listProjects } from "@/lib/server/projects";
import { pageScope } from "../../../../access";

export const metadata: Metadata = { title: "Members" };

type Props = { params: Promise<{ workspace: string }> };

export default async function MembersPage({ params }: Props) {
  const { workspace } = await params;
  const scope = await pageScope(workspace, "member.read", `/${workspace}/members`);
  const [members, projects, invitations] = await Promise.all([
    listMembers(scope),
    listProjects(scope),
    allowed(scope.role, "member.edit") ? listInvitations(scope) : null,
  ]);
  return (
    <MembersView
      loadId={crypto.randomUUID()}
      workspace={{ slug: scope.workspaceSlug, name: scope.workspaceName }}
      you={{ userId: scope.userId, role: scope.role }}
      members={members}
      projects={projects}
      invitations={invitations}
      mail={mailAvailable()}
    />
  );
}
