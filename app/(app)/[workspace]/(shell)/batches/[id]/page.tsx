import type { Metadata } from "next";
import dynamic from "next/dynamic";
import { allowed } from "@/lib/accounts/permissions";
import { loadBatchTemplate } from "@/lib/batches/load-batch-template";
import { loadBatch } from "@/lib/batches/load-batches";
import { guessMapping } from "@/lib/rows/mapping";
import { mailProblem } from "@/lib/server/mail/mail-available";
import { loadUsage } from "@/lib/usage/load-usage";
import { orNotFound, pageScope } from "../../../../../access";

// Each comes with its own code alone: nobody needs the steps of a draft to see how far a batch is.
const DraftView = dynamic(async () => (await import("@/components/batches/draft/draft-view")).DraftView);
const RunView = dynamic(async () => (await import("@/components/batches/run/run-view")).RunView);

export const metadata: Metadata = { title: "Batch" };

type Props = { params: Promise<{ workspace: string; id: string }> };

export default async function BatchPage({ params }: Props) {
  const { workspace, id } = await params;
  const scope = await pageScope(workspace, "batch.read", `/${workspace}/batches/${id}`);
  const batch = await orNotFound(loadBatch(scope, id));
  const template = await orNotFound(loadBatchTemplate(scope, batch.templateId, batch.versionId));
  const canEdit = allowed(scope.role, "batch.edit");
  const loadId = crypto.randomUUID();
  if (batch.state !== "draft" || !canEdit) {
    return (
      <RunView
        loadId={loadId}
        workspace={scope.workspaceSlug}
        batch={batch}
        template={template}
        canEdit={canEdit}
        certificates={
          batch.output.certificate !== null && allowed(scope.role, "certificate.read")
            ? { canRevoke: allowed(scope.role, "certificate.edit") }
            : null
        }
        mail={{ may: allowed(scope.role, "batch.mail"), problem: mailProblem() }}
      />
    );
  }
  const usage = await loadUsage(scope, {});
  return (
    <DraftView
      loadId={loadId}
      workspace={scope.workspaceSlug}
      batch={batch}
      template={template}
      guessed={guessMapping(batch.columns, template.fields)}
      quotas={usage.workspace && { rendered: usage.workspace.rendered, batches: usage.workspace.batches }}
    />
  );
}
