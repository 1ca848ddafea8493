"use client";

import { useState } from "react";
import type { BatchItem } from "../../api/batches";
import { Skeleton } from "../../ui/skeleton";
import type { TemplateFacts } from "../template-facts";
import { LetterForm } from "./letter-form";
import { MailLog } from "./mail-log";
import { MailingPanel } from "./mailing-panel";
import { useMailing } from "./use-mailing";

export type MailPanelProps = {
  workspace: string;
  batch: BatchItem;
  template: TemplateFacts;
  /** Whether this person may mail results. */
  canMail: boolean;
  /** Why nothing can be mailed here, as a sentence; null: it can be. */
  problem: string | null;
};

/** Sends each result to the address in its row, and shows what became of it. */
export function MailPanel({ workspace, batch, template, canMail, problem }: MailPanelProps) {
  return (
    <section aria-label="Send by e-mail" className="mt-6">
      <h2 className="mb-2 flex min-h-7 items-center font-semibold text-sm">Send by e-mail</h2>
      {problem !== null || !canMail ? (
        <p className="rounded-lg bg-panel p-4 text-muted text-sm shadow-card">
          {problem ?? "Your role does not allow mailing results. Ask an editor of the workspace."}
        </p>
      ) : (
        <Sending workspace={workspace} batch={batch} template={template} />
      )}
    </section>
  );
}

function Sending({ workspace, batch, template }: Pick<MailPanelProps, "workspace" | "batch" | "template">) {
  const { mailing, setMailing, problem } = useMailing(workspace, batch.id);
  const [writesAnew, setWritesAnew] = useState(false);
  if (problem !== null) {
    return (
      <p role="status" className="rounded-lg bg-panel p-4 text-muted text-sm shadow-card">
        {problem}
      </p>
    );
  }
  if (mailing === undefined) return <Skeleton className="h-40 w-full" />;
  if (mailing === null || writesAnew) {
    return (
      <LetterForm
        workspace={workspace}
        batch={batch}
        fields={template.fields}
        before={mailing}
        onStarted={(begun) => {
          setMailing(begun);
          setWritesAnew(false);
        }}
        onBack={mailing === null ? null : () => setWritesAnew(false)}
      />
    );
  }
  return (
    <div className="grid gap-3">
      <MailingPanel
        workspace={workspace}
        id={batch.id}
        mailing={mailing}
        onMailing={setMailing}
        onAnew={() => setWritesAnew(true)}
      />
      <MailLog workspace={workspace} id={batch.id} mailing={mailing} />
    </div>
  );
}
