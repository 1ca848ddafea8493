"use client";

import { useEffect, useRef, useState } from "react";

/** A value that changes all the time, at most so often, ms: the latest each time, and the last in any case. */
export function usePaced<T>(value: T, periodMs: number): T {
  const [paced, setPaced] = useState(value);
  const changedAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    if (value === paced) return;
    const waitMs = Math.max(0, changedAt.current + periodMs - performance.now());
    const timer = setTimeout(() => {
      changedAt.current = performance.now();
      setPaced(value);
    }, waitMs);
    return () => clearTimeout(timer);
  }, [value, paced, periodMs]);
  return paced;
}
