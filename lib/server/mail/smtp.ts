import { createTransport } from "nodemailer";
import { env } from "../env";
import { processWide } from "../process-registry";

export type OutgoingMail = { to: string; subject: string; text: string; html: string | null };
export type Smtp = { send: (mail: OutgoingMail) => Promise<void> };

/** Somebody waits at a form for the answer. */
const CONNECT_MS = 10_000;
const SILENCE_MS = 20_000;

/** The configured mail server, or null where none is set. */
export function smtp(): Smtp | null {
  const { SMTP_URL, MAIL_FROM } = env();
  if (SMTP_URL === undefined) return null;
  return processWide(`smtp ${SMTP_URL}`, () => {
    const transport = createTransport(withTimeLimits(SMTP_URL), { from: MAIL_FROM });
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

/** The library takes its settings from the URL's query where a URL is given; the operator's own stay. */
function withTimeLimits(address: string): string {
  const url = new URL(address);
  const limits = { connectionTimeout: CONNECT_MS, greetingTimeout: CONNECT_MS, socketTimeout: SILENCE_MS };
  for (const [name, ms] of Object.entries(limits)) {
    if (!url.searchParams.has(name)) url.searchParams.set(name, String(ms));
  }
  return url.href;
}
