import { setTimeout as pause } from "node:timers/promises";
import { AppError } from "@/lib/errors";
import { db, transaction } from "@/lib/server/db";
import { errorKind } from "@/lib/server/error-kind";
import { log } from "@/lib/server/log";
import { type ResultMail, type SendOutcome, sendResult } from "@/lib/server/mail/send-result";
import { BATCH_SELECT, batchItem } from "../../batch-row";
import { isMade } from "../../outcomes";
import { eachResult, type Result, type ResultsOf } from "../../results/each-result";
import { rowWords, type WordsOf } from "../../results/row-words";
import { addressOf } from "../address-of";
import { composeMail } from "../compose-mail";
import type { Letter } from "../letter";
import { fieldsOf } from "../mailable";
import { readLetter } from "../mailing-row";
import { queueMailing } from "../start-mailing";
import { claimMail } from "./claim-mail";
import { markLost, settleMail, stopByItself } from "./settle-mail";

/** After so long, ms, a job goes to the end of the line, so that other workspaces' mailings have their turn. */
const TURN_MS = 60_000;

/** Whoever would have to wait longer than this for the pace gives the worker to others, ms. */
const PATIENCE_MS = 5_000;

export type SendingTools = {
  now?: () => Date;
  sleep?: (ms: number) => Promise<unknown>;
  /** Aborted when the process is about to end: what is left is for the next one. */
  signal?: AbortSignal | undefined;
  send?: (mail: ResultMail) => Promise<SendOutcome>;
};

/**
 * Sends mails of a mailing, one after the other and at the pace of the installation, until none is left, somebody stops it,
 * or its turn is over. Begun again after whoever did it died, it goes on with the next mail.
 */
export async function sendMailing(
  mailingId: string,
  {
    now = () => new Date(),
    signal,
    sleep = (ms) => pauseUnless(ms, signal),
    send = sendResult,
  }: SendingTools = {},
): Promise<void> {
  await markLost(mailingId, now());
  const work = await workOf(mailingId);
  if (work === null) return;
  if (work === "unreadable") return transaction((tx) => stopByItself(tx, mailingId, "secret"));
  const began = now().getTime();
  let written: { row: number; mail: ResultMail | SendOutcome } | null = null;
  while (now().getTime() - began < TURN_MS && !signal?.aborted) {
    const claim = await claimMail(mailingId, written?.row ?? null, now());
    if (claim.kind === "over") return;
    if (claim.kind === "wait") {
      const ms = claim.until.getTime() - now().getTime();
      if (ms > PATIENCE_MS) return transaction((tx) => queueMailing(tx, mailingId, claim.until));
      await sleep(Math.max(1, ms));
      continue;
    }
    if (claim.kind === "next") {
      written = { row: claim.row, mail: await mailOf(mailingId, work, claim.row) };
      continue;
    }
    const mail: ResultMail | SendOutcome = written?.mail ?? UNREADABLE;
    written = null;
    const outcome: SendOutcome = "kind" in mail ? mail : await send(mail);
    await settleMail({ mailingId, ...claim }, outcome, now());
  }
  await transaction((tx) => queueMailing(tx, mailingId));
}

/** Waits so long, or until the process is about to end. */
async function pauseUnless(ms: number, signal: AbortSignal | undefined): Promise<void> {
  await pause(ms, undefined, { signal }).catch((error: unknown) => {
    if (!signal?.aborted) throw error;
  });
}

const UNREADABLE: SendOutcome = { kind: "later", answer: "Its row could not be read." };
const GONE: SendOutcome = { kind: "refused", answer: "Its file or its address is not there any more." };

/** What mails are made of; rows come in their order, each read once in a turn. */
type Work = {
  results: ResultsOf;
  letter: Letter;
  wordsOf: WordsOf;
  /** Not begun before it is known which row is the first. */
  rows: AsyncGenerator<Result> | null;
  at: number;
};

async function workOf(mailingId: string): Promise<Work | "unreadable" | null> {
  const mailing = await db().mailing.findUnique({
    where: { id: mailingId },
    select: { workspaceId: true, letter: true, batch: { select: { ...BATCH_SELECT, key: true } } },
  });
  if (!mailing) return null;
  const { key, ...row } = mailing.batch;
  const results = { item: batchItem(row), key, workspaceId: mailing.workspaceId };
  const letter = readLetter(mailingId, mailing.letter);
  if (letter === null) return "unreadable";
  const wordsOf = rowWords(results.item, await fieldsOf(results));
  return { results, letter, wordsOf, rows: null, at: 0 };
}

/** The mail of a row, or what becomes of it where it cannot be written: nothing was sent then, for sure. */
async function mailOf(mailingId: string, work: Work, wanted: number): Promise<ResultMail | SendOutcome> {
  const { results, letter, wordsOf } = work;
  let result: Result | null;
  try {
    result = await rowOf(work, wanted);
  } catch (error) {
    work.rows = null;
    log().error(
      { ...errorKind(error), mailing: mailingId, row: wanted },
      "a row to be mailed could not be read",
    );
    return UNREADABLE;
  }
  const to = result && addressOf(result.cells, letter.column, results.item);
  if (!result || !to || !isMade(result.outcome)) return GONE;
  try {
    return { ...(await composeMail(results, result, letter, wordsOf)), id: `${mailingId}.${wanted}`, to };
  } catch (error) {
    log().error({ ...errorKind(error), mailing: mailingId, row: wanted }, "a mail could not be written");
    return error instanceof AppError && error.code === "unavailable" ? { kind: "away", answer: "" } : GONE;
  }
}

async function rowOf(work: Work, wanted: number): Promise<Result | null> {
  // A row before those that were read was put off, or asked for again meanwhile.
  if (work.rows && wanted <= work.at) {
    await work.rows.return(undefined);
    work.rows = null;
  }
  work.rows ??= eachResult(work.results, { from: wanted });
  for (;;) {
    const { done, value } = await work.rows.next();
    if (done) return null;
    work.at = value.row;
    if (value.row === wanted) return value;
  }
}
