"use client";

import { useSyncExternalStore } from "react";

/**
 * What the link that opened this page carries behind its `#`, which no server has seen. Null until the page runs in
 * the browser; empty when the link carries nothing.
 */
export function useLinkToken(): string | null {
  return useSyncExternalStore(
    subscribe,
    () => window.location.hash.slice(1),
    () => null,
  );
}

function subscribe(changed: () => void): () => void {
  window.addEventListener("hashchange", changed);
  return () => window.removeEventListener("hashchange", changed);
}
