"use client";

import { useMemo } from "react";
import { useStore } from "zustand";
import type { Finding } from "@/lib/editor/problems/finding";
import { useEditor } from "../editor-context";

export type Findings = {
  /** What is to be told, errors first. */
  told: readonly Finding[];
  dismissed: readonly Finding[];
  /** Errors and warnings among what is to be told. */
  count: number;
};

/** What was found in the document, without what was dismissed. The same lists until either changes. */
export function useFindings(): Findings {
  const { problems } = useEditor();
  const findings = useStore(problems.state, (state) => state.findings);
  const ids = useStore(problems.dismissed.ids);
  return useMemo(() => {
    const told = findings.filter(({ id }) => !ids.has(id));
    return {
      told,
      dismissed: findings.filter(({ id }) => ids.has(id)),
      count: told.filter(({ severity }) => severity !== "info").length,
    };
  }, [findings, ids]);
}
