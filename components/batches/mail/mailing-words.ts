import type { MailingItem, MailState } from "@/lib/batches/mailing/mailing-item";

export const MAILING_BADGES = {
  sending: { tone: "accent", label: "Sending" },
  stopped: { tone: "warning", label: "Stopped" },
  done: { tone: "success", label: "Done" },
} as const satisfies Record<MailingItem["state"], { tone: string; label: string }>;

export const MAIL_BADGES = {
  waiting: { tone: "neutral", label: "Waiting" },
  sending: { tone: "accent", label: "Being sent" },
  sent: { tone: "success", label: "Sent" },
  refused: { tone: "danger", label: "Refused" },
  unknown: { tone: "warning", label: "May have been sent" },
  skipped: { tone: "neutral", label: "Skipped" },
} as const satisfies Record<MailState, { tone: string; label: string }>;

/** Rows that get a mail: those that are skipped do not. */
export function mailsOf({ counts }: Pick<MailingItem, "counts">): number {
  const { waiting, sending, sent, refused, unknown } = counts;
  return waiting + sending + sent + refused + unknown;
}

/** What goes on, or why nothing does. */
export function stateWords({ state, stopReason, counts }: MailingItem): string {
  if (state === "sending") return "One after the other. It goes on when this page is closed.";
  if (state === "done") return "Every row is settled.";
  if (stopReason === "day")
    return "This workspace has sent all the mails it may today. Send the rest tomorrow.";
  if (stopReason === "server") {
    return "The mail server cannot be reached, or takes nothing at the moment. What waits was not sent.";
  }
  return counts.sending > 0
    ? "One mail is still on its way."
    : "Nothing leaves until somebody sends the rest.";
}
