"use client";

import { useEffect, useRef } from "react";
import { useStore } from "zustand";
import { classNames } from "@/components/ui/class-names";
import { useEditor } from "../editor-context";
import { useFindings } from "./use-findings";

/** How many problems there are, beside the name of their tab. Nothing for none. */
export function ProblemCount() {
  const { told, count } = useFindings();
  if (count === 0) return null;
  const isError = told.some(({ severity }) => severity === "error");
  return (
    <span
      className={classNames(
        "ml-1.5 inline-grid h-4 min-w-4 place-items-center rounded-full px-1 align-middle font-medium text-2xs tabular-nums",
        isError ? "bg-danger-soft text-danger-text" : "bg-warning-soft text-warning-text",
      )}
    >
      {count}
    </span>
  );
}

/** Says politely that there are more or fewer problems than were said last. */
export function useAnnouncedProblems(): void {
  const { announce, problems } = useEditor();
  const { count } = useFindings();
  const isKnown = useStore(problems.state, ({ judged }) => judged !== null);
  const said = useRef<number | null>(null);
  useEffect(() => {
    if (!isKnown || said.current === count) return;
    // What a template is opened with is not news, unless something is wrong with it.
    const isNews = said.current !== null || count > 0;
    said.current = count;
    if (isNews) announce(sentenceOf(count));
  }, [count, isKnown, announce]);
}

function sentenceOf(count: number): string {
  if (count === 0) return "No problems any more.";
  return count === 1 ? "1 problem in this design." : `${count} problems in this design.`;
}
