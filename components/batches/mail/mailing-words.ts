import type { MailingItem, MailState } from "@/lib/batches/mailing/mailing-item";
import { many } from "../batch-words";

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

/** Of an installation that sends no mails of results. */
export const MAILS_OFF =
  "No mails of results are sent here: MAIL_PER_DAY is 0. Ask whoever runs this installation to raise it.";

const UNREADABLE =
  "This mail was written under another NEXTAUTH_SECRET and cannot be read any more, so that nothing of it can be sent. Write another mail, or ask whoever runs this installation to bring the former secret back.";

/** What goes on, or why nothing does. */
export function stateWords({ state, stopReason, counts, letter, away, perDay }: MailingItem): string {
  if (letter === null) return UNREADABLE;
  if (state === "sending" && away) {
    return `The mail server cannot be reached, or takes nothing at the moment. It is asked again at ${timeOf(away.until)} (${away.tries} of ${away.most}); what waits was not sent.`;
  }
  if (state === "sending") return "One after the other. It goes on when this page is closed.";
  if (perDay === 0 && counts.waiting > 0) return MAILS_OFF;
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

function timeOf(at: Date): string {
  return at.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
}

/** What the button is called that mails rows which were made later; null: there are none, or another button does it. */
export function lateWords({ state, counts, letter, late }: MailingItem): string | null {
  const isOver = state === "done" || (state === "stopped" && counts.waiting === 0);
  if (!isOver || letter === null || late === 0) return null;
  return `Mail ${many(late, "row")} made later`;
}
