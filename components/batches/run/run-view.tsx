"use client";

import { Plus, Trash2 } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { type BatchItem, deleteBatch } from "../../api/batches";
import { BatchCertificates } from "../../certificates/batch-certificates";
import { TimeAgo } from "../../shell/time-ago";
import { AskDialog } from "../../ui/ask-dialog";
import { Button } from "../../ui/button";
import { IconButton } from "../../ui/icon-button";
import { useFreshLoad } from "../../use-fresh-load";
import { BackToBatches } from "../back-to-batches";
import { MailPanel } from "../mail/mail-panel";
import type { TemplateFacts } from "../template-facts";
import { DownloadList } from "./download-list";
import { FailureList } from "./failure-list";
import { LostBatch } from "./lost-batch";
import { ProgressPanel } from "./progress-panel";
import { ResultGrid } from "./result-grid";
import { RunButtons } from "./run-buttons";
import { useProgress } from "./use-progress";

export type RunViewProps = {
  loadId: string;
  workspace: string;
  batch: BatchItem;
  template: TemplateFacts;
  canEdit: boolean;
  /** What the person may do to the certificates it makes; null: it makes none, or they may not see them. */
  certificates: { canRevoke: boolean } | null;
  /** Whether this person may mail results, and why nothing can be mailed here, as a sentence. */
  mail: { may: boolean; problem: string | null };
};

/** A batch that was begun: how far it is, what came of it, and what did not. */
export function RunView({
  loadId,
  workspace,
  batch: loaded,
  template,
  canEdit,
  certificates,
  mail,
}: RunViewProps) {
  useFreshLoad(loadId);
  const router = useRouter();
  const [seen, setSeen] = useState(loaded);
  const [batch, setBatch] = useState(loaded);
  if (seen !== loaded) {
    setSeen(loaded);
    setBatch(loaded);
  }
  const { progress, over } = useProgress(workspace, batch);
  const [asks, setAsks] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever started it pressed a button that is gone now: the focus goes to what is there instead.
  useEffect(() => {
    const { activeElement } = document;
    const isLost = activeElement === null || activeElement === document.body;
    if (isLost && loaded.state === "running") heading.current?.focus({ preventScroll: true });
  }, [loaded.state]);
  if (over !== null) return <LostBatch workspace={workspace} name={batch.name} why={over} />;
  const ended = progress.state === "done" || progress.state === "cancelled";
  return (
    <main className="mx-auto max-w-4xl px-4 py-4 md:px-8 md:py-6">
      <BackToBatches workspace={workspace} />
      <header className="mb-4 flex min-h-8 flex-wrap items-start gap-x-3 gap-y-2">
        <div className="min-w-0 flex-1 basis-56">
          <h1
            ref={heading}
            tabIndex={-1}
            className="wrap-anywhere font-semibold text-lg tracking-tight outline-none"
          >
            {batch.name}
          </h1>
          <p className="text-faint text-xs">
            <Link
              href={`/${workspace}/templates/${template.id}`}
              className="rounded-sm text-muted underline underline-offset-2 hover:text-text"
            >
              {template.name}
            </Link>{" "}
            · begun <TimeAgo date={batch.startedAt ?? batch.createdAt} /> · kept until{" "}
            <time dateTime={batch.expiresAt.toISOString()} suppressHydrationWarning>
              {batch.expiresAt.toLocaleDateString("en-GB", {
                day: "numeric",
                month: "long",
                year: "numeric",
              })}
            </time>
          </p>
        </div>
        {canEdit ? (
          <div className="flex items-center gap-2">
            <RunButtons workspace={workspace} id={batch.id} state={progress.state} onBatch={setBatch} />
            {ended ? (
              <Button asChild>
                <Link href={`/${workspace}/batches/new?template=${template.id}`}>
                  <Plus aria-hidden className="size-4" />
                  Another batch
                </Link>
              </Button>
            ) : null}
            <IconButton label="Delete batch" size="large" onClick={() => setAsks(true)}>
              <Trash2 aria-hidden className="size-4" />
            </IconButton>
          </div>
        ) : null}
      </header>
      <ProgressPanel progress={progress} />
      <DownloadList workspace={workspace} batch={batch} progress={progress} />
      {progress.failed > 0 ? (
        <FailureList
          workspace={workspace}
          id={batch.id}
          failed={progress.failed}
          canRetry={canEdit && progress.state === "done"}
          onBatch={setBatch}
        />
      ) : null}
      {certificates && progress.made > 0 ? (
        <BatchCertificates
          workspace={workspace}
          batch={batch.id}
          made={progress.made}
          ended={ended}
          canRevoke={certificates.canRevoke}
        />
      ) : null}
      {ended && progress.made > 0 ? (
        <MailPanel
          workspace={workspace}
          batch={batch}
          template={template}
          canMail={mail.may}
          problem={mail.problem}
        />
      ) : null}
      {progress.made > 0 ? (
        <ResultGrid
          workspace={workspace}
          batch={batch}
          template={template}
          made={progress.made}
          ended={ended}
        />
      ) : null}
      <AskDialog
        open={asks}
        onClose={() => setAsks(false)}
        title="Delete this batch?"
        yes="Delete batch"
        no="Keep it"
        danger
        onYes={async () => {
          await deleteBatch(workspace, batch.id);
          router.push(`/${workspace}/batches`);
          router.refresh();
        }}
      >
        <p className="text-muted">
          Its rows and its pictures are deleted with it, and their addresses show nothing any more. This
          cannot be undone: download what you need first.
        </p>
      </AskDialog>
    </main>
  );
}
