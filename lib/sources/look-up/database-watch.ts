import { within } from "@/lib/render/within";
import { isDatabaseAway } from "@/lib/server/database-away";
import { processWide } from "@/lib/server/process-registry";

/** How long the database is left alone after it was found to be away, ms. */
const AWAY_FOR_MS = 2_000;
/** Questions of which none was answered in time, nor any other since, that mean it is away. Fewer are slow queries. */
const UNANSWERED = 3;
/** A trial whose end nobody told of is over by then: no query takes longer, ms. */
const TRIAL_MS = 10_000;

export type DatabaseWatch = {
  /** Whether it is left alone now. */
  isAway: () => boolean;
  /** Asks it, unless it is away: then this rejects at once. */
  query: <T>(run: () => Promise<T>) => Promise<T>;
  /** What comes of a question within so long; null where nothing does, which is remembered under its name. */
  wait: <T>(name: string, answer: Promise<T>, ms: number) => Promise<T | null>;
};

/**
 * Remembers for a moment that the database is away, so that pictures do not wait for it one after the other. After that
 * moment one question tries whether it is back, and the others go on without it until that is answered.
 */
export function createDatabaseWatch(now: () => number): DatabaseWatch {
  let awayUntil: number | null = null;
  let trialAt: number | null = null;
  const unanswered = new Set<string>();

  function setAway(): void {
    awayUntil = now() + AWAY_FOR_MS;
    trialAt = null;
    unanswered.clear();
  }

  function setThere(): void {
    awayUntil = null;
    trialAt = null;
    unanswered.clear();
  }

  function isAway(): boolean {
    if (awayUntil === null) return false;
    return now() < awayUntil || (trialAt !== null && now() - trialAt < TRIAL_MS);
  }

  return {
    isAway,
    async query(run) {
      if (isAway()) throw new Error("the database is away, and not asked at this moment");
      if (awayUntil !== null) trialAt = now();
      try {
        const answer = await run();
        setThere();
        return answer;
      } catch (error) {
        // Another fault says nothing, and a trial that ends by it has not shown that the database is back.
        if (isDatabaseAway(error) || awayUntil !== null) setAway();
        throw error;
      }
    },
    async wait(name, answer, ms) {
      let isOver = false;
      const over = () => {
        isOver = true;
      };
      answer.then(over, over);
      const given = await within(answer, ms);
      if (isOver || awayUntil !== null) return given;
      unanswered.add(name);
      if (unanswered.size >= UNANSWERED) setAway();
      return given;
    },
  };
}

/** What this process knows of the database on the way to a picture. */
export function databaseWatch(): DatabaseWatch {
  return processWide("database-watch", () => createDatabaseWatch(() => performance.now()));
}
