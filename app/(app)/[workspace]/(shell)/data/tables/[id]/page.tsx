import type { Metadata } from "next";
import { TableView } from "@/components/sources/table-view";
import { newId } from "@/lib/accounts/ids";
import { allowed } from "@/lib/accounts/permissions";
import { listForms } from "@/lib/sources/forms/manage-forms";
import { listSourceLinks } from "@/lib/sources/source-links";
import { listRows } from "@/lib/sources/tables/read-rows-of";
import { loadTable } from "@/lib/sources/tables/table-details";
import { orNotFound, pageScope } from "../../../../../../access";

export const metadata: Metadata = { title: "Table" };

/** Rows on the first page of the list. */
const PAGE = 50;

type Props = { params: Promise<{ workspace: string; id: string }> };

export default async function TablePage({ params }: Props) {
  const { workspace, id } = await params;
  const scope = await pageScope(workspace, "source.read", `/${workspace}/data/tables/${id}`);
  const [table, firstPage, links, forms] = await orNotFound(
    Promise.all([
      loadTable(scope, id),
      listRows(scope, id, { limit: PAGE }),
      listSourceLinks(scope, id),
      listForms(scope, id),
    ]),
  );
  return (
    <TableView
      loadId={newId("req")}
      workspace={scope.workspaceSlug}
      table={table}
      firstPage={firstPage}
      links={links}
      forms={forms}
      canEdit={allowed(scope.role, "source.edit")}
    />
  );
}
