"use client";

import { useEffect, useState } from "react";
import { timeAgo } from "./time-ago-text";

const MINUTE_MS = 60_000;

/** How long ago something was, kept current; the exact time is one hover away. */
export function TimeAgo({ date }: { date: Date }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  // Server and browser read their clocks at different moments and may stand in different time zones.
  return (
    <time dateTime={date.toISOString()} title={date.toLocaleString()} suppressHydrationWarning>
      {timeAgo(date, now)}
    </time>
  );
}
