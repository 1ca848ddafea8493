import { z } from "zod";
import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { type Database, db } from "@/lib/server/db";
import { env } from "@/lib/server/env";
import { sealBytes, unsealBytes } from "@/lib/server/sealed-secret";
import { type Letter, letter } from "./letter";
import { MAIL_STATES, type MailingItem, STOP_REASONS } from "./mailing-item";
import { AWAY_PAUSES_MS } from "./run/away";

/** What mails say may name people, as rows do. */
export function sealLetter(mailingId: string, given: Letter): Buffer<ArrayBuffer> {
  return sealBytes("rows", `letter ${mailingId}`, Buffer.from(JSON.stringify(given)));
}

/** @throws AppError `gone` when NEXTAUTH_SECRET is another than it was then */
export function openLetter(mailingId: string, sealed: Uint8Array): Letter {
  const plain = unsealBytes("rows", `letter ${mailingId}`, sealed);
  if (plain === null) {
    throw new AppError(
      "gone",
      "These mails were written under another NEXTAUTH_SECRET and cannot be read. Write them anew.",
    );
  }
  return letter.parse(JSON.parse(plain.toString("utf8")));
}

/** A letter, or null when it was written under another NEXTAUTH_SECRET. */
export function readLetter(mailingId: string, sealed: Uint8Array): Letter | null {
  try {
    return openLetter(mailingId, sealed);
  } catch (error) {
    if (error instanceof AppError && error.code === "gone") return null;
    throw error;
  }
}

export function sealAnswer(mailingId: string, row: number, answer: string): Buffer<ArrayBuffer> | null {
  return answer === "" ? null : sealBytes("rows", `answer ${mailingId} ${row}`, Buffer.from(answer));
}

export function openAnswer(mailingId: string, row: number, sealed: Uint8Array | null): string | null {
  return sealed && (unsealBytes("rows", `answer ${mailingId} ${row}`, sealed)?.toString("utf8") ?? null);
}

type Place = Pick<Scope, "workspaceId">;

/** The latest mailing of a batch that is within reach; null where nothing was mailed. */
export async function latestMailing({ workspaceId }: Place, batchId: string): Promise<MailingItem | null> {
  const found = await db().mailing.findFirst({
    where: { workspaceId, batchId },
    orderBy: { createdAt: "desc" },
    include: { batch: { select: { state: true, made: true } } },
  });
  if (!found) return null;
  const { id, state, stopReason, createdAt, endedAt, batch, awayTries, awayUntil } = found;
  const counts = await countMails(db(), id);
  const known = MAIL_STATES.reduce((sum, each) => sum + counts[each], 0);
  const hasEnded = batch.state === "done" || batch.state === "cancelled";
  return {
    ...{ id, state, createdAt, endedAt },
    stopReason: z.enum(STOP_REASONS).nullable().catch(null).parse(stopReason),
    letter: readLetter(id, found.letter),
    counts,
    // Every row that has a file joined it, with an address or without: what is more was made later.
    late: hasEnded ? Math.max(0, batch.made - known) : 0,
    away: awayUntil && { tries: awayTries, most: AWAY_PAUSES_MS.length, until: awayUntil },
    perDay: env().MAIL_PER_DAY,
  };
}

/** How many rows of a mailing are in which state: counted from the rows, so that it is exact at every moment. */
export async function countMails(tx: Database, mailingId: string): Promise<MailingItem["counts"]> {
  const found = await tx.mailingRow.groupBy({ by: ["state"], where: { mailingId }, _count: true });
  const counts = Object.fromEntries(found.map(({ state, _count }) => [state, _count]));
  const of = (state: (typeof MAIL_STATES)[number]) => counts[state] ?? 0;
  return {
    waiting: of("waiting"),
    sending: of("sending"),
    sent: of("sent"),
    refused: of("refused"),
    unknown: of("unknown"),
    skipped: of("skipped"),
  };
}
