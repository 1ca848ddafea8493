import { db } from "@/lib/server/db";
import { env } from "@/lib/server/env";
import { log } from "@/lib/server/log";
import { mailAvailable } from "@/lib/server/mail/mail-available";
import { mailLayout } from "@/lib/server/mail/mail-layout";
import { sendMail } from "@/lib/server/mail/send-mail";

/** Tells owners and admins of a workspace that one of its webhooks was switched off, and why. */
export async function mailWebhookDisabled(endpointId: string): Promise<void> {
  if (!mailAvailable()) return;
  const endpoint = await db().webhookEndpoint.findUnique({
    where: { id: endpointId },
    select: {
      url: true,
      disabledAt: true,
      disabledFor: true,
      workspace: {
        select: {
          name: true,
          slug: true,
          members: {
            where: { role: { in: ["owner", "admin"] } },
            select: { user: { select: { email: true } } },
          },
        },
      },
    },
  });
  // Switched on again meanwhile: then they know.
  if (!endpoint || endpoint.disabledAt === null) return;
  const { workspace, url } = endpoint;
  const { host } = new URL(url);
  const heading = `A webhook of ${workspace.name} was switched off`;
  const content = mailLayout({
    heading,
    paragraphs: [
      endpoint.disabledFor === "gone"
        ? `${host} answered that it wants no more events (410).`
        : `Nothing has arrived at ${host} for five days.`,
      "No events are sent there any more. When it works again, switch the webhook on; what it missed in the last 7 days can be sent again from its page.",
    ],
    link: { label: "Webhooks", url: `${env().PUBLIC_URL}/${workspace.slug}/webhooks` },
  });
  const sent = await Promise.allSettled(
    workspace.members.map(({ user }) => sendMail({ to: user.email, subject: heading, ...content })),
  );
  const failed = sent.filter(({ status }) => status === "rejected").length;
  if (failed === 0) return;
  // Once somebody has it, another try would only bring them copies.
  if (failed === sent.length) throw new Error("The mail about a webhook reached nobody.");
  log().warn({ endpoint: endpointId, failed }, "a mail about a webhook did not reach everybody");
}
