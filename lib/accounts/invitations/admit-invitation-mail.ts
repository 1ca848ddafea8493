import { createPersonLimiter, type PersonLimiter } from "@/lib/server/person-limiter";
import { processWide } from "@/lib/server/process-registry";
import type { Scope } from "../scope";
import { refuseWhileWaiting } from "../too-many";

const HOUR_MS = 60 * 60_000;

/** Mails one workspace may have sent in an hour, and one address may get from all workspaces together. */
const MOST = { workspace: 60, address: 5 } as const;

type Limiters = { workspaces: PersonLimiter; addresses: PersonLimiter };

function limiters(): Limiters {
  return processWide("invitation-mails", () => ({
    workspaces: createPersonLimiter({ most: MOST.workspace, windowMs: HOUR_MS }),
    addresses: createPersonLimiter({ most: MOST.address, windowMs: HOUR_MS }),
  }));
}

/** Counts a mail that invites. `too_many` past the limit: nobody's inbox is filled from here. */
export function admitInvitationMail({ workspaceId }: Scope, email: string): void {
  const { workspaces, addresses } = limiters();
  refuseWhileWaiting(
    addresses.attempt(email),
    (time) => `This address was sent enough invitations. Copy the link instead, or try again in ${time}.`,
  );
  refuseWhileWaiting(
    workspaces.attempt(workspaceId),
    (time) =>
      `This workspace sent many invitations within the hour. Copy the link instead, or try again in ${time}.`,
  );
}
