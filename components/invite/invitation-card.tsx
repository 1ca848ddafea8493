import type { MemberRole } from "../api/members";
import { ROLE_WORDS } from "../members/role-words";
import { Avatar } from "../ui/avatar";

export type Offered = {
  workspace: { slug: string; name: string };
  email: string;
  role: MemberRole;
  /** What a guest will see. */
  projects: readonly string[];
  invitedBy: string;
};

/** Who invites to what, and as what. */
export function InvitationCard({ workspace, role, projects, invitedBy }: Offered) {
  const { label, you } = ROLE_WORDS[role];
  return (
    <>
      <h1 className="text-balance font-semibold text-xl tracking-tight">
        {invitedBy || "Somebody"} invites you to {workspace.name}
      </h1>
      <div className="mt-5 mb-6 flex items-start gap-3 rounded-lg bg-panel p-4 shadow-card">
        <Avatar name={workspace.name} />
        <div className="min-w-0 text-sm">
          <p className="truncate font-medium">{workspace.name}</p>
          <p className="text-muted">
            As {label.toLowerCase()}
            {role === "guest" ? `: you see ${projects.join(", ")} and change nothing.` : `. ${you}`}
          </p>
        </div>
      </div>
    </>
  );
}
