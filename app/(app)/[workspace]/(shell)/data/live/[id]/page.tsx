import type { Metadata } from "next";
import { LiveView } from "@/components/sources/live/live-view";
import { allowed } from "@/lib/accounts/permissions";
import { loadHttp } from "@/lib/sources/http/http-item";
import { listSourceLinks } from "@/lib/sources/source-links";
import { orNotFound, pageScope } from "../../../../../../access";

export const metadata: Metadata = { title: "Live source" };

type Props = { params: Promise<{ workspace: string; id: string }> };

export default async function LiveSourcePage({ params }: Props) {
  const { workspace, id } = await params;
  const scope = await pageScope(workspace, "source.read", `/${workspace}/data/live/${id}`);
  const [source, links] = await orNotFound(Promise.all([loadHttp(scope, id), listSourceLinks(scope, id)]));
  const { name, config, secrets, health } = source;
  return (
    <LiveView
      workspace={scope.workspaceSlug}
      source={{ id, name, config, secrets, health }}
      links={links}
      canEdit={allowed(scope.role, "source.edit")}
    />
  );
}
