import { db } from "@/lib/server/db";
import { env } from "@/lib/server/env";
import type { JobPayloads } from "@/lib/server/jobs/job-tasks";
import { mailAvailable } from "@/lib/server/mail/mail-available";
import { mailLayout } from "@/lib/server/mail/mail-layout";
import { sendMail } from "@/lib/server/mail/send-mail";
import { monthStart } from "./months";
import { planOf } from "./plan-of";
import { figure, METRIC_WORDS, monthName } from "./usage-words";

/**
 * Tells one owner or admin that so much of a quota is used. Everybody has a job of their own, which is tried again when
 * it fails: nobody's address keeps others from their mail, and who has got it gets it no second time.
 */
export async function mailQuota({ userId, month, ...of }: JobPayloads["mail_quota"]): Promise<void> {
  if (!mailAvailable()) return;
  const notice = await db().quotaNotice.findUnique({
    where: { workspaceId_metric_month_threshold_plan: { ...of, month: monthStart(month) } },
    include: {
      workspace: {
        select: {
          name: true,
          slug: true,
          plan: true,
          members: {
            where: { userId, role: { in: ["owner", "admin"] } },
            select: { user: { select: { email: true } } },
          },
        },
      },
    },
  });
  const [member] = notice?.workspace.members ?? [];
  // Gone meanwhile, no admin any more, or another plan, of which the figures do not tell: nothing to say to them.
  if (!notice || !member || planOf(notice.workspace).id !== notice.plan) return;
  const { workspace, metric, threshold, used, limit } = notice;
  const words = METRIC_WORDS[metric] ?? METRIC_WORDS.served;
  const heading = `${workspace.name} has used ${threshold} % of its ${words.label.toLowerCase()}`;
  const layout = mailLayout({
    heading,
    paragraphs: [
      `${figure(metric, Number(used))} of ${figure(metric, Number(limit))}${words.isMonthly ? ` in ${monthName(notice.month)}` : ""}.`,
      threshold >= 100 ? words.atLimit : words.before,
    ],
    link: { label: "See the usage", url: `${env().PUBLIC_URL}/${workspace.slug}/usage` },
    closing: ["You get this mail as an owner or admin of the workspace, once for each quota."],
  });
  await sendMail({ to: member.user.email, subject: heading, ...layout });
}
