import { LRUCache } from "lru-cache";
import { type FirstOpenKey, recipientHash } from "@/lib/server/first-open-reads";
import type { LiveLink } from "./picture-maker";
import { withDeadline } from "./within";

/** When recipients first opened a link's picture, ms since 1970, by what tells them apart; who has not is not there. */
export type Opened = {
  at: ReadonlyMap<string, number>;
  /** Whether it is known of all; where it is not, what is shown is as good as begun now, and not to be kept. */
  complete: boolean;
};

/**
 * Looks up when recipients first opened a link's picture; with `begins`, now is the first time of all others. Never
 * rejects.
 */
export type FirstOpens = (
  link: LiveLink,
  recipients: readonly string[],
  asking: { now: number; begins: boolean },
) => Promise<Opened>;

export type FirstOpenReads = {
  read: (key: FirstOpenKey) => Promise<number | null>;
  /** Gives the moment that stands, whoever wrote it. */
  begin: (key: FirstOpenKey, now: number) => Promise<number>;
  count: (linkId: string, most: number) => Promise<number>;
};

/** Recipients of one link that are remembered. For those beyond, the time begins anew each time, and the status says so. */
export const MOST_RECIPIENTS = 500_000;

/** How long the database is waited for, and left alone after it did not answer, ms. */
const PATIENCE_MS = 1_500;
const AWAY_FOR_MS = 2_000;

/** How often a link that is full is counted again, ms. */
const RECOUNT_MS = 60_000;

/** First opens, remembered in memory once they are known: they never change. Equal questions share one answer. */
export function createFirstOpens(
  reads: FirstOpenReads,
  { most = MOST_RECIPIENTS, patienceMs = PATIENCE_MS }: { most?: number; patienceMs?: number } = {},
): FirstOpens {
  const known = new LRUCache<string, number>({ max: 200_000 });
  const asking = new Map<string, Promise<number | null>>();
  /** How many recipients a link has room for, and when that was counted. */
  const rooms = new LRUCache<string, { left: number; countedAt: number }>({ max: 5_000 });
  let awayUntil = Number.NEGATIVE_INFINITY;

  async function hasRoom(linkId: string, now: number): Promise<boolean> {
    const room = rooms.get(linkId);
    if (room && (room.left > 0 || now - room.countedAt < RECOUNT_MS)) return room.left > 0;
    const left = most - (await reads.count(linkId, most));
    rooms.set(linkId, { left, countedAt: now });
    return left > 0;
  }

  async function begin(key: FirstOpenKey, now: number): Promise<number | null> {
    if (!(await hasRoom(key.linkId, now))) return null;
    const at = await reads.begin(key, now);
    const room = rooms.get(key.linkId);
    if (room && at === now) room.left -= 1;
    return at;
  }

  /** One question at a time for a recipient, so that whoever comes meanwhile is told the same. */
  function ask(name: string, question: () => Promise<number | null>): Promise<number | null> {
    const running = asking.get(name);
    if (running) return running;
    const answer = question().finally(() => asking.delete(name));
    asking.set(name, answer);
    return answer;
  }

  async function openOf(
    key: FirstOpenKey,
    { now, begins }: { now: number; begins: boolean },
  ): Promise<Answer> {
    const name = `${key.linkId} ${key.recipient}`;
    const remembered = known.get(name);
    if (remembered !== undefined) return { at: remembered, sure: true };
    const found = await ask(`look ${name}`, () => reads.read(key));
    const at = found ?? (begins ? await ask(`begin ${name}`, () => begin(key, now)) : null);
    if (at !== null) known.set(name, at);
    // There was no room to write it down.
    return { at, sure: at !== null || !begins };
  }

  return async (link, recipients, when) => {
    const at = new Map<string, number>();
    const { linkId, workspaceId } = link;
    // What is no link, such as a picture that a program asks for, has nobody who opens it.
    if (linkId === undefined) return { at, complete: !when.begins };
    if (when.now < awayUntil) return { at, complete: false };
    try {
      const keys = recipients.map((recipient) => ({
        workspaceId,
        linkId,
        recipient: recipientHash(linkId, recipient),
      }));
      const answers = await withDeadline(Promise.all(keys.map((key) => openOf(key, when))), patienceMs);
      for (const [index, answer] of answers.entries()) {
        const recipient = recipients[index];
        if (recipient !== undefined && answer.at !== null) at.set(recipient, answer.at);
      }
      return { at, complete: answers.every(({ sure }) => sure) };
    } catch {
      awayUntil = when.now + AWAY_FOR_MS;
      return { at, complete: false };
    }
  };
}

type Answer = { at: number | null; sure: boolean };
