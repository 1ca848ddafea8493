import type { Metadata } from "next";
import { LibraryView } from "@/components/library/library-view";
import { allowed } from "@/lib/accounts/permissions";
import { pageScope } from "../../../../access";

export const metadata: Metadata = { title: "Images" };

type Props = { params: Promise<{ workspace: string }> };

export default async function ImagesPage({ params }: Props) {
  const { workspace } = await params;
  const scope = await pageScope(workspace, "asset.list", `/${workspace}/images`);
  return <LibraryView workspace={scope.workspaceSlug} canEdit={allowed(scope.role, "asset.edit")} />;
}
