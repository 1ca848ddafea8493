import type { Metadata } from "next";
import { KeysView } from "@/components/keys/keys-view";
import { API_SCOPE_NAMES, API_SCOPES } from "@/lib/accounts/keys/api-scopes";
import { listKeys } from "@/lib/accounts/keys/manage-keys";
import { allowed } from "@/lib/accounts/permissions";
import { env } from "@/lib/server/env";
import { listProjects } from "@/lib/server/projects";
import { pageScope } from "../../../../access";

export const metadata: Metadata = { title: "API keys" };

type Props = { params: Promise<{ workspace: string }> };

export default async function KeysPage({ params }: Props) {
  const { workspace } = await params;
  const scope = await pageScope(workspace, "key.read", `/${workspace}/keys`);
  const [keys, projects] = await Promise.all([listKeys(scope), listProjects(scope)]);
  return (
    <KeysView
      workspace={scope.workspaceSlug}
      origin={env().PUBLIC_URL}
      keys={keys}
      projects={projects}
      scopes={API_SCOPE_NAMES.map((name) => ({
        name,
        label: API_SCOPES[name].label,
        allowed: API_SCOPES[name].actions.every((action) => allowed(scope.role, action)),
      }))}
    />
  );
}
