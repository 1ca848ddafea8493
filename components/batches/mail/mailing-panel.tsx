"use client";

import { Play, Square } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import type { MailingItem } from "@/lib/batches/mailing/mailing-item";
import { sentenceOf } from "../../api/call-api";
import { sendRest, stopMailing } from "../../api/mailings";
import { Badge } from "../../ui/badge";
import { Button } from "../../ui/button";
import { count, many } from "../batch-words";
import { useSpoken } from "../run/use-spoken";
import { lateWords, MAILING_BADGES, mailsOf, stateWords } from "./mailing-words";

export type MailingPanelProps = {
  workspace: string;
  id: string;
  mailing: MailingItem;
  onMailing: (mailing: MailingItem) => void;
  /** Writes another mail to the same rows. */
  onAnew: () => void;
};

/** How far a mailing is, and what can be done with it: stop, go on, send again what is uncertain. */
export function MailingPanel({ workspace, id, mailing, onMailing, onAnew }: MailingPanelProps) {
  const [busy, setBusy] = useState<string | null>(null);
  const { state, counts, letter } = mailing;
  const late = lateWords(mailing);
  const canSend = state !== "sending" && letter !== null;
  const all = mailsOf(mailing);
  const left = counts.waiting + counts.sending;
  const badge = MAILING_BADGES[state];
  const spoken = useSpoken(`${badge.label}: ${count(counts.sent)} of ${many(all, "mail")} sent.`, state);

  async function act(name: string, run: () => Promise<MailingItem>) {
    setBusy(name);
    try {
      onMailing(await run());
    } catch (error) {
      toast.error(sentenceOf(error));
    }
    setBusy(null);
  }

  return (
    <div className="rounded-lg bg-panel p-4 shadow-card">
      <p role="status" className="sr-only">
        {spoken}
      </p>
      <div className="mb-2 flex items-baseline gap-3">
        <Badge tone={badge.tone}>{badge.label}</Badge>
        <p className="min-w-0 flex-1 text-muted text-xs">{stateWords(mailing)}</p>
        <p className="figures text-right font-semibold text-sm">
          {count(all - left)} of {count(all)}
        </p>
      </div>
      <div
        role="progressbar"
        aria-label="Mails"
        aria-valuemin={0}
        aria-valuemax={all}
        aria-valuenow={all - left}
        className="h-2 overflow-hidden rounded-full bg-active"
      >
        <div
          className="h-full bg-accent transition-[width] duration-300"
          style={{ width: `${all === 0 ? 0 : ((all - left) / all) * 100}%` }}
        />
      </div>
      <dl className="figures mt-4 grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-5">
        <Figure label="Sent" value={counts.sent} />
        <Figure label="Waiting" value={left} />
        <Figure label="Refused" value={counts.refused} danger />
        <Figure label="May have been sent" value={counts.unknown} danger />
        <Figure label="Skipped" value={counts.skipped} />
      </dl>
      <div className="mt-4 flex flex-wrap gap-2">
        {state === "sending" ? (
          <Button
            busy={busy === "stop"}
            icon={<Square aria-hidden className="size-3.5" />}
            onClick={() => void act("stop", () => stopMailing(workspace, id))}
          >
            Stop
          </Button>
        ) : null}
        {canSend && state === "stopped" && counts.waiting > 0 ? (
          <Button
            variant="primary"
            busy={busy === "rest"}
            icon={<Play aria-hidden className="size-4" />}
            onClick={() => void act("rest", () => sendRest(workspace, id))}
          >
            Send the rest
          </Button>
        ) : null}
        {late === null ? null : (
          <Button
            variant="primary"
            busy={busy === "late"}
            icon={<Play aria-hidden className="size-4" />}
            onClick={() => void act("late", () => sendRest(workspace, id))}
          >
            {late}
          </Button>
        )}
        {canSend && counts.refused > 0 ? (
          <Button
            busy={busy === "refused"}
            onClick={() => void act("refused", () => sendRest(workspace, id, ["refused"]))}
          >
            Try the refused again
          </Button>
        ) : null}
        {canSend && counts.unknown > 0 ? (
          <Button
            busy={busy === "unknown"}
            onClick={() => void act("unknown", () => sendRest(workspace, id, ["unknown"]))}
          >
            Send those that may have been sent again
          </Button>
        ) : null}
        {state === "sending" ? null : (
          <Button variant="ghost" onClick={onAnew}>
            Write another mail
          </Button>
        )}
      </div>
    </div>
  );
}

function Figure({ label, value, danger = false }: { label: string; value: number; danger?: boolean }) {
  return (
    <div className="min-w-0">
      <dt className="text-faint text-xs">{label}</dt>
      <dd
        className={danger && value > 0 ? "font-semibold text-danger-text text-lg" : "font-semibold text-lg"}
      >
        {count(value)}
      </dd>
    </div>
  );
}
