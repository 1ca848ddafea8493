import { createTransport } from "nodemailer";
import { env } from "../env";
import { processWide } from "../process-registry";
import { smtpAddress } from "./smtp-address";

export type OutgoingMail = { to: string; subject: string; text: string; html: string | null };
export type Smtp = { send: (mail: OutgoingMail) => Promise<void> };

/** The configured mail server, or null where none is set. */
export function smtp(): Smtp | null {
  const { SMTP_URL, MAIL_FROM } = env();
  if (SMTP_URL === undefined) return null;
  return processWide(`smtp ${SMTP_URL}`, () => {
    const transport = createTransport(smtpAddress(SMTP_URL), { from: MAIL_FROM });
    return {
      send: async ({ to, subject, text, html }) => {
        await transport.sendMail({
          // As an object it is one address, whatever stands in it.
          to: { name: "", address: to },
          subject,
          text,
          ...(html === null ? {} : { html }),
          // Nobody answers these, and no programme is to answer for them.
          headers: { "Auto-Submitted": "auto-generated" },
          disableFileAccess: true,
          disableUrlAccess: true,
        });
      },
    };
  });
}
