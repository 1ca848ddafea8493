"use client";

import { useCallback, useEffect, useRef, useState } from "react";

/** How long sentences are gathered, ms: a deed and what it selected are said one after the other, neither is lost. */
const GATHER = 40;

/** Words for screen readers: say them with `announce`, put `region` somewhere in the page. */
export function useLiveRegion() {
  const [said, setSaid] = useState({ text: "", count: 0 });
  const waiting = useRef<string[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const announce = useCallback((text: string) => {
    if (!waiting.current.includes(text)) waiting.current.push(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const words = waiting.current.join(" ");
      waiting.current = [];
      setSaid(({ count }) => ({ text: words, count: count + 1 }));
    }, GATHER);
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);
  // A space that comes and goes makes the same words news again.
  const region = (
    <div role="status" aria-live="polite" data-testid="announced" className="sr-only">
      {said.text}
      {said.count % 2 === 0 ? "" : "\u00a0"}
    </div>
  );
  return { announce, region };
}
