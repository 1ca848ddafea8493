"use client";

import { useDeferredValue, useMemo } from "react";
import { type Finding, isMeasured } from "@/lib/editor/problems/finding";
import { checkDocument, type Problem } from "@/lib/template/check-document";
import { useEditorState } from "./editor-context";
import { useFindings } from "./problems/use-findings";

/** A problem as it is told where it can be mended. */
export type ToldProblem = Pick<Finding, "severity" | "path" | "message" | "layerId" | "fieldKey"> & {
  code: string;
};

export type Problems = {
  all: readonly Problem[];
  /** What is seen in the picture included. */
  byLayer: ReadonlyMap<string, readonly ToldProblem[]>;
  byField: ReadonlyMap<string, readonly Problem[]>;
};

/**
 * What is worth telling about the document, by layer and by field. What the document tells of itself is a step behind
 * while one drags or types; what has to be painted to be seen comes from the problems panel's last look.
 */
export function useProblems(): Problems {
  const document = useDeferredValue(useEditorState((state) => state.document));
  const { told } = useFindings();
  return useMemo(() => {
    const all = checkDocument(document, Date.now());
    const seen = told.filter((found) => isMeasured(found) && found.severity !== "info");
    return {
      all,
      byLayer: grouped<ToldProblem>([...all, ...seen], ({ layerId }) => layerId),
      byField: grouped(
        all.filter(({ layerId }) => layerId === undefined),
        ({ fieldKey }) => fieldKey,
      ),
    };
  }, [document, told]);
}

function grouped<P>(problems: readonly P[], keyOf: (problem: P) => string | undefined) {
  const groups = new Map<string, P[]>();
  for (const problem of problems) {
    const key = keyOf(problem);
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), problem]);
  }
  return groups;
}
