import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ChooseTemplate } from "@/components/batches/choose-template";
import { NewBatchView } from "@/components/batches/draft/new-batch-view";
import { NotPublished } from "@/components/batches/not-published";
import { loadBatchTemplate } from "@/lib/batches/load-batch-template";
import { listTemplates } from "@/lib/server/templates/list-templates";
import { orNotFound, pageScope } from "../../../../../access";

export const metadata: Metadata = { title: "New batch" };

/** Templates that are offered before anything is searched for. */
const OFFERED = 48;

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ template?: string | string[] }>;
};

export default async function NewBatchPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const { template: id } = await searchParams;
  const path = `/${workspace}/batches/new`;
  const scope = await pageScope(workspace, "batch.edit", path);
  if (typeof id !== "string") {
    const firstPage = await listTemplates(scope, { limit: OFFERED });
    return <ChooseTemplate workspace={scope.workspaceSlug} firstPage={firstPage} />;
  }
  const template = await orNotFound(loadBatchTemplate(scope, id));
  if (template.isDeleted) notFound();
  if (!template.isPublished) return <NotPublished workspace={scope.workspaceSlug} template={template} />;
  return <NewBatchView workspace={scope.workspaceSlug} template={template} />;
}
