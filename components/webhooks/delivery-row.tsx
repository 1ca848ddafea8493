"use client";

import { ChevronRight } from "lucide-react";
import { useId, useState } from "react";
import { toast } from "sonner";
import { sentenceOf } from "../api/call-api";
import { type DeliveryItem, resendDelivery } from "../api/webhooks";
import { TimeAgo } from "../shell/time-ago";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { classNames } from "../ui/class-names";
import { CopyBox } from "../ui/copy-box";
import { answerWords, deliveryWords } from "./webhook-words";

export type DeliveryRowProps = {
  item: DeliveryItem;
  workspace: string;
  /** Whether anything is sent at the moment. */
  canSend: boolean;
  onResent: () => void;
};

/** One event on its way: what became of it, and, opened, every try and what is sent. */
export function DeliveryRow({ item, workspace, canSend, onResent }: DeliveryRowProps) {
  const details = useId();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const words = deliveryWords(item);

  async function resend() {
    setBusy(true);
    try {
      await resendDelivery(workspace, item.id);
      toast("It is sent again");
      onResent();
    } catch (error) {
      toast.error(sentenceOf(error));
    }
    setBusy(false);
  }

  return (
    <li className="px-4 py-2.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <button
          type="button"
          aria-expanded={open}
          aria-controls={details}
          onClick={() => setOpen(!open)}
          className="flex min-h-7 min-w-0 flex-1 basis-56 items-center gap-2 rounded-md text-left"
        >
          <ChevronRight
            aria-hidden
            className={classNames("size-4 shrink-0 text-faint transition-transform", open && "rotate-90")}
          />
          <span className="truncate font-mono text-xs">{item.event}</span>
        </button>
        <Badge tone={words.tone}>{words.text}</Badge>
        <span className="text-faint text-xs">
          <TimeAgo date={item.createdAt} />
        </span>
        <Button
          size="small"
          busy={busy}
          disabled={!canSend}
          onClick={() => void resend()}
          aria-label={`Resend ${item.event}`}
        >
          Resend
        </Button>
      </div>
      <div id={details} hidden={!open} className="grid gap-3 pt-3 pb-1 pl-6">
        <p className="break-all text-muted text-xs">
          webhook-id <span className="font-mono">{item.messageId}</span>
        </p>
        {item.attempts.length > 0 && (
          <ul aria-label="Tries" className="grid gap-1 text-muted text-xs">
            {item.attempts.map((attempt) => (
              <li key={attempt.at.getTime()} className="figures">
                <TimeAgo date={attempt.at} /> · {answerWords(attempt)}
                {attempt.ms === null ? "" : ` · ${attempt.ms} ms`}
                {attempt.manual ? " · by hand" : ""}
              </li>
            ))}
          </ul>
        )}
        {item.state === "pending" && item.nextTryAt && item.attempts.length > 0 && (
          <p className="text-muted text-xs" suppressHydrationWarning>
            Next try {item.nextTryAt.toLocaleString()}
          </p>
        )}
        <CopyBox label="Body" button="Copy body" text={item.body} tall />
      </div>
    </li>
  );
}
