import { inspect } from "node:util";
import { expect, test, vi } from "vitest";
import { db } from "@/lib/server/db";
import { log } from "@/lib/server/log";
import type { SendOutcome } from "@/lib/server/mail/send-result";
import { storage } from "@/lib/server/storage";
import { listMails } from "./list-mails";
import { AWAY_PAUSES_MS } from "./run/away";
import { mailingTurn } from "./run/mailing-job";
import { sendMailing } from "./run/send-mailing";
import { sendRest } from "./stop-mailing";
import { newMailable, people } from "./testing/new-mailable";
import { clockwork, NOON, SENT, withMailings } from "./testing/with-mailings";

const { settings, owner, templateId, newDone, mailing, begin } = withMailings();

const AWAY: SendOutcome = { kind: "away", answer: "421 busy" };

test("a server that is away is asked again after a longer pause each time, and a mail that leaves begins anew", async () => {
  const id = await newDone(2);
  let asked = 0;
  const clock = clockwork(() => (++asked === 3 ? SENT : AWAY));
  const mailingId = await begin(id);
  await sendMailing(mailingId, clock.tools);
  const first = await mailing(id);
  expect([first.state, first.away?.tries]).toEqual(["sending", 1]);
  // Nobody asks before the pause is over.
  await sendMailing(mailingId, clock.tools);
  expect(asked).toBe(1);
  clock.goOn(AWAY_PAUSES_MS[0] ?? 0);
  await sendMailing(mailingId, clock.tools);
  expect((await mailing(id)).away?.tries).toBe(2);
  clock.goOn(AWAY_PAUSES_MS[1] ?? 0);
  await sendMailing(mailingId, clock.tools);
  expect([asked, (await mailing(id)).counts.sent, (await mailing(id)).away?.tries]).toEqual([4, 1, 1]);
  for (const pause of AWAY_PAUSES_MS) {
    clock.goOn(pause);
    await sendMailing(mailingId, clock.tools);
  }
  expect(await mailing(id)).toMatchObject({ state: "stopped", stopReason: "server", counts: { waiting: 1 } });
  expect(asked).toBe(4 + AWAY_PAUSES_MS.length);
  // A person who goes on is not kept waiting.
  await sendRest(owner().scope, id, { again: [] });
  await sendMailing(mailingId, clock.tools);
  expect([asked, (await mailing(id)).away?.tries]).toEqual([5 + AWAY_PAUSES_MS.length, 1]);
  const jobs = await db().$queryRaw<{ key: string }[]>`SELECT key FROM graphile_worker.jobs`;
  expect(jobs.map(({ key }) => key)).toContain(`mailing ${mailingId}`);
});

test("a process that is about to end ends the pause between mails, and leaves the rest for the next", async () => {
  settings({ MAIL_PER_MINUTE: "13" });
  const id = await newDone(3);
  const mailingId = await begin(id);
  await db().$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  const stopping = new AbortController();
  const sent: string[] = [];
  let waited = false;
  let late: NodeJS.Timeout | undefined;
  await mailingTurn({ mailingId }, { stopping: stopping.signal }, (name, tools) =>
    sendMailing(name, {
      ...tools,
      // The clock of the pace stands: a pause that nobody ends takes 4.6 seconds, again and again.
      now: () => new Date(NOON),
      send: async (mail) => {
        sent.push(mail.to);
        setTimeout(() => {
          stopping.abort();
          late = setTimeout(() => {
            waited = true;
          }, 2_500);
        }, 1_500);
        return SENT;
      },
    }),
  );
  clearTimeout(late);
  expect(waited).toBe(false);
  expect(sent).toHaveLength(1);
  expect(await mailing(id)).toMatchObject({ state: "sending", counts: { sent: 1, waiting: 2, unknown: 0 } });
  const jobs = await db().$queryRaw<{ key: string }[]>`SELECT key FROM graphile_worker.jobs`;
  expect(jobs).toEqual([{ key: `mailing ${mailingId}` }]);
});

