import { headers } from "next/headers";
import type { ReactNode } from "react";
import { AppShell } from "@/components/shell/app-shell";
import { QuotaBand } from "@/components/usage/quota-band";
import { listMemberships, loadAccount } from "@/lib/accounts/account";
import { allowed } from "@/lib/accounts/permissions";
import { listProjects } from "@/lib/server/projects";
import { loadWarning } from "@/lib/usage/load-warning";
import { frameScope, requireIdentity } from "../../../access";

/** What may be done by whoever sees the page. */
const PAGES = [
  ["links", "link.read"],
  ["batches", "batch.read"],
  ["certificates", "certificate.read"],
  ["data", "source.read"],
  ["brand", "brand.read"],
  ["images", "asset.list"],
  ["members", "member.read"],
  ["activity", "audit.read"],
  ["usage", "usage.read"],
  ["keys", "key.read"],
  ["webhooks", "webhook.read"],
  ["settings", "workspace.read"],
] as const;

type Props = { params: Promise<{ workspace: string }>; children: ReactNode };

/** The frame only; every page opens its own scope. */
export default async function WorkspaceLayout({ params, children }: Props) {
  const { workspace } = await params;
  const path = (await headers()).get("x-requested-path") ?? `/${workspace}`;
  const scope = await frameScope(workspace, "project.read", path);
  const identity = await requireIdentity(path);
  const [user, memberships, projects, warning] = await Promise.all([
    loadAccount(identity),
    listMemberships(identity),
    listProjects(scope),
    loadWarning(scope),
  ]);
  return (
    <AppShell
      workspace={{ slug: scope.workspaceSlug, name: scope.workspaceName }}
      workspaces={memberships.map(({ slug, name }) => ({ slug, name }))}
      user={user}
      projects={projects}
      canEdit={allowed(scope.role, "project.edit")}
      pages={PAGES.filter(([, action]) => allowed(scope.role, action)).map(([page]) => page)}
    >
      {warning ? <QuotaBand workspace={scope.workspaceSlug} warning={warning} /> : null}
      {children}
    </AppShell>
  );
}
