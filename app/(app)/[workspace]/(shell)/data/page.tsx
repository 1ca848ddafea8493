import type { Metadata } from "next";
import { SourcesView } from "@/components/sources/sources-view";
import { newId } from "@/lib/accounts/ids";
import { allowed } from "@/lib/accounts/permissions";
import { listSources } from "@/lib/sources/manage-sources";
import { pageScope } from "../../../../access";

export const metadata: Metadata = { title: "Data" };

type Props = { params: Promise<{ workspace: string }> };

export default async function DataPage({ params }: Props) {
  const { workspace } = await params;
  const scope = await pageScope(workspace, "source.read", `/${workspace}/data`);
  return (
    <SourcesView
      loadId={newId("req")}
      workspace={scope.workspaceSlug}
      sources={await listSources(scope)}
      canEdit={allowed(scope.role, "source.edit")}
    />
  );
}
