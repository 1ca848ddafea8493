import { createHmac, hkdfSync } from "node:crypto";
import { db } from "./db";
import { env } from "./env";
import { inBackground } from "./in-background";

/** How long a first open is remembered, days: who comes back later begins anew. */
export const FIRST_OPEN_DAYS = 365;

const DAY_MS = 24 * 60 * 60_000;

/** What a recipient of a link is stored under: nobody reads from it who it is, or that two links have one in common. */
export function recipientHash(linkId: string, recipient: string): string {
  const secret = Buffer.from(hkdfSync("sha256", env().NEXTAUTH_SECRET, "", "nameplate first-open v1", 32));
  return createHmac("sha256", secret)
    .update(`${linkId}\0${recipient.normalize("NFC")}`)
    .digest("base64url");
}

/** Whose first open it is: a link of a workspace, and a recipient by its hash. */
export type FirstOpenKey = { workspaceId: string; linkId: string; recipient: string };

/** When a recipient first opened a link's picture, ms since 1970; null: not yet. */
export async function readFirstOpen({
  workspaceId,
  linkId,
  recipient,
}: FirstOpenKey): Promise<number | null> {
  const row = await db().firstOpen.findUnique({
    where: { linkId_recipient: { linkId, recipient }, workspaceId },
    select: { at: true },
  });
  return row?.at.getTime() ?? null;
}

/** Writes down a first open unless one is there, whoever else does so at the same time. Gives the one that stands. */
export async function beginFirstOpen(key: FirstOpenKey, now: number): Promise<number> {
  const expiresAt = new Date(now + FIRST_OPEN_DAYS * DAY_MS);
  await db().firstOpen.createMany({ data: [{ ...key, at: new Date(now), expiresAt }], skipDuplicates: true });
  return (await readFirstOpen(key)) ?? now;
}

/** How many recipients of a link are remembered, counted no further than `most`, and how many of them since a moment. */
export async function countFirstOpens(
  linkId: string,
  { most, since }: { most: number; since: number },
): Promise<{ kept: number; recent: number }> {
  const kept = await db().firstOpen.count({ where: { linkId }, take: most });
  const recent = await db().firstOpen.count({ where: { linkId, at: { gt: new Date(since) } }, take: most });
  return { kept, recent };
}

/** Forgets so many recipients of a link: those who came once and longest ago, then those who came longest ago. */
export async function trimFirstOpens(linkId: string, count: number): Promise<void> {
  await db().$executeRaw`
    DELETE FROM "FirstOpen" WHERE "linkId" = ${linkId} AND recipient IN (
      SELECT recipient FROM "FirstOpen" WHERE "linkId" = ${linkId} ORDER BY again, at LIMIT ${count})`;
}

/** Writes down that a recipient came again; nobody waits for it. */
export function noteOpenedAgain({ workspaceId, linkId, recipient }: FirstOpenKey): void {
  const where = { workspaceId, linkId, recipient, again: false };
  inBackground("noting that a recipient came again", () =>
    db().firstOpen.updateMany({ where, data: { again: true } }),
  );
}
