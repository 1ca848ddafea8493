"use client";

import { ChevronLeft, ChevronRight, Copy, FileText } from "lucide-react";
import { useEffect, useState } from "react";
import { toast } from "sonner";
import { type BatchItem, type BatchResult, loadResults } from "../../api/batches";
import { sentenceOf } from "../../api/call-api";
import { IconButton } from "../../ui/icon-button";
import { count } from "../batch-words";
import type { TemplateFacts } from "../template-facts";
import { usePaced } from "./use-paced";

/** Pictures on one page. */
const PAGE = 24;

/** How often a page that still grows is asked for at most, ms. */
const PERIOD = 3_000;

export type ResultGridProps = {
  workspace: string;
  batch: BatchItem;
  template: TemplateFacts;
  /** How many there are. */
  made: number;
  /** No more are made. */
  ended: boolean;
};

type Page = { results: readonly BatchResult[]; nextCursor: string | null };

/** The pictures, a page at a time, each with its name and address. */
export function ResultGrid({ workspace, batch, template, made, ended }: ResultGridProps) {
  /** Where the pages before this one began. */
  const [behind, setBehind] = useState<readonly (string | null)[]>([]);
  const [cursor, setCursor] = useState<string | null>(null);
  const [page, setPage] = useState<Page | null>(null);
  const size = template.variants.find(({ id }) => id === batch.output.size) ?? template;
  // A page that is full, with more behind it, stays what it is while more are made.
  const isFull = page !== null && page.results.length >= PAGE && page.nextCursor !== null;
  const asksFor = usePaced(isFull && !ended ? "full" : `${made} ${ended}`, PERIOD);

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew when more were made
  useEffect(() => {
    let current = true;
    loadResults(workspace, batch.id, { cursor, limit: PAGE }).then(
      (found) => current && setPage(found),
      (error: unknown) => current && toast.error(sentenceOf(error)),
    );
    return () => {
      current = false;
    };
  }, [workspace, batch.id, cursor, asksFor]);

  const first = behind.length * PAGE + 1;
  const shown = page?.results ?? [];
  return (
    <section aria-label="Pictures" className="mt-6">
      <header className="mb-2 flex min-h-7 items-center gap-2">
        <h2 className="min-w-0 flex-1 font-semibold text-sm">Pictures</h2>
        <p role="status" className="figures text-faint text-xs">
          {page === null ? "" : `${count(first)}–${count(first + shown.length - 1)} of ${count(made)}`}
        </p>
        <IconButton
          label="Pictures before"
          disabled={behind.length === 0}
          onClick={() => {
            setCursor(behind.at(-1) ?? null);
            setBehind(behind.slice(0, -1));
          }}
        >
          <ChevronLeft aria-hidden className="size-4" />
        </IconButton>
        <IconButton
          label="Next pictures"
          disabled={!page?.nextCursor}
          onClick={() => {
            setBehind([...behind, cursor]);
            setCursor(page?.nextCursor ?? null);
          }}
        >
          <ChevronRight aria-hidden className="size-4" />
        </IconButton>
      </header>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(11rem,45%),1fr))] gap-x-4 gap-y-5">
        {shown.map((result) => (
          <ResultCard key={result.row} result={result} size={size} />
        ))}
      </ul>
    </section>
  );
}

function ResultCard({
  result: { row, name, url },
  size,
}: {
  result: BatchResult;
  size: { width: number; height: number };
}) {
  async function copy() {
    try {
      await navigator.clipboard.writeText(url);
      toast("The address is copied");
    } catch {
      toast.error("The browser does not let the page copy. Open the picture and copy its address.");
    }
  }
  const isPicture = !name.endsWith(".pdf");
  return (
    <li className="min-w-0">
      <a
        href={url}
        target="_blank"
        rel="noreferrer"
        aria-label={`Open ${name}`}
        className="checkered grid w-full place-items-center overflow-hidden rounded-lg ring-1 ring-line ring-inset hover:ring-line-strong"
        style={{ aspectRatio: `${size.width} / ${size.height}` }}
      >
        {isPicture ? (
          // biome-ignore lint/performance/noImgElement: what is made is what is shown
          <img src={url} alt="" loading="lazy" decoding="async" className="size-full object-contain" />
        ) : (
          <FileText aria-hidden className="size-6 text-faint" />
        )}
      </a>
      <div className="mt-1 flex items-center gap-1">
        <div className="min-w-0 flex-1">
          <p title={name} className="truncate font-medium text-xs">
            {name}
          </p>
          <p className="figures text-faint text-xs">Row {count(row)}</p>
        </div>
        <IconButton label={`Copy the address of ${name}`} size="small" onClick={() => void copy()}>
          <Copy aria-hidden className="size-3.5" />
        </IconButton>
      </div>
    </li>
  );
}
