import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { DataAnswer, DataRequest } from "@/lib/render/remote/fetch-data";
import { createAnswerWriter, type Written } from "./answer-writer";
import { createDatabaseWatch, type DatabaseWatch } from "./database-watch";
import type { Question } from "./question";
import { readDocument } from "./read-document";
import { type Extract, extract, isEmpty } from "./read-values";
import { createSourceBreaker } from "./source-breaker";
import { isTrouble, SourceFault, type SourceFaultReason } from "./source-fault";
import { reasonOf, reasonOfStatus } from "./source-reason";

/** What a source said, and when, ms since 1970. */
export type GoodAnswer = { extract: Extract; at: number };

/** Answers that outlive this process, and that others share. */
export type KeptAnswers = {
  /** May reject, and take its time: the database may be away. */
  read: (question: Question) => Promise<GoodAnswer | null>;
  write: (question: Question, answer: GoodAnswer) => Promise<void>;
  /** The source says that there is nothing any more. Asked for only where something is known to be kept. */
  remove: (question: Question) => Promise<void>;
};

/** What became of a request, for those who look after a source. */
export type Outcome = { at: number; fault: SourceFaultReason | null; openUntil: number | null };

export type AskerDeps = {
  fetchData: (asked: DataRequest) => Promise<DataAnswer>;
  kept: KeptAnswers;
  /** ms since 1970. */
  now: () => number;
  onOutcome?: (question: Question, outcome: Outcome) => void;
  /** What is known of the database; its own where left out. */
  watch?: DatabaseWatch;
  maxBytes?: number;
};

/** What is shown: `seconds` tells for how long it holds. */
export type Told = { extract: Extract | null; seconds: number; complete: boolean };

export type Asker = {
  /** What a source says now, said a moment ago, or said last. Never rejects, and ends within the source's time. */
  ask: (question: Question) => Promise<Told>;
  /** Resolves when nothing is asked or written any more. */
  settled: () => Promise<void>;
};

/** Memory for answers. Of one of them no more than a quarter is taken: what is not remembered is asked for each time. */
const MEMORY_BYTES = 32_000_000;
const OF_MEMORY = 1 / 4;
/** How long the database is waited for, ms: it is asked for what is not remembered, before the source is. */
const RECALL_MS = 300;
/** After a failure the same question is not asked again for so long, ms. */
const FAILURE_MS = 5_000;
/**
 * How long beyond its time an answer is still shown while it is asked for anew: a tenth of that time, ms at most. Where
 * pictures are asked for all the time nobody waits for a source, and nobody sees what is much older than was agreed.
 * Where they are asked for rarely, the first one waits, and shows what is true now: a mail is mostly opened once.
 */
const GRACE = 0.1;
const LONGEST_GRACE_MS = 30_000;
type Remembered = {
  good: GoodAnswer | null;
  /** What it says, in short, and how much memory it takes, bytes. */
  digest: string;
  size: number;
  failedAt: number | null;
} & Written;
const NOTHING: Remembered = {
  good: null,
  digest: "",
  size: 0,
  failedAt: null,
  writtenAt: Number.NEGATIVE_INFINITY,
  isKept: false,
};

