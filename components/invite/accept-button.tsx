"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { sentenceOf } from "../api/call-api";
import { acceptInvitation } from "../api/invitations";
import { Button } from "../ui/button";
import { forgetInvitationToken } from "./use-invitation-token";

/** Takes the invitation up and goes to the workspace. */
export function AcceptButton({ token, workspace }: { token: string; workspace: string }) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();

  async function accept() {
    setBusy(true);
    setError(undefined);
    try {
      const workspace = await acceptInvitation(token);
      forgetInvitationToken();
      router.push(`/${workspace}`);
      router.refresh();
    } catch (failure) {
      setError(sentenceOf(failure));
      setBusy(false);
    }
  }

  return (
    <>
      <Button variant="primary" size="large" busy={busy} className="w-full" onClick={() => void accept()}>
        Join {workspace}
      </Button>
      <p role="alert" className="mt-2 text-danger-text text-sm empty:hidden">
        {error ?? ""}
      </p>
    </>
  );
}
