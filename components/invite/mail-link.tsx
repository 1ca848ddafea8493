"use client";

import { useState } from "react";
import { sentenceOf } from "../api/call-api";
import { mailInvitedLink } from "../api/invitations";
import { AuthLink } from "../auth/auth-link";
import { Button } from "../ui/button";

export type MailLinkProps = {
  token: string;
  email: string;
  /** For somebody who is not signed in. */
  signIn?: string;
};

/** For whoever has a link that was copied: the one that goes on is mailed to the invited address. */
export function MailLink({ token, email, signIn }: MailLinkProps) {
  const [state, setState] = useState<"asked" | "busy" | "sent">("asked");
  const [error, setError] = useState<string>();

  async function send() {
    setState("busy");
    setError(undefined);
    try {
      await mailInvitedLink(token);
      setState("sent");
    } catch (failure) {
      setError(sentenceOf(failure));
      setState("asked");
    }
  }

  return (
    <>
      {state === "sent" ? (
        <p role="status" className="text-sm">
          A link is on its way to <strong className="font-medium">{email}</strong>. Open it there to join.
        </p>
      ) : (
        <>
          <p className="mb-4 text-sm">
            This link may have been passed on, so show that <strong className="font-medium">{email}</strong>{" "}
            is yours: open the one that is mailed there.
          </p>
          <Button
            variant="primary"
            size="large"
            busy={state === "busy"}
            className="w-full"
            onClick={() => void send()}
          >
            Mail me the link
          </Button>
        </>
      )}
      <p role="alert" className="mt-2 text-danger-text text-sm empty:hidden">
        {error ?? ""}
      </p>
      {signIn ? (
        <p className="mt-6 text-muted text-sm">
          Already have an account? <AuthLink href={signIn}>Sign in</AuthLink>
        </p>
      ) : null}
    </>
  );
}
