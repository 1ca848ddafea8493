"use client";

import { useEffect, useRef, useState } from "react";

/** At most so often is something said, ms. */
const PERIOD = 10_000;

/** What a screen reader is told of something that changes all the time: the latest, now and then. `key` says it at once. */
export function useSpoken(words: string, key: string): string {
  const [said, setSaid] = useState(words);
  const latest = useRef(words);
  latest.current = words;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another key is something else to be told of
  useEffect(() => {
    setSaid(latest.current);
    const timer = setInterval(() => setSaid(latest.current), PERIOD);
    return () => clearInterval(timer);
  }, [key]);
  return said;
}
