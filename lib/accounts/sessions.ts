import { AppError } from "@/lib/errors";
import { db } from "@/lib/server/db";
import type { Prisma } from "@/lib/server/generated/prisma/client";
import type { Identity } from "./identity";
import { newId } from "./ids";

const DAY_MS = 24 * 60 * 60_000;

/** A session nobody used for this long has ended. */
export const SESSION_IDLE_MS = 14 * DAY_MS;

/** A session ends after this however much it is used. */
export const SESSION_LONGEST_MS = 30 * DAY_MS;

/** Use is written down at most this often, so that reading a page is not also a write. */
const TOUCH_EVERY_MS = 5 * 60_000;

const LONGEST_USER_AGENT = 400;

/** Begins a session; its id goes into the token. */
export async function createSession(
  userId: string,
  userAgent: string,
  now = new Date(),
  client: Prisma.TransactionClient = db(),
): Promise<string> {
  const id = newId("ses");
  await client.session.create({
    data: {
      id,
      userId,
      userAgent: userAgent.replace(/[\p{Cc}\p{Cs}]/gu, "").slice(0, LONGEST_USER_AGENT),
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + SESSION_IDLE_MS),
    },
    select: { id: true },
  });
  return id;
}

/** Whether the session is alive; being used keeps it so. */
export async function confirmSession({ userId, sessionId }: Identity, now = new Date()): Promise<boolean> {
  const session = await db().session.findFirst({
    where: { id: sessionId, userId, revokedAt: null, expiresAt: { gt: now } },
    select: { createdAt: true, lastSeenAt: true },
  });
  if (!session) return false;
  if (now.getTime() - session.lastSeenAt.getTime() >= TOUCH_EVERY_MS) {
    const end = Math.min(now.getTime() + SESSION_IDLE_MS, session.createdAt.getTime() + SESSION_LONGEST_MS);
    await db().session.updateMany({
      where: { id: sessionId, userId, revokedAt: null },
      data: { lastSeenAt: now, expiresAt: new Date(end) },
    });
  }
  return true;
}

export type SessionSummary = {
  id: string;
  userAgent: string;
  createdAt: Date;
  lastSeenAt: Date;
  /** Whether this is the session that asks. */
  current: boolean;
};

/** The person's live sessions, last used first. */
export async function listSessions(identity: Identity, now = new Date()): Promise<SessionSummary[]> {
  const sessions = await db().session.findMany({
    where: { userId: identity.userId, revokedAt: null, expiresAt: { gt: now } },
    orderBy: [{ lastSeenAt: "desc" }, { id: "desc" }],
    select: { id: true, userAgent: true, createdAt: true, lastSeenAt: true },
    take: 100,
  });
  return sessions.map((session) => ({ ...session, current: session.id === identity.sessionId }));
}

/** Ends one of the person's own sessions at once. Ending an ended one is fine; anybody else's is `not_found`. */
export async function revokeSession(identity: Identity, sessionId: string, now = new Date()): Promise<void> {
  const session = await db().session.findFirst({
    where: { id: sessionId, userId: identity.userId },
    select: { revokedAt: true },
  });
  if (!session) throw new AppError("not_found", "You have no such session.");
  await db().session.updateMany({
    where: { id: sessionId, userId: identity.userId, revokedAt: null },
    data: { revokedAt: now },
  });
}

/** Ends every session of the person but the one that asks. */
export async function revokeOtherSessions(
  { userId, sessionId }: Identity,
  client: Prisma.TransactionClient = db(),
  now = new Date(),
): Promise<void> {
  await client.session.updateMany({
    where: { userId, id: { not: sessionId }, revokedAt: null },
    data: { revokedAt: now },
  });
}
