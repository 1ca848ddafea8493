"use client";

import { useEffect, useReducer } from "react";
import { shownDocument } from "@/lib/editor/store";
import { useEditorState } from "../editor-context";
import { resolutionOf } from "./resolution";

/** Longest wait for a change, ms: timers know no longer ones than 24 days, and clocks are set. */
const LONGEST_MS = 60_000;

/** Renders anew whenever a countdown on the stage shows something else: each second, where it shows seconds. */
export function useTicking(): void {
  const changesAt = useEditorState((state) => resolutionOf(shownDocument(state), state.sampleView).changesAt);
  const [turn, next] = useReducer((count: number) => count + 1, 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each turn sets the timer for the next
  useEffect(() => {
    if (changesAt === null) return;
    const wait = Math.min(LONGEST_MS, Math.max(0, changesAt - Date.now()) + 1);
    const timer = setTimeout(next, wait);
    return () => clearTimeout(timer);
  }, [changesAt, turn]);
}
