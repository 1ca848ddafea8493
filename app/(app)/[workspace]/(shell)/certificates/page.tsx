import type { Metadata } from "next";
import { CertificatesView } from "@/components/certificates/certificates-view";
import { allowed } from "@/lib/accounts/permissions";
import { certificatesQuery } from "@/lib/certificates/certificate-item";
import { listCertificates } from "@/lib/certificates/list-certificates";
import { pageScope } from "../../../../access";

export const metadata: Metadata = { title: "Certificates" };

/** Certificates on a page of the list. */
const PAGE = 50;

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ search?: string | string[] }>;
};

export default async function CertificatesPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const scope = await pageScope(workspace, "certificate.read", `/${workspace}/certificates`);
  const query = certificatesQuery.shape.number.safeParse((await searchParams).search);
  const search = (query.success ? (query.data ?? "") : "").trim();
  return (
    <CertificatesView
      loadId={crypto.randomUUID()}
      workspace={scope.workspaceSlug}
      search={search}
      firstPage={await listCertificates(scope, { number: search, limit: PAGE })}
      limit={PAGE}
      canRevoke={allowed(scope.role, "certificate.edit")}
      canMake={allowed(scope.role, "batch.edit")}
    />
  );
}
