import type { GoodAnswer, KeptAnswers } from "./asker";
import type { DatabaseWatch } from "./database-watch";
import type { Question } from "./question";
import { createTokenBuckets } from "./token-buckets";

/** What is kept for others is written again no sooner, ms: a source may be read anew every second. */
const REWRITE_MS = 60_000;

/** Writes under way at once, of which more are left out: a mailing is opened by thousands, and links are read there too. */
const MOST_WRITES = 32;

/**
 * What is written of one source, by this process: an answer counts 1, and 1 more for each 10 kB. Whoever asks for pictures
 * chooses what a source is asked, and by that must not choose how busy the database is.
 */
const WRITING = { most: 600, perSecond: 10 };
const BYTES_OF_ONE = 10_000;

/** What the database has of an answer, as far as this process knows. */
export type Written = { writtenAt: number; isKept: boolean };

/** `isSame`: that it says what it said before; `size`, bytes. */
type Answer = { before: Written; isSame: boolean; size: number };

export type AnswerWriter = {
  /** Keeps an answer for others, unless that is too much; gives what is known of it then. */
  write: (question: Question, good: GoodAnswer, answer: Answer) => Written;
  /** Takes an answer away from others, where there is one. */
  remove: (question: Question, before: Written) => Written;
  /** How many are being written. */
  writing: () => number;
  settled: () => Promise<void>;
};

/** Writes answers down behind the backs of pictures, which do not depend on whether the database is there. */
export function createAnswerWriter({
  kept,
  now,
  watch,
}: {
  kept: KeptAnswers;
  now: () => number;
  watch: DatabaseWatch;
}): AnswerWriter {
  const writes = new Set<Promise<void>>();
  const buckets = createTokenBuckets(WRITING);

  const mayWrite = () => writes.size < MOST_WRITES && !watch.isAway();

  function start(write: () => Promise<void>): void {
    const tracked: Promise<void> = watch
      .query(write)
      .catch(() => undefined)
      .finally(() => writes.delete(tracked));
    writes.add(tracked);
  }

  return {
    write(question, good, { before, isSame, size }) {
      const isThere = before.isKept && isSame && good.at - before.writtenAt < REWRITE_MS;
      if (isThere || !mayWrite()) return before;
      if (buckets.take(question.source.sourceId, 1 + Math.floor(size / BYTES_OF_ONE), now()) > 0)
        return before;
      start(() => kept.write(question, good));
      return { writtenAt: good.at, isKept: true };
    },
    remove(question, before) {
      if (!before.isKept || !mayWrite()) return before;
      start(() => kept.remove(question));
      return { writtenAt: now(), isKept: false };
    },
    writing: () => writes.size,
    settled: async () => void (await Promise.allSettled(writes)),
  };
}
