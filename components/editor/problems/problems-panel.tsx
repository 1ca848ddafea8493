"use client";

import { CircleCheck } from "lucide-react";
import { useEffect } from "react";
import { useStore } from "zustand";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import type { Finding, Severity } from "@/lib/editor/problems/finding";
import { useEditor, useEditorState } from "../editor-context";
import { sentenceFor } from "../server-calls";
import { placeOfFinding } from "./place-of-finding";
import { ProblemCard } from "./problem-card";
import { useFindings } from "./use-findings";

const GROUPS: readonly { severity: Severity; title: string }[] = [
  { severity: "error", title: "Errors" },
  { severity: "warning", title: "Warnings" },
  { severity: "info", title: "Good to know" },
];

/** What may go wrong with the picture, by how much it matters: where, with whose values, and what can be done. */
export function ProblemsPanel() {
  const { problems } = useEditor();
  const { told, dismissed, count } = useFindings();
  useEffect(() => {
    problems.read(true);
    return () => problems.read(false);
  }, [problems]);
  const isKnown = useStore(problems.state, ({ judged }) => judged !== null);
  const failure = useStore(problems.state, (state) => state.failure);
  const document = useEditorState((state) => state.document);
  return (
    <div aria-busy={!isKnown}>
      <header className="flex h-9 items-center border-b px-3 text-xs">
        <h2 className="min-w-0 flex-1 truncate font-semibold">{isKnown ? titleOf(count) : "Problems"}</h2>
        <Checking />
      </header>
      {failure === null ? null : (
        <p role="alert" className="border-b bg-danger-soft px-3 py-2 text-danger-text text-xs">
          The design could not be checked. {sentenceFor(failure)}
        </p>
      )}
      {isKnown || failure !== null ? null : <Waiting />}
      {isKnown && told.length === 0 ? (
        <EmptyState icon={<CircleCheck aria-hidden />} title="Nothing to mend">
          The design was looked at with every sample row, with awkward values and with nothing filled.
        </EmptyState>
      ) : null}
      {GROUPS.map(({ severity, title }) => (
        <Group
          key={severity}
          title={title}
          findings={told.filter((each) => each.severity === severity)}
          document={document}
        />
      ))}
      {dismissed.length > 0 ? <Dismissed findings={dismissed} document={document} /> : null}
    </div>
  );
}

type Shown = { findings: readonly Finding[]; document: Parameters<typeof placeOfFinding>[0] };

function Group({ title, findings, document }: Shown & { title: string }) {
  if (findings.length === 0) return null;
  return (
    <section aria-label={title} className="border-b last:border-b-0">
      <h3 className="flex h-8 items-center gap-1.5 bg-sunken px-3 font-semibold text-2xs text-muted">
        {title}
        <span className="font-normal tabular-nums">{findings.length}</span>
      </h3>
      <ul>
        {findings.map((each) => (
          <ProblemCard key={each.id} found={each} where={placeOfFinding(document, each)} />
        ))}
      </ul>
    </section>
  );
}

/** What was dismissed for this template in this browser, and the way back. */
function Dismissed({ findings, document }: Shown) {
  const { problems } = useEditor();
  return (
    <details className="px-3 py-2 text-xs">
      <summary className="min-h-6 cursor-pointer text-muted hover:text-text">
        {findings.length} dismissed in this browser
      </summary>
      <ul className="mt-1 grid gap-2">
        {findings.map((each) => (
          <li key={each.id} className="flex items-start gap-2">
            <p className="wrap-anywhere min-w-0 flex-1 text-muted">
              <span className="block font-medium text-text">{placeOfFinding(document, each)}</span>
              {each.message}
            </p>
            <Button size="small" variant="ghost" onClick={() => problems.dismissed.bringBack(each.id)}>
              Bring back
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Says that a look is under way, in a place that is always kept for it. */
function Checking() {
  const { problems } = useEditor();
  const busy = useStore(problems.state, (state) => state.busy);
  return (
    <span aria-hidden className={busy ? "text-2xs text-faint" : "invisible text-2xs"}>
      Checking…
    </span>
  );
}

function Waiting() {
  return (
    <div className="grid gap-3 p-3">
      {["a", "b", "c"].map((key) => (
        <Skeleton key={key} className="h-16" />
      ))}
    </div>
  );
}

function titleOf(count: number): string {
  if (count === 0) return "No problems";
  return count === 1 ? "1 problem" : `${count} problems`;
}
