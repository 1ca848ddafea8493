"use client";

import { Award } from "lucide-react";
import Link from "next/link";
import type { CertificatePage } from "../api/certificates";
import { SearchField } from "../templates/search-field";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { useFreshLoad } from "../use-fresh-load";
import { CertificateRows } from "./certificate-rows";
import { useCertificates } from "./use-certificates";

export type CertificatesViewProps = {
  loadId: string;
  workspace: string;
  search: string;
  firstPage: CertificatePage;
  /** Certificates of a page of the list. */
  limit: number;
  canRevoke: boolean;
  canMake: boolean;
};

/** All certificates of the workspace, the newest first; one is found by its number. */
export function CertificatesView({
  loadId,
  workspace,
  search,
  firstPage,
  limit,
  canRevoke,
  canMake,
}: CertificatesViewProps) {
  useFreshLoad(loadId);
  const list = useCertificates(workspace, search === "" ? {} : { number: search }, firstPage, limit);
  const shown = list.certificates.length;
  return (
    <main className="mx-auto max-w-4xl px-4 py-4 md:px-8 md:py-6">
      <header className="mb-5 flex min-h-8 flex-wrap items-center gap-3">
        <h1 className="min-w-0 flex-1 font-semibold text-lg tracking-tight">Certificates</h1>
        <SearchField label="Search numbers" className="order-last w-full sm:order-none sm:w-64" />
      </header>
      <p role="status" className="sr-only">
        {shown}
        {list.hasMore ? " and more" : ""} {shown === 1 ? "certificate" : "certificates"}
      </p>
      {shown > 0 ? (
        <CertificateRows list={list} canRevoke={canRevoke} />
      ) : search ? (
        <EmptyState icon={<Award aria-hidden />} title="No certificate has this number">
          Compare it with the one on the certificate. A part of it will do.
        </EmptyState>
      ) : (
        <EmptyState
          icon={<Award aria-hidden />}
          title="No certificates yet"
          action={
            canMake ? (
              <Button asChild>
                <Link href={`/${workspace}/batches/new`}>New batch</Link>
              </Button>
            ) : null
          }
        >
          A batch gives each row a number and a page where anybody can check it, when Certificates is switched
          on in its output step.
        </EmptyState>
      )}
    </main>
  );
}
