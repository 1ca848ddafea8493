"use client";

import { useEffect, useState } from "react";
import type { BatchProgress } from "@/lib/batches/batch-item";
import { type BatchItem, batchPath, loadBatch, readProgress } from "../../api/batches";
import { ApiError } from "../../api/call-api";

/** While no stream comes: how often is asked instead, and when a stream is tried again, ms. */
const ASK_MS = 2_000;
const AGAIN_MS = 15_000;

/** Answers after which nobody needs to ask again: not signed in, not allowed, not there. */
const OVER: readonly number[] = [401, 403, 404];

/** How far a batch is; `over`: why it cannot be followed any more, such as that somebody deleted it. */
export type SeenProgress = { progress: BatchProgress; over: string | null };

/**
 * How far a batch is, told by the server as it goes. Where its stream does not come, as behind some proxies, it is
 * asked again and again until it does, or until it is known that it never will.
 */
export function useProgress(workspace: string, batch: BatchItem): SeenProgress {
  const [seen, setSeen] = useState(batch);
  const [progress, setProgress] = useState(() => standing(batch));
  const [over, setOver] = useState<string | null>(null);
  // What the person's own click answered is newer than what was told before.
  if (seen !== batch) {
    setSeen(batch);
    setProgress(standing(batch));
  }
  const { id } = batch;
  const goesOn = over === null && (progress.state === "running" || progress.state === "paused");

  useEffect(() => {
    if (!goesOn) return;
    let stream: EventSource | null = null;
    let asking: ReturnType<typeof setInterval> | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    let ended = false;

    function listen() {
      stream = new EventSource(`${batchPath(workspace, id)}/events`);
      stream.onmessage = (event: MessageEvent<unknown>) => {
        stopAsking();
        const told = typeof event.data === "string" ? readProgress(event.data) : null;
        if (told) setProgress(told);
      };
      stream.onerror = () => {
        // A stream that only broke is taken up again by the browser; until it is, we ask.
        if (asking === undefined) {
          void ask();
          asking = setInterval(() => void ask(), ASK_MS);
        }
        if (stream?.readyState !== EventSource.CLOSED) return;
        again = setTimeout(listen, AGAIN_MS);
      };
    }
    function stopAsking() {
      clearInterval(asking);
      asking = undefined;
    }
    async function ask() {
      try {
        const now = await loadBatch(workspace, id);
        if (!ended) setProgress(standing(now));
      } catch (error) {
        if (!ended && error instanceof ApiError && OVER.includes(error.status)) setOver(error.message);
      }
    }

    listen();
    return () => {
      ended = true;
      stream?.close();
      stopAsking();
      clearTimeout(again);
    };
  }, [workspace, id, goesOn]);

  return { progress, over };
}

function standing(batch: BatchItem): BatchProgress {
  const { id, state, rows, leftOut, made, failed, bytes, waitsFor } = batch;
  return { id, state, rows, leftOut, made, failed, bytes, waitsFor, rowsPerSecond: null, secondsLeft: null };
}
