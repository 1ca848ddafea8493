"use client";

import { MailCheck } from "lucide-react";
import { useState } from "react";
import { callApi, nothing, sentenceOf } from "../api/call-api";
import { OutboxHint } from "../outbox/outbox-hint";
import { Button } from "../ui/button";

/** Asks whoever has not done so to confirm their address, without getting in the way. */
export function ConfirmEmailBand({ email, outbox }: { email: string; outbox: boolean }) {
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<{ sentence: string; failed: boolean }>();

  async function send() {
    setBusy(true);
    try {
      await callApi({ method: "POST", path: "/api/account/confirm-email/send", answer: nothing });
      setSaid({ sentence: "A mail with a link is on its way.", failed: false });
    } catch (error) {
      setSaid({ sentence: sentenceOf(error), failed: true });
    }
    setBusy(false);
  }

  return (
    <section
      aria-label="Confirm your e-mail"
      className="mb-6 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg bg-panel px-4 py-3 shadow-card"
    >
      <MailCheck aria-hidden className="size-4 shrink-0 text-muted" />
      <div className="min-w-0 flex-1 basis-56 text-sm">
        <p className="font-medium">Confirm your e-mail</p>
        <p className="break-words text-faint text-xs">
          Open the link that was mailed to {email}. Signing in by a link needs it.
        </p>
        <p role="status" className={said?.failed ? "text-danger-text text-xs" : "text-success-text text-xs"}>
          {said?.sentence}
        </p>
        {outbox ? <OutboxHint /> : null}
      </div>
      <Button size="small" busy={busy} onClick={() => void send()}>
        Mail it again
      </Button>
    </section>
  );
}
