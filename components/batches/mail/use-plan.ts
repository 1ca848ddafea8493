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
    let current = true;
    planMailing(workspace, id, column).then(
      (plan) => current && setState({ plan, error: null, column }),
      (failure: unknown) => current && setState({ plan: null, error: sentenceOf(failure), column }),
    );
    return () => {
      current = false;
    };
  }, [workspace, id, column]);
  return state.column === column ? state : { plan: null, error: null };
}
