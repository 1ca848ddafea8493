import { z } from "zod";
import { allowed } from "@/lib/accounts/permissions";
import type { Scope } from "@/lib/accounts/scope";
import { refuseWhileWaiting } from "@/lib/accounts/too-many";
import { db } from "../db";
import { liveTemplate, templateNotFound } from "../templates/find-template";
import { beatLimiter } from "./beat-limiter";

/** A tab not heard of for this long counts as closed, ms: three beats of an editor, with room for a slow one. */
export const GONE_AFTER_MS = 35_000;
/** Tabs told of at most. */
const MOST_TABS = 100;

export const beatInput = z.strictObject({
  /** What the tab calls itself: fresh for every page load. */
  tabId: z.string().regex(/^[A-Za-z0-9_-]{8,80}$/),
  /** The tab is being closed. */
  leaving: z.boolean().default(false),
});
export type BeatInput = z.infer<typeof beatInput>;

/** Somebody who has the same template open. */
export type Companion = {
  name: string;
  /** The person who asks, in another tab or on another device. */
  isYou: boolean;
  /** Whether the role allows changes. */
  canEdit: boolean;
};

export type Beat = {
  /** Revision of the draft as it is stored. */
  revision: number;
  /** Whether editors may change content alone, for those who opened it before it was locked or unlocked. */
  brandLocked: boolean;
  /** Who else has it open, each person once, who came first first. */
  others: Companion[];
};

/**
 * A tab says that it has the template open, or that it leaves, and hears who else does and how far the draft is. It
 * is all in the database, so every node knows the same. @throws AppError `not_found`, `too_many`
 */
export async function beat(scope: Scope, id: string, input: BeatInput, now = Date.now()): Promise<Beat> {
  refuseWhileWaiting(
    beatLimiter().attempt(scope.userId),
    (time) => `This template was asked about too often in a short time. Try again in ${time}.`,
  );
  const template = await db().template.findFirst({
    where: liveTemplate(scope, id),
    select: { revision: true, brandLocked: true },
  });
  if (!template) throw templateNotFound();
  const { workspaceId, userId } = scope;
  const { tabId } = input;
  const tab = { workspaceId, templateId: id, userId, tabId };
  const gone = new Date(now - GONE_AFTER_MS);
  if (input.leaving) {
    await db().presence.deleteMany({ where: tab });
    return { ...template, others: [] };
  }
  const seenAt = new Date(now);
  await db().presence.deleteMany({ where: { workspaceId, seenAt: { lt: gone } } });
  await db().presence.upsert({
    where: { workspaceId_templateId_userId_tabId: tab },
    create: { ...tab, seenAt },
    update: { seenAt },
  });
  const open = await db().presence.findMany({
    where: { workspaceId, templateId: id, NOT: { userId, tabId }, seenAt: { gte: gone } },
    select: {
      userId: true,
      user: { select: { name: true, members: { where: { workspaceId }, select: { role: true } } } },
    },
    orderBy: [{ openedAt: "asc" }, { tabId: "asc" }],
    take: MOST_TABS,
  });
  const people = new Map<string, Companion>();
  for (const { userId: who, user } of open) {
    const [member] = user.members;
    // Who was removed from the workspace is here no more, whatever tab is left open.
    if (!member || people.has(who)) continue;
    const canEdit = allowed(member.role, "template.edit");
    people.set(who, { name: user.name, isYou: who === userId, canEdit });
  }
  return { ...template, others: [...people.values()] };
}
