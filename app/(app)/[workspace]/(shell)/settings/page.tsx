import type { Metadata } from "next";
import { headers } from "next/headers";
import { SettingsView } from "@/components/settings/settings-view";
import { loadAccount } from "@/lib/accounts/account";
import { allowed } from "@/lib/accounts/permissions";
import { listSessions } from "@/lib/accounts/sessions";
import { loadSignInSettings } from "@/lib/accounts/sign-in-settings";
import { env } from "@/lib/server/env";
import { signingPrograms } from "@/lib/server/links/signing-samples";
import { outboxOpen } from "@/lib/server/mail/outbox-open";
import { pageScope, requireIdentity } from "../../../../access";

export const metadata: Metadata = { title: "Settings" };

/** Said when an account elsewhere could not be connected. */
const TAKEN =
  "That account is connected with somebody else here, or you have connected another one of the same kind.";

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ problem?: string | string[] }>;
};

export default async function SettingsPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const path = `/${workspace}/settings`;
  const scope = await pageScope(workspace, "workspace.read", path);
  const identity = await requireIdentity(path);
  const [account, sessions, signIn] = await Promise.all([
    loadAccount(identity),
    listSessions(identity),
    loadSignInSettings(identity),
  ]);
  return (
    <SettingsView
      account={account}
      workspace={{ slug: scope.workspaceSlug, name: scope.workspaceName }}
      role={scope.role}
      canEditWorkspace={allowed(scope.role, "workspace.edit")}
      signing={allowed(scope.role, "signing-key.edit") ? signingPrograms(env().PUBLIC_URL) : null}
      sessions={sessions}
      signIn={signIn}
      outbox={outboxOpen(await headers())}
      connecting={(await searchParams).problem === "taken" ? TAKEN : undefined}
    />
  );
}
