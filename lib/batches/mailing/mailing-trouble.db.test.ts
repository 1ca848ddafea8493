import { expect, test } from "vitest";
import { db } from "@/lib/server/db";
import type { SendOutcome } from "@/lib/server/mail/send-result";
import { listMails } from "./list-mails";
import { mailsLeft } from "./mails-a-day";
import { AWAY_PAUSES_MS } from "./run/away";
import { PUT_OFF_MS } from "./run/claim-mail";
import { queueIdleMailings } from "./run/queue-idle-mailings";
import { sendMailing } from "./run/send-mailing";
import { startMailing } from "./start-mailing";
import { sendRest, stopMailing } from "./stop-mailing";
import { clockwork, NOON, SENT, START, withMailings } from "./testing/with-mailings";

const { settings, owner, newDone, mailing, begin } = withMailings();

const LATER: SendOutcome = { kind: "later", answer: "450 come back later" };
const idOf = async (batchId: string) => (await mailing(batchId)).id;

test("who does not know of the latest mailing begins no second one", async () => {
  const id = await newDone(3);
  const first = await begin(id);
  await sendMailing(first, clockwork(() => SENT).tools);
  const again = startMailing(owner().scope, id, START);
  await expect(again).rejects.toMatchObject({ code: "conflict" });
  await expect(again).rejects.toThrow(
    "A mailing of this batch was begun meanwhile (3 sent). Look at it before you send another.",
  );
  await expect(startMailing(owner().scope, id, { ...START, seen: "mlg_other" })).rejects.toThrow("meanwhile");
  expect(await db().mailing.count({ where: { batchId: id } })).toBe(1);
  const second = await startMailing(owner().scope, id, { ...START, seen: first });
  expect(second.id).not.toBe(first);
});

