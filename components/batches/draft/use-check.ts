"use client";

import { useEffect, useRef, useState } from "react";
import type { CheckReport } from "@/lib/rows/check-report";
import { checkBatch } from "../../api/batch-check";
import { sentenceOf } from "../../api/call-api";
import { many } from "../batch-words";
import type { Draft } from "./use-draft";

export type Check = {
  /** What was found; null: not looked yet. The one before stays until the next is there. */
  report: CheckReport | null;
  checking: boolean;
  /** Something was changed since. */
  isOld: boolean;
  failed: string | null;
  /** How often it was looked: what only a look at all rows tells is known of each row then. */
  times: number;
  again: () => void;
  /** What is known, in a few words. */
  words: string;
};

/** Looks at the rows when one comes to the step, and again when clean-ups or the mapping are others. */
export function useCheck(workspace: string, draft: Draft, isHere: boolean): Check {
  const { batch, look } = draft;
  const [state, setState] = useState<{ report: CheckReport; look: string } | null>(null);
  const [times, setTimes] = useState(0);
  const [checking, setChecking] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const busy = useRef(false);
  const wanted = JSON.stringify([batch.mapping, batch.cleanUps]);
  const looked = useRef<string | null>(null);

  async function run() {
    if (busy.current) return;
    busy.current = true;
    setChecking(true);
    setFailed(null);
    await draft.settled();
    try {
      const report = await checkBatch(workspace, batch.id);
      setState({ report, look: latest.current });
      setTimes((count) => count + 1);
    } catch (error) {
      setFailed(sentenceOf(error));
    }
    busy.current = false;
    setChecking(false);
  }
  const latest = useRef(look);
  latest.current = look;
  const begin = useRef(run);
  begin.current = run;

  useEffect(() => {
    if (!isHere || checking || looked.current === wanted) return;
    looked.current = wanted;
    void begin.current();
  }, [isHere, wanted, checking]);

  const found = state?.report.rowsWithProblems ?? 0;
  return {
    report: state?.report ?? null,
    checking,
    times,
    isOld: state !== null && !checking && state.look !== look,
    failed,
    again: () => void run(),
    words: state === null ? "Not yet" : found === 0 ? "Nothing found" : `${many(found, "row")} to look at`,
  };
}
