"use client";

import { useCallback, useState } from "react";

/** Words for screen readers: say them with `announce`, put `region` somewhere in the page. */
export function useLiveRegion() {
  const [said, setSaid] = useState({ text: "", count: 0 });
  const announce = useCallback((text: string) => setSaid(({ count }) => ({ text, count: count + 1 })), []);
  // A space that comes and goes makes the same words news again.
  const region = (
    <div role="status" aria-live="polite" className="sr-only">
      {said.text}
      {said.count % 2 === 0 ? "" : "\u00a0"}
    </div>
  );
  return { announce, region };
}
