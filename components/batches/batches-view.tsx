"use client";

import { Layers, Plus } from "lucide-react";
import Link from "next/link";
import { DRAFT_DAYS } from "@/lib/batches/batch-item";
import type { BatchPage } from "../api/batches";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { useFreshLoad } from "../use-fresh-load";
import { BatchRow } from "./batch-row";
import { useBatches } from "./use-batches";

export type BatchesViewProps = {
  loadId: string;
  workspace: string;
  firstPage: BatchPage;
  canEdit: boolean;
};

/** The batches of the workspace, the newest first. */
export function BatchesView({ loadId, workspace, firstPage, canEdit }: BatchesViewProps) {
  useFreshLoad(loadId);
  const list = useBatches(workspace, firstPage);
  const begin = canEdit ? (
    <Button asChild variant="primary">
      <Link href={`/${workspace}/batches/new`}>
        <Plus aria-hidden className="size-4" />
        New batch
      </Link>
    </Button>
  ) : null;
  return (
    <main className="mx-auto max-w-4xl px-4 py-4 md:px-8 md:py-6">
      <header className="mb-5 flex min-h-8 items-center gap-3">
        <h1 className="min-w-0 flex-1 font-semibold text-lg tracking-tight">Batches</h1>
        {list.batches.length > 0 ? begin : null}
      </header>
      {list.batches.length > 0 ? (
        <ul aria-label="Batches" className="divide-y rounded-lg bg-panel shadow-card">
          {list.batches.map((batch) => (
            <BatchRow key={batch.id} workspace={workspace} batch={batch} />
          ))}
        </ul>
      ) : (
        <EmptyState icon={<Layers aria-hidden />} title="No batches yet" action={begin}>
          A batch makes one picture for every row of a list, all at once: names, certificates, offers. Bring a
          CSV or Excel file, and take the pictures along as a ZIP.
        </EmptyState>
      )}
      {list.batches.some(({ state }) => state === "draft") ? (
        <p className="mt-3 text-faint text-xs">
          Drafts that nobody changes for {DRAFT_DAYS} days are deleted with their rows.
        </p>
      ) : null}
      {list.hasMore ? (
        <Button className="mt-4" busy={list.loadingMore} onClick={() => void list.loadMore()}>
          Show more
        </Button>
      ) : null}
    </main>
  );
}
