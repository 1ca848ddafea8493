"use client";

import { useEffect, useState } from "react";
import type { MailingPlan } from "@/lib/batches/mailing/mailing-item";
import { sentenceOf } from "../../api/call-api";
import { planMailing } from "../../api/mailings";

export type PlanState = { plan: MailingPlan | null; error: string | null };

/** What would become of the rows with the addresses of a column; -1: none is chosen. */
export function usePlan(workspace: string, id: string, column: number): PlanState {
  const [state, setState] = useState<PlanState & { column: number }>({ plan: null, error: null, column: -1 });
  useEffect(() => {
    if (column < 0) return;
    // The server stops what nobody waits for any more.
    const left = new AbortController();
    planMailing(workspace, id, { column, signal: left.signal }).then(
      (plan) => left.signal.aborted || setState({ plan, error: null, column }),
      (failure: unknown) =>
        left.signal.aborted || setState({ plan: null, error: sentenceOf(failure), column }),
    );
    return () => left.abort();
  }, [workspace, id, column]);
  return state.column === column ? state : { plan: null, error: null };
}
