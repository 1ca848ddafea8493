"use client";

import { useEffect, useState } from "react";
import type { MailingItem } from "@/lib/batches/mailing/mailing-item";
import { sentenceOf } from "../../api/call-api";
import { isFinal } from "../../api/is-final";
import { loadMailing } from "../../api/mailings";

/** How often a mailing that goes on is asked about, ms. */
const ASK_MS = 1_000;

/** How often it is asked whether somebody else began one, ms. */
const LOOK_MS = 5_000;

/** The latest mailing of a batch, asked for again and again, for others may begin one; undefined until it is known, null where there is none. */
export function useMailing(workspace: string, id: string) {
  const [mailing, setMailing] = useState<MailingItem | null | undefined>(undefined);
  /** Why it can never be asked again, as a sentence. */
  const [problem, setProblem] = useState<string | null>(null);
  const goesOn = mailing === undefined || mailing?.state === "sending" || (mailing?.counts.sending ?? 0) > 0;

  useEffect(() => {
    if (problem !== null) return;
    let ended = false;
    const ask = async () => {
      // What cannot be asked now is asked again in a moment.
      const found = await loadMailing(workspace, id).catch((error: unknown) => {
        if (!ended && isFinal(error)) setProblem(sentenceOf(error));
        return undefined;
      });
      if (!ended && found !== undefined) setMailing(found);
    };
    void ask();
    const timer = setInterval(() => void ask(), goesOn ? ASK_MS : LOOK_MS);
    return () => {
      ended = true;
      clearInterval(timer);
    };
  }, [workspace, id, goesOn, problem]);

  return { mailing, setMailing, problem };
}
