"use client";

import { useEffect, useRef, useState } from "react";
import type { BatchItem } from "../../api/batches";
import { sentenceOf } from "../../api/call-api";
import { CalledOff, type RowsSource, sendRows } from "../../api/send-rows";

export type Intake = {
  /** What is on its way; null: nothing is. The share is what was sent, 0 to 1. */
  sending: { name: string; share: number } | null;
  /** Why the last list was refused. */
  problem: string | null;
  send: (source: RowsSource, header: Header) => void;
  cancel: () => void;
};

/** What the first row is; `auto`: as it looks. */
export type Header = "auto" | "yes" | "no";

export type UseIntakeOptions = {
  workspace: string;
  templateId: string;
  onMade: (batch: BatchItem) => void;
};

/** A list on its way to the server; one at a time, and it can be called off. */
export function useIntake({ workspace, templateId, onMade }: UseIntakeOptions): Intake {
  const [sending, setSending] = useState<Intake["sending"]>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const under = useRef<AbortController | null>(null);
  // Whoever leaves the page wants none of it any more.
  useEffect(() => () => under.current?.abort(), []);

  async function send(source: RowsSource, header: Header) {
    if (under.current !== null) return;
    const controller = new AbortController();
    under.current = controller;
    setProblem(null);
    setSending({ name: nameOf(source), share: 0 });
    try {
      onMade(
        await sendRows({
          workspace,
          templateId,
          source,
          header: header === "auto" ? undefined : header,
          signal: controller.signal,
          onProgress: (share) => setSending({ name: nameOf(source), share }),
        }),
      );
    } catch (error) {
      if (!(error instanceof CalledOff)) setProblem(sentenceOf(error));
    }
    under.current = null;
    setSending(null);
  }

  return {
    sending,
    problem,
    send: (source, header) => void send(source, header),
    cancel: () => under.current?.abort(),
  };
}

function nameOf(source: RowsSource): string {
  if ("file" in source) return source.file.name || "the file";
  return "url" in source ? "the sheet" : "the pasted table";
}
