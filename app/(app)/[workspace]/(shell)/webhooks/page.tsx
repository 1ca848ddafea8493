import type { Metadata } from "next";
import { WebhooksView } from "@/components/webhooks/webhooks-view";
import { newId } from "@/lib/accounts/ids";
import { listProjects } from "@/lib/server/projects";
import { listWebhooks } from "@/lib/webhooks/manage-webhooks";
import { pageScope } from "../../../../access";
import { EVENT_CHOICES } from "./event-choices";

export const metadata: Metadata = { title: "Webhooks" };

type Props = { params: Promise<{ workspace: string }> };

export default async function WebhooksPage({ params }: Props) {
  const { workspace } = await params;
  const scope = await pageScope(workspace, "webhook.read", `/${workspace}/webhooks`);
  const [webhooks, projects] = await Promise.all([listWebhooks(scope), listProjects(scope)]);
  return (
    <WebhooksView
      loadId={newId("req")}
      workspace={scope.workspaceSlug}
      webhooks={webhooks}
      projects={projects}
      events={EVENT_CHOICES}
    />
  );
}
