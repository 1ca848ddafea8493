import type { Metadata } from "next";
import { WebhookView } from "@/components/webhooks/webhook-view";
import { listProjects } from "@/lib/server/projects";
import { listDeliveries } from "@/lib/webhooks/manage-deliveries";
import { loadWebhook } from "@/lib/webhooks/manage-webhooks";
import { orNotFound, pageScope } from "../../../../../access";
import { EVENT_CHOICES } from "../event-choices";

export const metadata: Metadata = { title: "Webhook" };

type Props = { params: Promise<{ workspace: string; id: string }> };

export default async function WebhookPage({ params }: Props) {
  const { workspace, id } = await params;
  const scope = await pageScope(workspace, "webhook.read", `/${workspace}/webhooks/${id}`);
  const [webhook, deliveries, projects] = await orNotFound(
    Promise.all([loadWebhook(scope, id), listDeliveries(scope, id, { limit: 30 }), listProjects(scope)]),
  );
  return (
    <WebhookView
      workspace={scope.workspaceSlug}
      webhook={webhook}
      deliveries={deliveries}
      projects={projects}
      events={EVENT_CHOICES}
    />
  );
}
