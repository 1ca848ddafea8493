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
  count: (
    linkId: string,
    bounds: { most: number; since: number },
  ) => Promise<{ kept: number; recent: number }>;
  /** Forgets so many, those first who never came again. */
  trim: (linkId: string, count: number) => Promise<void>;
  again: (key: FirstOpenKey) => void;
};

/** Recipients of one link that are remembered; for more of them others are forgotten. */
export const MOST_RECIPIENTS = 500_000;

/**
 * Recipients of one link that are written down in an hour, in all processes together: anybody can ask for the pictures of
 * people who are not there. For those beyond, the time begins anew each time, and the status says so.
 */
export const MOST_AN_HOUR = 100_000;

const HOUR_MS = 60 * 60_000;

/** Who asks so much later comes again, and is no program that fetched the picture twice, ms. */
const AGAIN_MS = 60_000;

/** How long the database is waited for, and left alone after it did not answer, ms. */
const PATIENCE_MS = 1_500;
const AWAY_FOR_MS = 2_000;

/** After what time, ms, and after how many of this process's own, a link is counted again: others write, too. */
const RECOUNT_MS = 60_000;
const RECOUNT_AFTER = 1_000;

/** What share of the most is forgotten in one go. */
const TRIMMED = 1 / 500;

/** First opens, remembered in memory once they are known: they never change. Equal questions share one answer. */
export function createFirstOpens(
  reads: FirstOpenReads,
  {
    most = MOST_RECIPIENTS,
    mostAnHour = MOST_AN_HOUR,
    patienceMs = PATIENCE_MS,
  }: { most?: number; mostAnHour?: number; patienceMs?: number } = {},
): FirstOpens {
  const known = new LRUCache<string, { at: number; again: boolean }>({ max: 200_000 });
  const asking = new Map<string, Promise<number | null>>();
  const rooms = new LRUCache<string, Room>({ max: 5_000 });
  const counting = new Map<string, Promise<Room>>();
  let awayUntil = Number.NEGATIVE_INFINITY;

  /** Counts a link's room; a count is heavy, so that there is one at a time. */
  async function recount(linkId: string, now: number): Promise<Room> {
    const counted = await reads.count(linkId, { most, since: now - HOUR_MS });
    const room = { ...counted, written: 0, countedAt: now };
    rooms.set(linkId, room);
    return room;
  }

  /** A link's room as it is known. Who finds it old counts it anew; who comes meanwhile goes by the old one, if any. */
  async function roomOf(linkId: string, now: number): Promise<Room> {
    const room = rooms.get(linkId);
    if (room && now - room.countedAt < RECOUNT_MS && room.written < RECOUNT_AFTER) return room;
    const running = counting.get(linkId);
    if (running) return room ?? running;
    const counted = recount(linkId, now).finally(() => counting.delete(linkId));
    counting.set(linkId, counted);
    return counted;
  }

  /** Whether one more may be written down; makes room for it where a link has all it may. */
  async function hasRoom(linkId: string, now: number): Promise<boolean> {
    const room = await roomOf(linkId, now);
    if (room.recent >= mostAnHour) return false;
    if (room.kept >= most) {
      const count = Math.max(1, Math.floor(most * TRIMMED));
      room.kept -= count;
      await reads.trim(linkId, count);
    }
    return true;
  }

  async function begin(key: FirstOpenKey, now: number): Promise<number | null> {
    if (!(await hasRoom(key.linkId, now))) return null;
    const at = await reads.begin(key, now);
    const room = rooms.get(key.linkId);
    if (room && at === now) {
      room.kept += 1;
      room.recent += 1;
      room.written += 1;
    }
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
    const found = remembered?.at ?? (await ask(`look ${name}`, () => reads.read(key)));
    const at = found ?? (begins ? await ask(`begin ${name}`, () => begin(key, now)) : null);
    if (at !== null) {
      const again = begins && now - at >= AGAIN_MS;
      if (again && !remembered?.again) reads.again(key);
      known.set(name, { at, again: again || remembered?.again === true });
    }
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

/** How many recipients of a link are remembered, and were written down in an hour; and how many since that was counted. */
type Room = { kept: number; recent: number; written: number; countedAt: number };

type Answer = { at: number | null; sure: boolean };
