import { db } from "@/lib/server/db";
import { env } from "@/lib/server/env";
import { mailAvailable } from "@/lib/server/mail/mail-available";
import { mailLayout } from "@/lib/server/mail/mail-layout";
import { sendMail } from "@/lib/server/mail/send-mail";
import { processWide } from "@/lib/server/process-registry";
import { figure, METRIC_WORDS, monthName } from "./usage-words";

/** At the start there may be something that a process before had no time to mail. */
const due = () => processWide("quota-mails-due", () => ({ now: true }));

/** Says that there is something to mail, for whoever looks next. */
export function mailSoon(): void {
  due().now = true;
}

/** Whether something may have to be mailed since this was last asked. */
export function takeMailDue(): boolean {
  const was = due().now;
  due().now = false;
  return was;
}

/** Older ones are no news. */
const NEWS_MS = 3 * 24 * 60 * 60_000;

/**
 * Mails owners and admins what quotas were reached, each once: who takes a notice up is the one who mails it. Where both
 * thresholds were passed at once, the higher one is told. Gives how many notices were mailed.
 */
export async function mailQuotas(now: Date): Promise<number> {
  if (!mailAvailable()) return 0;
  const since = new Date(now.getTime() - NEWS_MS);
  const taken = await db().quotaNotice.updateManyAndReturn({
    where: { mailedAt: null, at: { gt: since } },
    data: { mailedAt: now },
    select: { workspaceId: true, metric: true, month: true, threshold: true, used: true, limit: true },
  });
  const told = taken.filter(
    (notice) =>
      !taken.some(
        (other) =>
          other.workspaceId === notice.workspaceId &&
          other.metric === notice.metric &&
          other.month.getTime() === notice.month.getTime() &&
          other.threshold > notice.threshold,
      ),
  );
  for (const notice of told) await mailNotice(notice);
  return told.length;
}

type Notice = {
  workspaceId: string;
  metric: string;
  month: Date;
  threshold: number;
  used: bigint;
  limit: bigint;
};

async function mailNotice(notice: Notice): Promise<void> {
  const { workspaceId, metric, month, threshold } = notice;
  const workspace = await db().workspace.findUnique({
    where: { id: workspaceId },
    select: {
      name: true,
      slug: true,
      members: {
        where: { role: { in: ["owner", "admin"] } },
        select: { user: { select: { email: true } } },
      },
    },
  });
  if (!workspace) return;
  const words = METRIC_WORDS[metric] ?? METRIC_WORDS.served;
  const heading = `${workspace.name} has used ${threshold} % of its ${words.label.toLowerCase()}`;
  const layout = mailLayout({
    heading,
    paragraphs: [
      `${figure(metric, Number(notice.used))} of ${figure(metric, Number(notice.limit))}${words.isMonthly ? ` in ${monthName(month)}` : ""}.`,
      threshold >= 100 ? words.atLimit : words.before,
    ],
    link: { label: "See the usage", url: `${env().PUBLIC_URL}/${workspace.slug}/usage` },
    closing: ["You get this mail as an owner or admin of the workspace, once for each quota."],
  });
  const sent = await Promise.allSettled(
    workspace.members.map(({ user }) => sendMail({ to: user.email, subject: heading, ...layout })),
  );
  // Whoever got it gets it no second time; where nobody did, it is tried again another day.
  if (sent.length > 0 && sent.every(({ status }) => status === "rejected")) {
    await db().quotaNotice.updateMany({
      where: { workspaceId, metric, month, threshold },
      data: { mailedAt: null },
    });
  }
}
