import type { Metadata } from "next";
import { BatchesView } from "@/components/batches/batches-view";
import { allowed } from "@/lib/accounts/permissions";
import { listBatches } from "@/lib/batches/load-batches";
import { pageScope } from "../../../../access";

export const metadata: Metadata = { title: "Batches" };

/** Batches on the first page of the list. */
const PAGE = 30;

type Props = { params: Promise<{ workspace: string }> };

export default async function BatchesPage({ params }: Props) {
  const { workspace } = await params;
  const scope = await pageScope(workspace, "batch.read", `/${workspace}/batches`);
  return (
    <BatchesView
      loadId={crypto.randomUUID()}
      workspace={scope.workspaceSlug}
      firstPage={await listBatches(scope, { limit: PAGE })}
      canEdit={allowed(scope.role, "batch.edit")}
    />
  );
}
