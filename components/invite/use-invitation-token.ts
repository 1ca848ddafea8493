"use client";

import { useEffect } from "react";
import { useLinkToken } from "../auth/use-link-token";

const KEPT = "invitation";

/**
 * The invitation's token: behind the `#`, or, coming back from signing in, kept in this tab. Null until the page runs in
 * the browser; empty when there is none.
 */
export function useInvitationToken(): string | null {
  const token = useLinkToken();
  useEffect(() => {
    if (token) keep(token);
  }, [token]);
  return token === "" ? kept() : token;
}

/** Forgets the token that was kept: it is used up, or of no use. */
export function forgetInvitationToken(): void {
  try {
    window.sessionStorage.removeItem(KEPT);
  } catch {
    // Where nothing can be kept, nothing was.
  }
}

function keep(token: string): void {
  try {
    window.sessionStorage.setItem(KEPT, token);
  } catch {
    // Without storage the link has to be opened again after signing in.
  }
}

function kept(): string {
  try {
    return window.sessionStorage.getItem(KEPT) ?? "";
  } catch {
    return "";
  }
}
