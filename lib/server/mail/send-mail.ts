import { emailAddress } from "@/lib/accounts/email";
import { AppError } from "@/lib/errors";
import { log } from "../log";
import { requireMail } from "./mail-available";
import { oneLine } from "./one-line";
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

/** What an SMTP error says without repeating the address or the mail, as its message does. */
function facts(error: unknown): Record<string, unknown> {
  const said: Record<string, unknown> = error instanceof Error ? { ...error } : {};
  return Object.fromEntries(
    ["code", "command", "responseCode", "errno", "syscall"].flatMap((key) =>
      typeof said[key] === "string" || typeof said[key] === "number" ? [[key, said[key]]] : [],
    ),
  );
}
