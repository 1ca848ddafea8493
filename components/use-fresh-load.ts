"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";

/** Loads of pages that this browser tab has shown. */
const shown = new Set<string>();

/**
 * Going back and forth, the router shows a page as the server gave it then. This asks for it again. `loadId` is
 * made anew by the server each time it makes the page. `onFresh` is called when what came with it may be trusted:
 * at the first showing, and, without a connection, when the old one has to do. `before` is waited for before asking.
 */
export function useFreshLoad(
  loadId: string,
  onFresh?: () => void,
  before: () => Promise<unknown> = () => Promise.resolve(),
): void {
  const router = useRouter();
  const mine = useRef<string | null>(null);
  const calls = useRef({ onFresh, before });
  calls.current = { onFresh, before };
  useEffect(() => {
    if (mine.current === loadId) return;
    if (shown.has(loadId) && navigator.onLine) {
      void calls.current.before().then(() => router.refresh());
      return;
    }
    mine.current = loadId;
    shown.add(loadId);
    calls.current.onFresh?.();
  }, [loadId, router]);
}
