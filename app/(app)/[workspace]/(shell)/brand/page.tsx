import type { Metadata } from "next";
import { BrandView } from "@/components/brand/brand-view";
import { allowed } from "@/lib/accounts/permissions";
import { loadBrandKit } from "@/lib/server/brand/brand-kit";
import { pageScope } from "../../../../access";

export const metadata: Metadata = { title: "Brand" };

type Props = { params: Promise<{ workspace: string }> };

export default async function BrandPage({ params }: Props) {
  const { workspace } = await params;
  const scope = await pageScope(workspace, "brand.read", `/${workspace}/brand`);
  return (
    <BrandView
      workspace={scope.workspaceSlug}
      brand={await loadBrandKit(scope)}
      canEdit={allowed(scope.role, "brand.edit")}
    />
  );
}
