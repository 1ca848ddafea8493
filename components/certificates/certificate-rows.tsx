"use client";

import { useState } from "react";
import type { CertificateItem } from "../api/certificates";
import { Button } from "../ui/button";
import { CertificateRow } from "./certificate-row";
import { RevokeDialog } from "./revoke-dialog";
import type { CertificateList } from "./use-certificates";

/** Certificates one under the other, and what whoever may can do to them. */
export function CertificateRows({ list, canRevoke }: { list: CertificateList; canRevoke: boolean }) {
  const [asked, setAsked] = useState<CertificateItem | null>(null);
  return (
    <>
      <ul aria-label="Certificates" className="divide-y rounded-lg bg-panel shadow-card">
        {list.certificates.map((certificate) => (
          <CertificateRow
            key={certificate.id}
            certificate={certificate}
            onRevoke={canRevoke ? () => setAsked(certificate) : undefined}
            onRestore={canRevoke ? () => void list.restore(certificate) : undefined}
          />
        ))}
      </ul>
      {list.hasMore ? (
        <Button className="mt-3" busy={list.loadingMore} onClick={() => void list.loadMore()}>
          Show more
        </Button>
      ) : null}
      <RevokeDialog certificate={asked} onClose={() => setAsked(null)} onRevoke={list.revoke} />
    </>
  );
}
