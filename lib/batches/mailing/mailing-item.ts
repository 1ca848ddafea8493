import { z } from "zod";
import { letter } from "./letter";

/** `stopped`: by a person, or by itself for `stopReason`; it can go on. */
export const MAILING_STATES = ["sending", "stopped", "done"] as const;

/**
 * `sending`: the mail server is being asked. `unknown`: it may have been sent, for whoever asked died or heard nothing.
 * `skipped`: the row has no address.
 */
export const MAIL_STATES = ["waiting", "sending", "sent", "refused", "unknown", "skipped"] as const;
export type MailState = (typeof MAIL_STATES)[number];

/**
 * Why a mailing stopped by itself: the workspace has sent all it may today, the mail server takes nothing, or what it says was
 * written under another NEXTAUTH_SECRET.
 */
export const STOP_REASONS = ["day", "server", "secret"] as const;

/** A mailing as people and programs see it: how many of its rows are in which state. */
export const mailingItem = z.object({
  id: z.string(),
  state: z.enum(MAILING_STATES),
  stopReason: z.enum(STOP_REASONS).nullable(),
  /** null: it was written under another NEXTAUTH_SECRET, and nobody can read it any more. */
  letter: letter.nullable(),
  counts: z.record(z.enum(MAIL_STATES), z.number()),
  /** Rows that got their file after it was begun, and are not in it yet. */
  late: z.number(),
  /** The mail server took nothing so many times one after the other, and is asked again then; null: it is there. */
  away: z.object({ tries: z.number(), most: z.number(), until: z.coerce.date() }).nullable(),
  /** Mails that a workspace may send a day; 0: this installation sends none. */
  perDay: z.number(),
  createdAt: z.coerce.date(),
  endedAt: z.coerce.date().nullable(),
});
export type MailingItem = z.infer<typeof mailingItem>;

/** What would become of a batch's rows. */
export const mailingPlan = z.object({
  /** Rows that get a mail, and rows that have a file and no good address. */
  mails: z.number(),
  skipped: z.number(),
  /** Bytes of all files that would be attached, and how many of them are too heavy to be. */
  bytes: z.number(),
  tooHeavy: z.number(),
  /** Mails that this workspace may still send today, and how many go out in a minute. */
  leftToday: z.number(),
  /** Mails that a workspace may send a day; 0: this installation sends none. */
  perDay: z.number(),
  perMinute: z.number(),
});
export type MailingPlan = z.infer<typeof mailingPlan>;

/** What became of the mail of a row. */
export const mailRow = z.object({
  row: z.number(),
  /** As it stands in the row. */
  address: z.string(),
  state: z.enum(MAIL_STATES),
  at: z.coerce.date().nullable(),
  /** What the mail server said. */
  answer: z.string().nullable(),
});
export type MailRow = z.infer<typeof mailRow>;
