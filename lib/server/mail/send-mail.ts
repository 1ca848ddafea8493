import { emailAddress } from "@/lib/accounts/email";
import { AppError } from "@/lib/errors";
import { log } from "../log";
import { requireMail } from "./mail-available";
import { keepInOutbox } from "./outbox";
import { smtp } from "./smtp";

export type Mail = {
  /** One address. */
  to: string;
  /** One line; white space and control characters in it become spaces. */
  subject: string;
  text: string;
  html?: string;
};

/** Longer subjects are cut: no mail program shows more, and names in them are other people's text. */
const LONGEST_SUBJECT = 150;

/**
 * Hands a mail to the SMTP server, or keeps it in the outbox where there is none in local mode. `unavailable` when
 * neither is there or the server does not take it; the log then says why, without the address or what was said.
 */
export async function sendMail({ to, subject, text, html }: Mail): Promise<void> {
  requireMail();
  const mail = { to: emailAddress.parse(to), subject: oneLine(subject), text, html: html ?? null };
  const transport = smtp();
  if (!transport) {
    await keepInOutbox(mail);
    return;
  }
  try {
    await transport.send(mail);
  } catch (error) {
    log().error(facts(error), "a mail could not be sent");
    throw new AppError(
      "unavailable",
      "The mail could not be sent at the moment. Try again in a few minutes.",
    );
  }
}

function oneLine(subject: string): string {
  const line = subject.replace(/[\s\p{Cc}\p{Cs}\u2028\u2029]+/gu, " ").trim();
  return [...line].slice(0, LONGEST_SUBJECT).join("");
}

/** What an SMTP error says without repeating the address or the mail, as its message does. */
function facts(error: unknown): Record<string, unknown> {
  const said: Record<string, unknown> = error instanceof Error ? { ...error } : {};
  return Object.fromEntries(
    ["code", "command", "responseCode", "errno", "syscall"].flatMap((key) =>
      typeof said[key] === "string" || typeof said[key] === "number" ? [[key, said[key]]] : [],
    ),
  );
}
