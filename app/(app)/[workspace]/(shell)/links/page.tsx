import type { Metadata } from "next";
import { LinksView } from "@/components/links/links-view";
import { allowed } from "@/lib/accounts/permissions";
import { env } from "@/lib/server/env";
import { linksFilter, listLinks, loadLink } from "@/lib/server/links/list-links";
import { pageScope } from "../../../../access";

export const metadata: Metadata = { title: "Links" };

/** Links on the first page of the list. */
const PAGE = 50;

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{
    search?: string | string[];
    settings?: string | string[];
    data?: string | string[];
  }>;
};

export default async function LinksPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const scope = await pageScope(workspace, "link.read", `/${workspace}/links`);
  const { search, settings, data } = await searchParams;
  const query = linksFilter.pick({ search: true }).safeParse({ search });
  const filter = query.success ? query.data : {};
  // One that is not there, or not for this person, opens nothing.
  const named = (id: unknown) => (typeof id === "string" ? loadLink(scope, id).catch(() => null) : null);
  const [firstPage, opened, openedData] = await Promise.all([
    listLinks(scope, { ...filter, limit: PAGE }),
    named(settings),
    named(data),
  ]);
  return (
    <LinksView
      loadId={crypto.randomUUID()}
      workspace={scope.workspaceSlug}
      origin={env().PUBLIC_URL}
      search={filter.search ?? ""}
      firstPage={firstPage}
      canEdit={allowed(scope.role, "link.edit")}
      opened={opened}
      openedData={openedData}
    />
  );
}