test("rows that were made later are counted once the batch has ended, and no more when they have joined", async () => {
  const id = await newDone(4, [2, 4]);
  const clock = clockwork(() => SENT);
  await sendMailing(await begin(id), clock.tools);
  expect(await mailing(id)).toMatchObject({ state: "done", late: 0 });
  const outcomes = [1, 2, 3, 4].map(() => ({ b: 10 }));
  await db().batchPart.updateMany({ where: { batchId: id }, data: { outcomes } });
  await db().batch.update({ where: { id }, data: { made: 4, failed: 0, state: "running" } });
  expect((await mailing(id)).late).toBe(0);
  await db().batch.update({ where: { id }, data: { state: "done" } });
  expect((await mailing(id)).late).toBe(2);
  expect(await sendRest(owner().scope, id, { again: [] })).toMatchObject({ late: 0, counts: { waiting: 2 } });
});

test("rows that were made later and have no address are skipped, and asked about no more", async () => {
  const [first, second] = people(2);
  if (!first || !second) throw new Error("there is nobody");
  const rows = [first, [second[0] ?? "", "nobody", ""]];
  const id = await newMailable(owner(), { templateId: templateId(), rows, failed: [2] });
  await sendMailing(await begin(id), clockwork(() => SENT).tools);
  await db().batchPart.updateMany({ where: { batchId: id }, data: { outcomes: [{ b: 10 }, { b: 10 }] } });
  await db().batch.update({ where: { id }, data: { made: 2, failed: 0 } });
  expect((await mailing(id)).late).toBe(1);
  const after = await sendRest(owner().scope, id, { again: [] });
  expect(after).toMatchObject({ state: "done", late: 0, counts: { sent: 1, skipped: 1 } });
});

const CANARY = "canary.zxq7@people.example";

test("whatever goes wrong with a mail, no address of it is told in the log", async () => {
  const told = vi.spyOn(log(), "error").mockImplementation(() => undefined);
  const id = await newDone(1);
  const mailingId = await begin(id);
  const failure = Object.assign(new Error(`550 ${CANARY} is nobody`), {
    code: "EENVELOPE",
    rejected: [CANARY],
    envelope: { to: [CANARY] },
    response: CANARY,
    command: `RCPT TO:<${CANARY}>`,
  });
  const failing = mailingTurn({ mailingId }, {}, async () => {
    throw failure;
  });
  await expect(failing).rejects.toThrow("A turn of a mailing failed: Error, EENVELOPE.");
  const composing = vi.spyOn(storage(), "get").mockRejectedValue(failure);
  await sendMailing(mailingId, clockwork(() => SENT).tools);
  composing.mockRestore();
  expect(told.mock.calls).toHaveLength(1);
  expect(told.mock.calls[0]?.[0]).toEqual({ kind: "Error", code: "EENVELOPE", mailing: mailingId, row: 1 });
  // As the log writes it, with whatever an error carries.
  expect(inspect(told.mock.calls, { depth: 9, showHidden: true })).not.toContain("zxq7");
  told.mockRestore();
});

test("under another NEXTAUTH_SECRET a mailing stops, says so and is still shown", async () => {
  const id = await newDone(2);
  const mailingId = await begin(id);
  settings({ NEXTAUTH_SECRET: "another-secret-that-is-long-enough-for-anybody-0123456789" });
  await sendMailing(mailingId, clockwork(() => SENT).tools);
  const found = await mailing(id);
  expect(found).toMatchObject({
    state: "stopped",
    stopReason: "secret",
    letter: null,
    counts: { waiting: 2 },
  });
  const { mails } = await listMails(owner().scope, id, { limit: 9 });
  expect(mails.map(({ row, address }) => [row, address])).toEqual([
    [1, ""],
    [2, ""],
  ]);
  await expect(sendRest(owner().scope, id, { again: [] })).rejects.toMatchObject({ code: "gone" });
  // Brought back, it goes on.
  settings();
  await sendRest(owner().scope, id, { again: [] });
  await sendMailing(mailingId, clockwork(() => SENT).tools);
  expect(await mailing(id)).toMatchObject({ state: "done", counts: { sent: 2 } });
});
