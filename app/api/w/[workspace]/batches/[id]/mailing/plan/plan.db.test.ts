import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { newMailable, people } from "@/lib/batches/mailing/testing/new-mailable";
import { newGreeting } from "@/lib/batches/testing/new-batch";
import { db } from "@/lib/server/db";
import { replaceEnv } from "@/lib/server/env";
import { type MailServer, startMailServer } from "@/lib/server/mail/testing/mail-server";
import { takeProcessWide } from "@/lib/server/process-registry";
import { askRoute } from "@/lib/server/testing/ask-route";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newPerson, type Person } from "@/lib/server/testing/people";

const database = withTestDatabase();

let owner: Person;
let id: string;
let server: MailServer;
beforeAll(async () => {
  owner = await newPerson("Owner");
  await db().user.update({ where: { id: owner.scope.userId }, data: { emailVerifiedAt: new Date() } });
  id = await newMailable(owner, { templateId: await newGreeting(owner), rows: people(3) });
});
beforeEach(async () => {
  server = await startMailServer();
  replaceEnv({
    DATABASE_URL: database.url,
    DATA_DIR: database.dataDir,
    LOG_LEVEL: "silent",
    SMTP_URL: server.url,
    MAIL_FROM: "Nameplate <nameplate@sender.example>",
  });
  takeProcessWide("mailing-plan-limiter");
});
afterEach(() => server.stop());

const plan = (column: number) =>
  askRoute("GET w/[workspace]/batches/[id]/mailing/plan", owner, { id, query: `?column=${column}` });

test("many who ask at once are told by column, and a person asks so often in a minute", async () => {
  const answers = await Promise.all([1, 1, 0, 1].map(plan));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  const told = await Promise.all(answers.map((answer) => answer.json()));
  expect(told.map(({ mails, skipped }) => [mails, skipped])).toEqual([
    [3, 0],
    [3, 0],
    [0, 3],
    [3, 0],
  ]);
  for (let asked = 4; asked < 30; asked += 1) expect((await plan(1)).status).toBe(200);
  const refused = await plan(1);
  expect([refused.status, Number(refused.headers.get("retry-after")) > 0]).toEqual([429, true]);
  expect((await refused.json()).error.message).toContain("Try again in");
});
