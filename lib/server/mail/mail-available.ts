import { AppError } from "@/lib/errors";
import { env } from "../env";

/** Whether mails leave this installation, or are kept where the person who tries it out can read them. */
export function mailAvailable(): boolean {
  return env().SMTP_URL !== undefined || env().mode === "local";
}

/** Whether mails leave this machine. */
export function mailLeaves(): boolean {
  return env().SMTP_URL !== undefined;
}

/** Refuses, with `unavailable`, what cannot be done without mail. */
export function requireMail(): void {
  if (mailAvailable()) return;
  throw new AppError(
    "unavailable",
    "This installation sends no mail. Ask whoever runs it to set SMTP_URL and MAIL_FROM.",
  );
}

/** Refuses, with `unavailable`, mails to people outside, which only a server of the installation's own can send. */
export function requireMailServer(): void {
  const problem = mailProblem();
  if (problem !== null) throw new AppError("unavailable", problem);
}

/** Why no mail leaves this machine, as a sentence; null: it does. */
export function mailProblem(): string | null {
  if (mailLeaves()) return null;
  return "No mail server is set here, so that mails would reach nobody. Ask whoever runs this installation to set SMTP_URL and MAIL_FROM.";
}
