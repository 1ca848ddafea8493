import { expect, test } from "vitest";
import { letter } from "@/lib/batches/mailing/letter";
import type { MailingItem } from "@/lib/batches/mailing/mailing-item";
import { lateWords, stateWords } from "./mailing-words";
import { planProblem } from "./plan-words";

const NONE = { waiting: 0, sending: 0, sent: 3, refused: 0, unknown: 0, skipped: 0 };
const item = (more: Partial<MailingItem>): MailingItem => ({
  ...{ id: "mlg_1", state: "done", stopReason: null, counts: NONE, late: 0, away: null, perDay: 10 },
  letter: letter.parse({ column: 0, subject: "Hi", message: "x" }),
  ...{ createdAt: new Date(), endedAt: null },
  ...more,
});
const WAITING = { ...NONE, waiting: 2 };

test("rows that were made later have a button with their number, unless another one takes them along", () => {
  expect(lateWords(item({ late: 2 }))).toBe("Mail 2 rows made later");
  expect(lateWords(item({ late: 1, state: "stopped" }))).toBe("Mail 1 row made later");
  expect(lateWords(item({}))).toBeNull();
  expect(lateWords(item({ late: 2, state: "stopped", counts: WAITING }))).toBeNull();
  expect(lateWords(item({ late: 2, state: "sending" }))).toBeNull();
  expect(lateWords(item({ late: 2, letter: null }))).toBeNull();
});

test("a server that is away: that it is asked again, when, and how often still", () => {
  const until = new Date(2026, 10, 28, 14, 5);
  const said = stateWords(item({ state: "sending", counts: WAITING, away: { tries: 2, most: 4, until } }));
  expect(said).toContain("cannot be reached");
  expect(said).toContain("at 14:05 (2 of 4)");
});

test("where mails are switched off it says by what, and whom to ask", () => {
  const said = stateWords(item({ state: "stopped", stopReason: "day", counts: WAITING, perDay: 0 }));
  expect(said).toContain("MAIL_PER_DAY is 0. Ask whoever");
  const plan = { mails: 3, skipped: 0, bytes: 9, tooHeavy: 0, leftToday: 0, perDay: 0, perMinute: 60 };
  expect(planProblem(plan, "file")).toBe(said);
  expect(planProblem({ ...plan, perDay: 9 }, "file")).toContain("Go on tomorrow");
});

test("a letter that cannot be read any more: what happened, and what to do", () => {
  const said = stateWords(item({ state: "stopped", stopReason: "secret", counts: WAITING, letter: null }));
  expect(said).toMatch(/another NEXTAUTH_SECRET.*Write another mail/);
});
