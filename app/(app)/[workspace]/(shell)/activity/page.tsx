import type { Metadata } from "next";
import { ActivityView } from "@/components/activity/activity-view";
import { EVENT_ACTIONS, EVENT_KINDS } from "@/lib/accounts/audit/event-actions";
import { listActors } from "@/lib/accounts/audit/list-actors";
import { eventsQuery, listEvents } from "@/lib/accounts/audit/list-events";
import { pageScope } from "../../../../access";

export const metadata: Metadata = { title: "Activity" };

type Props = { params: Promise<{ workspace: string }> };

export default async function ActivityPage({ params }: Props) {
  const { workspace } = await params;
  const scope = await pageScope(workspace, "audit.read", `/${workspace}/activity`);
  const [firstPage, people] = await Promise.all([
    listEvents(scope, eventsQuery.parse({})),
    listActors(scope),
  ]);
  return (
    <ActivityView
      loadId={crypto.randomUUID()}
      workspace={scope.workspaceSlug}
      firstPage={firstPage}
      people={people}
      actions={EVENT_ACTIONS}
      kinds={EVENT_KINDS}
    />
  );
}
