"use client";

import { useRef, useState } from "react";
import { toast } from "sonner";
import { sentenceOf } from "../api/call-api";
import {
  type CertificateFilter,
  type CertificateItem,
  type CertificatePage,
  listCertificates,
  setRevoked,
} from "../api/certificates";
import { toastWithUndo } from "../ui/toast-with-undo";

export type CertificateList = {
  certificates: readonly CertificateItem[];
  hasMore: boolean;
  loadingMore: boolean;
  loadMore: () => Promise<void>;
  /** Throws what the server says; offers to undo it. */
  revoke: (certificate: CertificateItem, reason: string) => Promise<void>;
  restore: (certificate: CertificateItem) => Promise<void>;
};

/** The certificates on the screen, and what is done to them. */
export function useCertificates(
  workspace: string,
  filter: CertificateFilter,
  firstPage: CertificatePage,
  limit: number,
): CertificateList {
  const [seen, setSeen] = useState(firstPage);
  const [certificates, setCertificates] = useState<readonly CertificateItem[]>(firstPage.certificates);
  const [cursor, setCursor] = useState(firstPage.cursor);
  const [loadingMore, setLoadingMore] = useState(false);
  /** The latest list; a page that goes on after an older one is not shown. */
  const shown = useRef(firstPage);
  shown.current = firstPage;

  // Another search, or a refreshed page, brings the list anew.
  if (seen !== firstPage) {
    setSeen(firstPage);
    setCertificates(firstPage.certificates);
    setCursor(firstPage.cursor);
  }

  const replace = (next: CertificateItem) =>
    setCertificates((list) => list.map((each) => (each.id === next.id ? next : each)));

  async function restore(certificate: CertificateItem) {
    try {
      replace(await setRevoked(workspace, certificate.id, { revoked: false }));
      toast(`${certificate.number} counts again`);
    } catch (error) {
      toast.error(sentenceOf(error));
    }
  }

  return {
    certificates,
    hasMore: cursor !== null,
    loadingMore,
    async loadMore() {
      if (cursor === null || loadingMore) return;
      const list = shown.current;
      setLoadingMore(true);
      try {
        const page = await listCertificates(workspace, filter, { cursor, limit });
        if (list === shown.current) {
          setCertificates((before) => [...before, ...page.certificates]);
          setCursor(page.cursor);
        }
      } catch (error) {
        toast.error(sentenceOf(error));
      }
      setLoadingMore(false);
    },
    async revoke(certificate, reason) {
      replace(await setRevoked(workspace, certificate.id, { revoked: true, reason }));
      toastWithUndo(`${certificate.number} is revoked`, () => void restore(certificate));
    },
    restore,
  };
}
