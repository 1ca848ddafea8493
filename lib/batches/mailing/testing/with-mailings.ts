import { afterEach, beforeAll, beforeEach } from "vitest";
import { db } from "@/lib/server/db";
import { replaceEnv } from "@/lib/server/env";
import type { ResultMail, SendOutcome } from "@/lib/server/mail/send-result";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newPerson, type Person } from "@/lib/server/testing/people";
import { newGreeting } from "../../testing/new-batch";
import { letter } from "../letter";
import type { MailingItem } from "../mailing-item";
import { latestMailing } from "../mailing-row";
import { startMailing } from "../start-mailing";
import { newMailable, people } from "./new-mailable";

export const NOON = Date.UTC(2026, 10, 28, 12);

/** A letter, from somebody who knows that nothing was mailed. */
export const START = {
  ...letter.parse({ column: 1, subject: "Hi", message: "Dear {{first_name}}" }),
  seen: null,
};
export const SENT: SendOutcome = { kind: "sent", answer: "250 Accepted" };

/** A clock that goes on only while somebody sleeps, and a mail server that answers as told. */
export function clockwork(
  answer: (mail: ResultMail) => SendOutcome | Promise<SendOutcome>,
  from: number = NOON,
) {
  let time = from;
  const asked: { at: number; row: number }[] = [];
  return {
    asked,
    rows: () => asked.map(({ row }) => row),
    goOn: (ms: number) => {
      time += ms;
    },
    tools: {
      now: () => new Date(time),
      sleep: async (ms: number) => {
        time += ms;
      },
      send: async (mail: ResultMail) => {
        asked.push({ at: time, row: Number(/\d+/.exec(mail.to)?.[0]) });
        return answer(mail);
      },
    },
  };
}

/** For tests of mailings without a mail server: somebody who may mail, and nothing left over from the test before. */
export function withMailings() {
  const database = withTestDatabase();
  let owner: Person;
  let templateId: string;

  /** Settings of an installation that mails, and others. */
  function settings(more: Record<string, string> = {}): void {
    replaceEnv({
      DATABASE_URL: database.url,
      DATA_DIR: database.dataDir,
      LOG_LEVEL: "silent",
      SMTP_URL: "smtp://127.0.0.1:1",
      MAIL_FROM: "nameplate@sender.example",
      MAIL_PER_MINUTE: "6000",
      ...more,
    });
  }

  beforeAll(async () => {
    settings();
    owner = await newPerson("Owner");
    await db().user.update({ where: { id: owner.scope.userId }, data: { emailVerifiedAt: new Date() } });
    templateId = await newGreeting(owner);
  });
  beforeEach(() => settings());
  afterEach(async () => {
    await db().$executeRaw`DELETE FROM graphile_worker._private_jobs`;
    await db().mailing.updateMany({ where: { state: "sending" }, data: { state: "stopped" } });
    await db().mailDay.deleteMany();
    await db().mailPace.deleteMany();
  });

  return {
    settings,
    owner: () => owner,
    templateId: () => templateId,
    /** A batch that is done, of so many people. */
    newDone: (count: number, failed: number[] = []) =>
      newMailable(owner, { templateId, rows: people(count), failed }),
    /** The latest mailing of a batch. */
    async mailing(id: string): Promise<MailingItem> {
      const found = await latestMailing(owner.scope, id);
      if (!found) throw new Error("nothing was mailed");
      return found;
    },
    /** Begins a mailing of a batch, and gives its id. */
    begin: async (id: string) => (await startMailing(owner.scope, id, START)).id,
  };
}