test("of two who begin knowing of nothing, one is refused", async () => {
  const id = await newDone(2);
  const both = await Promise.allSettled([begin(id), begin(id)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
});

test("rows that got their file after a mailing was begun join it when the rest is sent", async () => {
  const id = await newDone(4, [2, 4]);
  const clock = clockwork(() => SENT);
  await sendMailing(await begin(id), clock.tools);
  expect(clock.rows()).toEqual([1, 3]);
  await expect(sendRest(owner().scope, id, { again: [] })).rejects.toThrow("Nothing is left");
  const outcomes = [1, 2, 3, 4].map(() => ({ b: 10 }));
  await db().batchPart.updateMany({ where: { batchId: id }, data: { outcomes } });
  expect(await sendRest(owner().scope, id, { again: [] })).toMatchObject({ counts: { sent: 2, waiting: 2 } });
  await sendMailing(await idOf(id), clock.tools);
  expect((await mailing(id)).state).toBe("done");
  expect((await mailing(id)).counts.sent).toBe(4);
  expect(clock.rows()).toEqual([1, 3, 2, 4]);
});

test("a mail refused for now is asked for again after all others, some minutes later, and counts once", async () => {
  settings({ MAIL_PER_DAY: "10" });
  const id = await newDone(3);
  let refusals = 2;
  const clock = clockwork((mail) => (mail.to.startsWith("person1@") && refusals-- > 0 ? LATER : SENT));
  const mailingId = await begin(id);
  await sendMailing(mailingId, clock.tools);
  expect(clock.rows()).toEqual([1, 2, 3]);
  expect(await mailing(id)).toMatchObject({ state: "sending", counts: { waiting: 1, sent: 2 } });
  expect((await listMails(owner().scope, id, { limit: 9 })).mails[0]?.answer).toBe("450 come back later");
  await sendMailing(mailingId, clock.tools);
  expect(clock.rows()).toEqual([1, 2, 3]);
  for (let times = 0; times < 2; times += 1) {
    clock.goOn(PUT_OFF_MS);
    await sendMailing(mailingId, clock.tools);
  }
  expect(clock.rows()).toEqual([1, 2, 3, 1, 1]);
  expect(await mailing(id)).toMatchObject({ state: "done", counts: { sent: 3 } });
  expect(await mailsLeft(db(), owner().scope, new Date(NOON))).toBe(7);
});

test("a mail that is refused for now again and again is refused, with the last answer", async () => {
  const id = await newDone(1);
  const clock = clockwork(() => LATER);
  const mailingId = await begin(id);
  for (let times = 0; times < 9; times += 1) {
    await sendMailing(mailingId, clock.tools);
    clock.goOn(PUT_OFF_MS);
  }
  expect(clock.asked).toHaveLength(4);
  expect(await mailing(id)).toMatchObject({ state: "done", counts: { refused: 1 } });
  expect((await listMails(owner().scope, id, { limit: 9 })).mails[0]?.answer).toBe("450 come back later");
  await sendRest(owner().scope, id, { again: ["refused"] });
  await sendMailing(mailingId, clock.tools);
  expect((await mailing(id)).counts.waiting).toBe(1);
});

test("three mails in a row of which nobody heard stop a mailing; with one heard between, it goes on", async () => {
  const id = await newDone(9);
  let asked = 0;
  const clock = clockwork(() => {
    asked += 1;
    return asked === 3 ? SENT : { kind: "unknown" };
  });
  await sendMailing(await begin(id), clock.tools);
  expect(clock.asked).toHaveLength(6);
  expect(await mailing(id)).toMatchObject({
    state: "stopped",
    stopReason: "server",
    counts: { sent: 1, unknown: 5, waiting: 3 },
  });
});

test("a server that is away takes nothing from the day, and what it said is kept", async () => {
  settings({ MAIL_PER_DAY: "10" });
  const id = await newDone(2);
  const clock = clockwork(() => ({ kind: "away", answer: "421 busy" }));
  const mailingId = await begin(id);
  for (const pause of [...AWAY_PAUSES_MS, 0]) {
    await sendMailing(mailingId, clock.tools);
    clock.goOn(pause);
  }
  expect(await mailing(id)).toMatchObject({ state: "stopped", stopReason: "server", counts: { waiting: 2 } });
  expect(await mailsLeft(db(), owner().scope, new Date(NOON))).toBe(10);
  expect((await listMails(owner().scope, id, { limit: 9 })).mails[0]?.answer).toBe("421 busy");
});

test("where nothing may be sent a day, it says so", async () => {
  settings({ MAIL_PER_DAY: "0" });
  await expect(begin(await newDone(1))).rejects.toThrow("MAIL_PER_DAY is 0");
});

test("a row that cannot be read was not sent: it waits, and goes out when it can be", async () => {
  const id = await newDone(2);
  const mailingId = await begin(id);
  const clock = clockwork(() => SENT);
  const [part] = await db().batchPart.findMany({ where: { batchId: id } });
  if (!part) throw new Error("there is no part");
  const where = { batchId_index: { batchId: id, index: part.index } };
  await db().batchPart.update({ where, data: { cells: Buffer.from("broken") } });
  await sendMailing(mailingId, clock.tools);
  expect(await mailing(id)).toMatchObject({
    state: "sending",
    counts: { waiting: 2, unknown: 0, refused: 0 },
  });
  await db().batchPart.update({ where, data: { cells: part.cells } });
  clock.goOn(PUT_OFF_MS);
  await sendMailing(mailingId, clock.tools);
  expect(await mailing(id)).toMatchObject({ state: "done", counts: { sent: 2 } });
});

test("a mailing whose job is gone is brought into the line again, once", async () => {
  const id = await newDone(1);
  const mailingId = await begin(id);
  expect(await queueIdleMailings()).toBe(0);
  await db().$executeRaw`UPDATE graphile_worker._private_jobs SET attempts = max_attempts`;
  expect(await queueIdleMailings()).toBe(1);
  expect(await queueIdleMailings()).toBe(0);
  await db().$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  expect(await queueIdleMailings()).toBe(1);
  await stopMailing(owner().scope, id);
  await db().$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  expect(await queueIdleMailings()).toBe(0);
  expect(await idOf(id)).toBe(mailingId);
});

test("a turn opens no part of the list before its first mail", async () => {
  const id = await newDone(60);
  const mailingId = await begin(id);
  await db().mailingRow.updateMany({ where: { mailingId, row: { lt: 59 } }, data: { state: "sent" } });
  // Who opened it would fail.
  await db().batchPart.updateMany({ where: { batchId: id, index: 0 }, data: { outcomes: "broken" } });
  const clock = clockwork(() => SENT);
  await sendMailing(mailingId, clock.tools);
  expect(clock.rows()).toEqual([59, 60]);
});

test("stopped with its last mail under way, and its worker dead, a mailing ends", async () => {
  const id = await newDone(1);
  const mailingId = await begin(id);
  const clock = clockwork(async () => {
    await stopMailing(owner().scope, id);
    throw new Error("the process is gone");
  });
  await expect(sendMailing(mailingId, clock.tools)).rejects.toThrow("gone");
  expect(await mailing(id)).toMatchObject({ state: "stopped", counts: { sending: 1 } });
  await sendMailing(mailingId, clock.tools);
  expect(await mailing(id)).toMatchObject({ state: "done", counts: { unknown: 1 } });
  const ends = await db().auditEvent.count({ where: { objectId: id, action: "batch.mail-end" } });
  expect(ends).toBe(1);
});
