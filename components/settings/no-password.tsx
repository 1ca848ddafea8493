"use client";

import { useState } from "react";
import { callApi, nothing, sentenceOf } from "../api/call-api";
import { Button } from "../ui/button";

/** In place of the form that changes a password, for those who never had one. */
export function NoPassword({ email, mail }: { email: string; mail: boolean }) {
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<{ sentence: string; failed: boolean }>();

  async function send() {
    setBusy(true);
    try {
      const path = "/api/account/password/forgot";
      await callApi({ method: "POST", path, body: { email }, answer: nothing });
      setSaid({ sentence: "A mail with a link is on its way.", failed: false });
    } catch (error) {
      setSaid({ sentence: sentenceOf(error), failed: true });
    }
    setBusy(false);
  }

  return (
    <div className="grid justify-items-start gap-2 text-sm">
      <p>You have no password.</p>
      {mail ? (
        <Button busy={busy} onClick={() => void send()}>
          Mail me a link to choose one
        </Button>
      ) : null}
      <p role="status" className={said?.failed ? "text-danger-text text-xs" : "text-success-text text-xs"}>
        {said?.sentence}
      </p>
    </div>
  );
}