/** Asks sources for pictures: each question once at a time, from memory while it holds, never for long. */
export function createAsker({
  fetchData,
  kept,
  now,
  onOutcome,
  watch = createDatabaseWatch(now),
  maxBytes = MEMORY_BYTES,
}: AskerDeps): Asker {
  const remembered = new LRUCache<string, Remembered>({
    maxSize: maxBytes,
    sizeCalculation: ({ size }) => 300 + size,
  });
  const recalls = new Map<string, Promise<Remembered>>();
  const requests = new Map<string, Promise<boolean>>();
  const breaker = createSourceBreaker(now);
  const writer = createAnswerWriter({ kept, now, watch });

  /** What others, or this process in an earlier life, were told. */
  function recall(question: Question): Promise<Remembered> {
    const { key } = question;
    return once(recalls, key, async () => {
      const reading = watch.query(() => kept.read(question));
      const good = await watch.wait(key, reading, RECALL_MS);
      const known = remembered.get(key) ?? NOTHING;
      if (!good) return known;
      const isOlder = known.good !== null && known.good.at >= good.at;
      const recalled = isOlder
        ? { ...known, isKept: true }
        : { ...known, good, ...measure(good.extract), writtenAt: good.at, isKept: true };
      remembered.set(key, recalled);
      return recalled;
    });
  }

  /** Asks now, unless that is under way or in vain; whether the source answered. */
  function request(question: Question): Promise<boolean> {
    const { key, source } = question;
    return once(requests, key, async () => {
      if (!breaker.enter(question.way)) return failed(question, "resting", false);
      // While it is left alone, the one request that is let in tries it.
      const isTrial = breaker.openUntil(question.way) !== null;
      try {
        const answer = await fetchData({
          url: question.url,
          headers: question.headers,
          accept: question.accept,
          timeoutMs: source.config.timeoutMs,
        });
        const good = { extract: read(question, answer), at: now() };
        const measured = measure(good.extract);
        if (measured.size > maxBytes * OF_MEMORY) throw new SourceFault("too_large");
        breaker.succeeded(question.way);
        remember(question, good, measured, answer.status !== 200);
        tell(question, null);
        return true;
      } catch (error) {
        return failed(question, reasonOf(error), isTrial);
      }
    });
  }

  function failed(question: Question, reason: SourceFaultReason, isTrial: boolean): boolean {
    const { key } = question;
    // Nobody was asked: that says nothing of the source, and what is too much at this moment may be asked for at the next.
    if (reason === "resting" || reason === "busy") return false;
    if (isTrouble(reason)) breaker.failed(question.way);
    // A trial that told nothing is another one's.
    else if (isTrial) breaker.left(question.way);
    remembered.set(key, { ...(remembered.get(key) ?? NOTHING), failedAt: now() });
    tell(question, reason);
    return false;
  }

  function remember(question: Question, good: GoodAnswer, measured: Measured, isGone: boolean): void {
    const { key } = question;
    const before = remembered.get(key) ?? NOTHING;
    const { writtenAt, isKept } = isGone
      ? writer.remove(question, before)
      : writer.write(question, good, {
          before,
          isSame: measured.digest === before.digest,
          size: measured.size,
        });
    remembered.set(key, { ...before, good, ...measured, failedAt: null, writtenAt, isKept });
  }

  function tell(question: Question, fault: SourceFaultReason | null): void {
    onOutcome?.(question, { at: now(), fault, openUntil: breaker.openUntil(question.way) });
  }

  async function ask(question: Question): Promise<Told> {
    const { key } = question;
    const { cacheSeconds, staleSeconds } = question.source.config;
    const cacheMs = cacheSeconds * 1000;
    const known = remembered.get(key) ?? (await recall(question));
    const age = known.good ? now() - known.good.at : Number.POSITIVE_INFINITY;
    const justFailed = known.failedAt !== null && now() - known.failedAt < FAILURE_MS;
    if (known.good && age < cacheMs) return told(known.good, (cacheMs - age) / 1000);
    if (known.good && !justFailed && known.failedAt === null && age < cacheMs + graceOf(cacheMs)) {
      void request(question);
      return told(known.good, 0);
    }
    if (!justFailed && (await request(question))) {
      const good = remembered.get(key)?.good;
      if (good) return told(good, cacheSeconds);
    }
    const isUsable = (good: GoodAnswer | null | undefined) => good && now() - good.at < staleSeconds * 1000;
    const last = remembered.get(key)?.good ?? known.good;
    // Another process may have been told since.
    const good = isUsable(last) ? last : (await recall(question)).good;
    return { extract: isUsable(good) && good ? good.extract : null, seconds: 0, complete: false };
  }

  return {
    ask,
    async settled() {
      while (requests.size + recalls.size + writer.writing() > 0) {
        await Promise.allSettled([...requests.values(), ...recalls.values(), writer.settled()]);
      }
    },
  };
}

function told({ extract: kept }: GoodAnswer, seconds: number): Told {
  return { extract: kept, seconds: Math.floor(seconds), complete: true };
}

function graceOf(cacheMs: number): number {
  return Math.min(cacheMs * GRACE, LONGEST_GRACE_MS);
}

/** @throws SourceFault */
function read({ source: { config } }: Question, { status, contentType, bytes }: DataAnswer): Extract {
  // Nobody by this name is an answer, and so is that there is none any more.
  if (status === 404 || status === 410) return { kind: "values", values: {} };
  if (status !== 200) throw new SourceFault(reasonOfStatus(status));
  const found = extract(readDocument(bytes, contentType, config.format), config);
  if (isEmpty(found)) throw new SourceFault("no_values");
  return found;
}

type Measured = Pick<Remembered, "digest" | "size">;

function measure(kept: Extract): Measured {
  const text = JSON.stringify(kept);
  return { digest: createHash("sha256").update(text).digest("base64url"), size: Buffer.byteLength(text) * 2 };
}

/** One at a time of what goes by the same name. */
function once<T>(running: Map<string, Promise<T>>, name: string, start: () => Promise<T>): Promise<T> {
  const current = running.get(name);
  if (current) return current;
  const promise = start().finally(() => {
    if (running.get(name) === promise) running.delete(name);
  });
  running.set(name, promise);
  return promise;
}
