"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { toast } from "sonner";
import type { RowMapping } from "@/lib/rows/mapping";
import { type BatchItem, deleteBatch, stepBatch } from "../../api/batches";
import { sentenceOf } from "../../api/call-api";
import { Button } from "../../ui/button";
import { useFreshLoad } from "../../use-fresh-load";
import { BackToBatches } from "../back-to-batches";
import { BatchTitle } from "../batch-title";
import { many, rowsToMake } from "../batch-words";
import type { TemplateFacts } from "../template-facts";
import { CheckStep } from "./check-step";
import { DraftName } from "./draft-name";
import { MapStep } from "./map-step";
import { OutputStep } from "./output-step";
import { PlanNote, type PlanQuotas } from "./plan-note";
import { StepBar } from "./step-bar";
import { STEP_NAMES, STEPS, type Step, stepOf } from "./steps";
import { UploadStep } from "./upload-step";
import { useCheck } from "./use-check";
import { useDraft } from "./use-draft";
import { useIntake } from "./use-intake";
import { useFirstRows } from "./use-rows";

export type DraftViewProps = {
  loadId: string;
  workspace: string;
  batch: BatchItem;
  template: TemplateFacts;
  /** What the names of the columns say. */
  guessed: RowMapping;
  /** What a start counts against this month; null: not for this person to see. */
  quotas: PlanQuotas | null;
};

/** A batch that does not run yet, in four steps; where one is stands in the address, the rest on the server. */
export function DraftView({ loadId, workspace, batch: loaded, template, guessed, quotas }: DraftViewProps) {
  useFreshLoad(loadId);
  const router = useRouter();
  const step = stepOf(useSearchParams().get("step"));
  const draft = useDraft(workspace, loaded);
  const { batch } = draft;
  const first = useFirstRows(workspace, batch.id, draft.look);
  const check = useCheck(workspace, draft, step === "check");
  const [starting, setStarting] = useState(false);
  const intake = useIntake({
    workspace,
    templateId: template.id,
    onMade: ({ id }) => {
      router.replace(`/${workspace}/batches/${id}`);
      // The other list has taken its place; should this fail, a draft too many stands in the list.
      deleteBatch(workspace, batch.id).catch(() => undefined);
    },
  });
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    // Another step is another page: who reads by ear begins at its top.
    if (shown.current === step) return;
    shown.current = step;
    heading.current?.focus({ preventScroll: true });
    document.getElementById("content")?.scrollTo({ top: 0 });
  }, [step]);

  const at = STEPS.indexOf(step);
  const [before, next] = [STEPS[at - 1], STEPS[at + 1]];
  const go = (to: Step) => window.history.pushState(null, "", hrefOf(to));
  const hrefOf = (to: Step) => `/${workspace}/batches/${batch.id}?step=${to}`;
  const pictures = rowsToMake(batch);

  async function start() {
    setStarting(true);
    await draft.settled();
    try {
      await stepBatch(workspace, batch.id, "start");
      router.replace(`/${workspace}/batches/${batch.id}`);
      router.refresh();
    } catch (error) {
      toast.error(sentenceOf(error));
      setStarting(false);
    }
  }

  return (
    <main className="mx-auto flex max-w-5xl flex-col px-4 py-4 md:min-h-full md:px-8 md:pt-6 md:pb-0">
      <BackToBatches workspace={workspace} />
      <BatchTitle workspace={workspace} template={template}>
        <DraftName name={batch.name} onRename={(name) => void draft.change({ name })} />
      </BatchTitle>
      <StepBar current={step} facts={factsOf()} done={doneOf()} href={hrefOf} />
      <h2 ref={heading} tabIndex={-1} className="sr-only">
        {STEP_NAMES[step]}
      </h2>
      <div className="mt-5 flex-1">
        {step === "upload" ? <UploadStep batch={batch} intake={intake} first={first} /> : null}
        {step === "map" ? (
          <MapStep workspace={workspace} draft={draft} template={template} guessed={guessed} first={first} />
        ) : null}
        {step === "check" ? (
          <CheckStep workspace={workspace} draft={draft} template={template} check={check} />
        ) : null}
        {step === "output" ? (
          <OutputStep workspace={workspace} draft={draft} template={template} first={first} />
        ) : null}
      </div>
      <footer className="sticky bottom-0 z-10 mt-6 flex min-h-14 flex-wrap items-center gap-x-3 gap-y-2 border-t bg-bg py-3">
        {before ? (
          <Button variant="ghost" onClick={() => go(before)}>
            Back
          </Button>
        ) : null}
        <div className="min-w-0 flex-1">{next ? null : <PlanNote pictures={pictures} quotas={quotas} />}</div>
        <span aria-hidden className="text-faint text-xs">
          {draft.saving ? "Saving…" : ""}
        </span>
        {next ? (
          <Button variant="primary" onClick={() => go(next)}>
            Next: {STEP_NAMES[next].toLowerCase()}
          </Button>
        ) : (
          <Button variant="primary" busy={starting} disabled={pictures === 0} onClick={() => void start()}>
            Make {many(pictures, "picture")}
          </Button>
        )}
      </footer>
    </main>
  );

  /** A step behind is done, but for rows that nobody looked at. */
  function doneOf(): ReadonlySet<Step> {
    return new Set(STEPS.slice(0, at).filter((each) => each !== "check" || check.report !== null));
  }

  function factsOf(): Record<Step, string> {
    const mapped = template.fields.filter(({ key }) => typeof batch.mapping[key] === "number").length;
    return {
      upload: many(batch.rows, "row"),
      map: `${mapped} of ${many(template.fields.length, "field")}`,
      check: check.words,
      output: `${batch.output.format.toUpperCase()}${batch.output.scale > 1 ? `, ${batch.output.scale} times` : ""}`,
    };
  }
}
