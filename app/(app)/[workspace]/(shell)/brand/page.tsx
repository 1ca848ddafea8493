import type { Metadata } from "next";
import { BrandUnreadable } from "@/components/brand/brand-unreadable";
import { BrandView } from "@/components/brand/brand-view";
import { allowed } from "@/lib/accounts/permissions";
import { loadBrandKit } from "@/lib/server/brand/brand-kit";
import { pageScope } from "../../../../access";

export const metadata: Metadata = { title: "Brand" };

type Props = { params: Promise<{ workspace: string }> };

export default async function BrandPage({ params }: Props) {
  const { workspace } = await params;
  const scope = await pageScope(workspace, "brand.read", `/${workspace}/brand`);
  const { kit, revision } = await loadBrandKit(scope);
  if (kit === null) return <BrandUnreadable />;
  return (
    <BrandView
      workspace={scope.workspaceSlug}
      brand={{ kit, revision }}
      canEdit={allowed(scope.role, "brand.edit")}
    />
  );
}
