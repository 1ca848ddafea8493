import { AppError } from "@/lib/errors";
import { db } from "@/lib/server/db";
import { mailLeaves } from "@/lib/server/mail/mail-available";
import { createPersonLimiter, type PersonLimiter } from "@/lib/server/person-limiter";
import { processWide } from "@/lib/server/process-registry";
import type { Scope } from "../scope";
import { refuseWhileWaiting } from "../too-many";

const HOUR_MS = 60 * 60_000;

/** Mails in an hour: of one workspace, of one person in all workspaces, and to one address from everybody together. */
const MOST = { workspace: 60, person: 60, address: 5 } as const;

type Limiters = Record<keyof typeof MOST, PersonLimiter>;

function limiters(): Limiters {
  const each = (most: number) => createPersonLimiter({ most, windowMs: HOUR_MS });
  return processWide("invitation-mails", () => ({
    workspace: each(MOST.workspace),
    person: each(MOST.person),
    address: each(MOST.address),
  }));
}

/**
 * Counts a mail that invites. `too_many` past a limit: nobody's inbox is filled from here. `conflict` for somebody whose
 * own address is not confirmed, where mails really leave: nobody has mails sent in a name they only say is theirs.
 */
export async function admitInvitationMail(
  { workspaceId, userId }: Pick<Scope, "workspaceId" | "userId">,
  email: string,
  advice?: string,
): Promise<void> {
  if (mailLeaves()) {
    const { emailVerifiedAt } = await db().user.findUniqueOrThrow({
      where: { id: userId },
      select: { emailVerifiedAt: true },
    });
    if (emailVerifiedAt === null) {
      throw new AppError(
        "conflict",
        "Confirm your own e-mail in the settings first; then invitations can be mailed. Or copy the link instead.",
      );
    }
  }
  const { workspace, person } = limiters();
  refuseWhileWaiting(
    limiters().address.attempt(email),
    (time) =>
      `This address was sent enough invitations. ${advice ?? "Copy the link instead, or try"} again in ${time}.`,
  );
  for (const [limiter, id] of [[person, userId] as const, [workspace, workspaceId] as const]) {
    refuseWhileWaiting(
      limiter.attempt(id),
      (time) =>
        `Many invitations were sent from here within the hour. Copy the link instead, or try again in ${time}.`,
    );
  }
}
