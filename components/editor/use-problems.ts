"use client";

import { useDeferredValue, useMemo } from "react";
import { checkDocument, type Problem } from "@/lib/template/check-document";
import { useEditorState } from "./editor-context";

export type Problems = {
  all: readonly Problem[];
  byLayer: ReadonlyMap<string, readonly Problem[]>;
  byField: ReadonlyMap<string, readonly Problem[]>;
};

/** What is worth telling about the document, by layer and by field. A step behind while one drags or types. */
export function useProblems(): Problems {
  const document = useDeferredValue(useEditorState((state) => state.document));
  return useMemo(() => {
    const all = checkDocument(document);
    return {
      all,
      byLayer: grouped(all, ({ layerId }) => layerId),
      byField: grouped(
        all.filter(({ layerId }) => layerId === undefined),
        ({ fieldKey }) => fieldKey,
      ),
    };
  }, [document]);
}

function grouped(problems: readonly Problem[], keyOf: (problem: Problem) => string | undefined) {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const key = keyOf(problem);
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), problem]);
  }
  return groups;
}
