"use client";

import { useEffect, useRef, useState } from "react";
import { toast } from "sonner";
import { type BatchPage, type ListedBatch, listBatches } from "../api/batches";
import { sentenceOf } from "../api/call-api";

/** How often the list is asked for while something in it runs, ms. */
const PERIOD = 3_000;

export type BatchList = {
  batches: readonly ListedBatch[];
  hasMore: boolean;
  loadingMore: boolean;
  loadMore: () => Promise<void>;
};

/** The batches on the screen; those that run are followed for as long as somebody looks. */
export function useBatches(workspace: string, firstPage: BatchPage): BatchList {
  const [seen, setSeen] = useState(firstPage);
  const [batches, setBatches] = useState<readonly ListedBatch[]>(firstPage.batches);
  const [cursor, setCursor] = useState(firstPage.nextCursor);
  const [loadingMore, setLoadingMore] = useState(false);

  // A refreshed page brings the list anew.
  if (seen !== firstPage) {
    setSeen(firstPage);
    setBatches(firstPage.batches);
    setCursor(firstPage.nextCursor);
  }

  const runs = batches.some(({ state }) => state === "running");
  const busy = useRef(false);
  useEffect(() => {
    if (!runs) return;
    const timer = setInterval(() => {
      if (document.hidden || busy.current) return;
      busy.current = true;
      listBatches(workspace)
        .then((page) => {
          const fresh = new Map(page.batches.map((batch) => [batch.id, batch]));
          setBatches((list) => {
            const known = new Set(list.map(({ id }) => id));
            return [
              ...page.batches.filter(({ id }) => !known.has(id)),
              ...list.map((batch) => fresh.get(batch.id) ?? batch),
            ];
          });
        })
        // The next time will do: what is shown stays as it is.
        .catch(() => undefined)
        .finally(() => {
          busy.current = false;
        });
    }, PERIOD);
    return () => clearInterval(timer);
  }, [runs, workspace]);

  return {
    batches,
    hasMore: cursor !== null,
    loadingMore,
    async loadMore() {
      if (cursor === null || loadingMore) return;
      setLoadingMore(true);
      try {
        const page = await listBatches(workspace, cursor);
        setBatches((list) => {
          const known = new Set(list.map(({ id }) => id));
          return [...list, ...page.batches.filter(({ id }) => !known.has(id))];
        });
        setCursor(page.nextCursor);
      } catch (error) {
        toast.error(sentenceOf(error));
      }
      setLoadingMore(false);
    },
  };
}
