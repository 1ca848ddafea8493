import { useEffect } from "react";

const counts = new Map<string, number>();

/** Counts how often a part of the editor came out of React anew, for browser tests alone: nobody else reads it. */
export function useRenderCount(part: string): void {
  useEffect(() => {
    if (navigator.webdriver) counts.set(part, (counts.get(part) ?? 0) + 1);
  });
}

/** How often each part has rendered since the page was opened. */
export function renderCounts(): Record<string, number> {
  return Object.fromEntries(counts);
}
