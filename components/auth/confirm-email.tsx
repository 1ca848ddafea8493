"use client";

import Link from "next/link";
import { useState } from "react";
import { ApiError, callApi, nothing, sentenceOf } from "../api/call-api";
import { Button } from "../ui/button";
import { useLinkToken } from "./use-link-token";

/** Where the link that confirms an address leads; pressing the button does it. */
export function ConfirmEmail() {
  const token = useLinkToken();
  const [state, setState] = useState<"asked" | "busy" | "done">("asked");
  const [error, setError] = useState<string>();

  async function confirm() {
    setState("busy");
    setError(undefined);
    try {
      await callApi({ method: "POST", path: "/api/account/confirm-email", body: { token }, answer: nothing });
      setState("done");
    } catch (failure) {
      const isStranger = failure instanceof ApiError && failure.status === 401;
      setError(
        isStranger
          ? "Sign in here first, then open the link in the mail again: it still works."
          : sentenceOf(failure),
      );
      setState("asked");
    }
  }

  if (state === "done") {
    return (
      <div role="status">
        <h1 className="font-semibold text-xl tracking-tight">Your e-mail is confirmed</h1>
        <Button asChild variant="primary" size="large" className="mt-6 w-full">
          <Link href="/home">Go on to Nameplate</Link>
        </Button>
      </div>
    );
  }
  return (
    <>
      <h1 className="font-semibold text-xl tracking-tight">Confirm your e-mail</h1>
      <p className="mt-1 text-balance text-muted">
        Is the account yours? If you did not sign up for Nameplate, close this page.
      </p>
      <Button
        variant="primary"
        size="large"
        busy={state === "busy"}
        disabled={token === null}
        onClick={() => void confirm()}
        className="mt-6 w-full"
      >
        Confirm
      </Button>
      <p role="alert" className="mt-3 min-h-4 text-danger-text text-xs">
        {error}
      </p>
    </>
  );
}
