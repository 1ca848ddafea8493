"use client";

import { useEffect, useState } from "react";
import { toast } from "sonner";
import { sentenceOf } from "../api/call-api";
import { type CertificatePage, listCertificates } from "../api/certificates";
import { usePaced } from "../batches/run/use-paced";
import { SearchInput } from "../ui/search-input";
import { Skeleton } from "../ui/skeleton";
import { CertificateRows } from "./certificate-rows";
import { useCertificates } from "./use-certificates";

/** Certificates on one page. */
const PAGE = 10;
/** How often a page that still grows is asked for at most, ms. */
const PERIOD = 3_000;
/** Quiet time before a search begins, ms. */
const PAUSE = 250;
/** Until the first answer there is nothing. */
const NOTHING: CertificatePage = { certificates: [], cursor: null };

export type BatchCertificatesProps = {
  workspace: string;
  batch: string;
  /** How many pictures there are: with more of them there are more certificates. */
  made: number;
  /** No more are made. */
  ended: boolean;
  canRevoke: boolean;
};

/** The certificates that a batch made, on its page. */
export function BatchCertificates({ workspace, batch, made, ended, canRevoke }: BatchCertificatesProps) {
  const [number, setNumber] = useState("");
  const [page, setPage] = useState<CertificatePage>(NOTHING);
  const filter = { batch, ...(number.trim() !== "" && { number: number.trim() }) };
  // A first page that is full stays what it is while more are made, so that nobody’s place in it moves.
  const isFull = page.certificates.length >= PAGE;
  const asksFor = usePaced(isFull && !ended ? "full" : `${made} ${ended}`, PERIOD);
  const list = useCertificates(workspace, filter, page, PAGE);

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew when more were made
  useEffect(() => {
    let current = true;
    const timer = setTimeout(
      () =>
        listCertificates(workspace, filter, { limit: PAGE }).then(
          (found) => current && setPage(found),
          (error: unknown) => current && toast.error(sentenceOf(error)),
        ),
      page === NOTHING ? 0 : PAUSE,
    );
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [workspace, batch, number, asksFor]);

  return (
    <section aria-labelledby="certificates" className="mt-6">
      <header className="mb-2 flex min-h-8 flex-wrap items-center gap-x-3 gap-y-2">
        <h2 id="certificates" className="min-w-0 flex-1 font-semibold text-sm">
          Certificates
        </h2>
        <SearchInput
          aria-label="Search numbers"
          placeholder="Search numbers"
          className="w-full sm:w-64"
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
      </header>
      {page === NOTHING ? (
        <Skeleton className="h-14 w-full" />
      ) : list.certificates.length > 0 ? (
        <CertificateRows list={list} canRevoke={canRevoke} />
      ) : (
        <p role="status" className="py-3 text-muted text-sm">
          None of this batch has such a number.
        </p>
      )}
    </section>
  );
}
