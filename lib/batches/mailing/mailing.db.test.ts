import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { db, transaction } from "@/lib/server/db";
import { env, replaceEnv } from "@/lib/server/env";
import { JOB_LANES } from "@/lib/server/jobs/job-lanes";
import { startJobs } from "@/lib/server/jobs/start-jobs";
import type { ResultMail, SendOutcome } from "@/lib/server/mail/send-result";
import { type MailServer, startMailServer } from "@/lib/server/mail/testing/mail-server";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newPerson, type Person } from "@/lib/server/testing/people";
import { deleteBatch } from "../delete-batches";
import { changeRow } from "../parts";
import { newGreeting } from "../testing/new-batch";
import { letter } from "./letter";
import { listMails } from "./list-mails";
import { latestMailing } from "./mailing-row";
import { planMailing } from "./plan-mailing";
import { AWAY_PAUSES_MS } from "./run/away";
import { sendMailing } from "./run/send-mailing";
import { startMailing } from "./start-mailing";
import { sendRest, stopMailing } from "./stop-mailing";
import { sendTestMail } from "./test-mail";
import { fileOf, newMailable, people } from "./testing/new-mailable";

const database = withTestDatabase();

let owner: Person;
let templateId: string;
let server: MailServer;
beforeAll(async () => {
  owner = await newPerson("Owner");
  await db().user.update({ where: { id: owner.scope.userId }, data: { emailVerifiedAt: new Date() } });
  templateId = await newGreeting(owner);
});

function settings(more: Record<string, string> = {}): void {
  replaceEnv({
    DATABASE_URL: database.url,
    DATA_DIR: database.dataDir,
    LOG_LEVEL: "silent",
    SMTP_URL: server.url,
    MAIL_FROM: "Nameplate <nameplate@sender.example>",
    MAIL_PER_MINUTE: "6000",
    ...more,
  });
}

let running: { stop: () => Promise<void> }[] = [];
beforeEach(async () => {
  server = await startMailServer();
  settings();
});
afterEach(async () => {
  await Promise.all(running.map((each) => each.stop()));
  running = [];
  await db().$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  await db().mailDay.deleteMany();
  await db().mailPace.deleteMany();
  await server.stop();
});

const LETTER = letter.parse({
  column: 1,
  senderName: "Acme Academy",
  replyTo: "office@acme.example",
  subject: "Well done, {{first_name}}!",
  message: "Dear {{first name}},\n\nhere is your picture, row {{row}}.",
});

/** The letter, from somebody who knows that nothing was mailed. */
const START = { ...LETTER, seen: null };

const newDone = (rows: string[][], failed: number[] = []) => newMailable(owner, { templateId, rows, failed });

const mailing = async (id: string) => {
  const found = await latestMailing(owner.scope, id);
  if (!found) throw new Error("nothing was mailed");
  return found;
};
const idOf = async (batchId: string) => (await mailing(batchId)).id;

async function happens(check: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 60_000;
  while (!(await check())) {
    if (Date.now() > end) throw new Error("it did not happen");
    await new Promise((done) => setTimeout(done, 20));
  }
}

/** A clock that goes on only while somebody sleeps, and what was handed to the mail server at which ms of it. */
function clockwork(answer: (mail: ResultMail) => SendOutcome | Promise<SendOutcome> = () => SENT) {
  let time = Date.UTC(2026, 10, 28, 12);
  const sent: { at: number; mail: ResultMail }[] = [];
  return {
    sent,
    tools: {
      now: () => new Date(time),
      sleep: async (ms: number) => {
        time += ms;
      },
      send: async (mail: ResultMail) => {
        sent.push({ at: time, mail });
        return answer(mail);
      },
    },
  };
}
const SENT: SendOutcome = { kind: "sent", answer: "250 Accepted" };

/** Works like the queue: again and again, until nothing is left or it stopped. */
async function workOff(id: string, tools: ReturnType<typeof clockwork>["tools"]): Promise<void> {
  for (let turns = 0; turns < 200; turns += 1) {
    await sendMailing(await idOf(id), tools);
    if ((await mailing(id)).state !== "sending") return;
  }
  throw new Error("it does not end");
}

test("fifty rows get one mail each, with the file that was made, through a real mail server", async () => {
  const id = await newDone(people(50));
  const begun = await startMailing(owner.scope, id, START);
  expect([begun.state, begun.counts.waiting]).toEqual(["sending", 50]);
  running.push(startJobs(JOB_LANES));
  await happens(async () => (await mailing(id)).state === "done");
  expect((await mailing(id)).counts).toMatchObject({ sent: 50, waiting: 0, sending: 0, unknown: 0 });
  expect(server.received).toHaveLength(50);
  const to = server.received.flatMap((each) => each.to);
  expect(to.toSorted()).toEqual(
    people(50)
      .map(([, address]) => address ?? "")
      .toSorted(),
  );
  for (const {
    to: [address = ""],
    from,
    raw,
  } of server.received) {
    const row = Number(/\d+/.exec(address)?.[0]);
    expect(from).toBe("nameplate@sender.example");
    expect(raw).toMatch(/^From: Acme Academy <nameplate@sender\.example>\r$/m);
    expect(raw).toMatch(/^Reply-To: office@acme\.example\r$/m);
    expect(raw).toContain(`Subject: Well done, Person ${row}!\r\n`);
    expect(raw).toContain(`Dear Person ${row},`);
    expect(raw).toContain(`row ${row}.`);
    expect(raw).toContain(`filename="Person ${row}.png"`);
    const attached = raw.slice(raw.indexOf("filename="));
    const encoded = attached.split("\r\n\r\n")[1]?.split("\r\n--")[0] ?? "";
    expect(Buffer.from(encoded, "base64").equals(fileOf(row))).toBe(true);
  }
  const events = await db().auditEvent.findMany({ where: { objectId: id }, orderBy: { at: "asc" } });
  expect(events.map(({ action }) => action)).toEqual(["batch.mail", "batch.mail-end"]);
});

test("what a mailing keeps names nobody: addresses, letters and answers lie sealed", async () => {
  const id = await newDone(people(2));
  server.refuse("no such user person1@people.example", /person1@/);
  await startMailing(owner.scope, id, { ...START, message: "Dear Canary Zxq7, {{first_name}}" });
  running.push(startJobs(JOB_LANES));
  await happens(async () => (await mailing(id)).state === "done");
  expect((await mailing(id)).counts).toMatchObject({ sent: 1, refused: 1 });
  const { mails } = await listMails(owner.scope, id, { limit: 10 });
  expect(mails).toMatchObject([
    { row: 1, state: "refused", address: "person1@people.example" },
    { row: 2, state: "sent", address: "person2@people.example" },
  ]);
  expect(mails[0]?.answer).toContain("550 no such user person1@people.example");
  const tables = await Promise.all(
    ["Mailing", "MailingRow", "MailDay", "MailPace", "AuditEvent"].map((table) =>
      db().$queryRawUnsafe<{ row: string }[]>(`SELECT t::text AS row FROM "${table}" t`),
    ),
  );
  const jobs = await db().$queryRaw<
    { row: string }[]
  >`SELECT t::text AS row FROM graphile_worker._private_jobs t`;
  const kept = [...tables.flat(), ...jobs].map(({ row }) => row).join("\n");
  expect(kept).toContain(id);
  for (const name of ["people.example", "Zxq7", Buffer.from("people.example").toString("hex")]) {
    expect(kept).not.toContain(name);
  }
});

test("a worker that dies between asking and hearing sends nothing twice; the rest goes on", async () => {
  const id = await newDone(people(6));
  await startMailing(owner.scope, id, START);
  const got: string[] = [];
  const first = clockwork();
  const dies = async (mail: ResultMail): Promise<SendOutcome> => {
    got.push(mail.to);
    if (got.length === 3) throw new Error("the process is gone");
    return SENT;
  };
  await expect(sendMailing(await idOf(id), { ...first.tools, send: dies })).rejects.toThrow("gone");
  expect((await mailing(id)).counts).toMatchObject({ sent: 2, sending: 1, waiting: 3 });
  // Others go on: what was under way is left alone.
  const second = clockwork((mail) => {
    got.push(mail.to);
    return SENT;
  });
  await workOff(id, second.tools);
  expect(got).toHaveLength(6);
  expect(new Set(got).size).toBe(6);
  expect(await mailing(id)).toMatchObject({ state: "done", counts: { sent: 5, unknown: 1 } });
  const { mails } = await listMails(owner.scope, id, { limit: 10, state: "unknown" });
  expect(mails.map(({ row }) => row)).toEqual([3]);
  // Only a person has it sent once more.
  await expect(sendRest(owner.scope, id, { again: [] })).rejects.toThrow("Nothing is left");
  await sendRest(owner.scope, id, { again: ["unknown"] });
  await workOff(id, second.tools);
  expect(got.filter((each) => each === "person3@people.example")).toHaveLength(2);
  expect((await mailing(id)).counts).toMatchObject({ sent: 6, unknown: 0 });
});

test("two workers that take each other for dead claim each mail once", async () => {
  const id = await newDone(people(20));
  await startMailing(owner.scope, id, START);
  const mailingId = await idOf(id);
  await Promise.all([1, 2, 3].map(() => sendMailing(mailingId)));
  await happens(async () => (await mailing(id)).counts.waiting === 0);
  const to = server.received.flatMap((each) => each.to);
  expect([to.length, new Set(to).size]).toEqual([20, 20]);
});

test("a server that cuts the line after it had the mail: it may have been sent, and nobody says otherwise", async () => {
  const id = await newDone(people(1));
  server.cutOff();
  await startMailing(owner.scope, id, START);
  await sendMailing(await idOf(id));
  expect(server.received).toHaveLength(1);
  expect(await mailing(id)).toMatchObject({ state: "done", counts: { unknown: 1, sent: 0 } });
});

test("no more than the pace allows leave in any minute, over all batches and workers together", async () => {
  settings({ MAIL_PER_MINUTE: "30" });
  const ids = [await newDone(people(40)), await newDone(people(40))];
  for (const id of ids) await startMailing(owner.scope, id, START);
  const clock = clockwork();
  for (let turns = 0; turns < 20; turns += 1) {
    // Two workers take turns on one clock.
    for (const id of ids) await sendMailing(await idOf(id), clock.tools);
  }
  expect(clock.sent).toHaveLength(80);
  const times = clock.sent.map(({ at }) => at);
  const inMinute = times.map((from) => times.filter((at) => at >= from && at < from + 60_000).length);
  expect(Math.max(...inMinute)).toBe(30);
});

test("stopped, nothing more leaves; the rest is sent when somebody wants it", async () => {
  const id = await newDone(people(10));
  await startMailing(owner.scope, id, START);
  const clock = clockwork(async () => {
    if (clock.sent.length === 4) await stopMailing(owner.scope, id);
    return SENT;
  });
  await sendMailing(await idOf(id), clock.tools);
  expect(clock.sent).toHaveLength(4);
  expect(await mailing(id)).toMatchObject({
    state: "stopped",
    stopReason: null,
    counts: { sent: 4, waiting: 6 },
  });
  await sendMailing(await idOf(id), clock.tools);
  expect(clock.sent).toHaveLength(4);
  await expect(stopMailing(owner.scope, id)).rejects.toMatchObject({ code: "conflict" });
  await sendRest(owner.scope, id, { again: [] });
  await expect(startMailing(owner.scope, id, START)).rejects.toThrow("already");
  await workOff(id, clock.tools);
  expect(clock.sent.map(({ mail }) => mail.to)).toEqual(people(10).map(([, address]) => address));
  const actions = (await db().auditEvent.findMany({ where: { objectId: id }, orderBy: { at: "asc" } })).map(
    ({ action }) => action,
  );
  expect(actions).toEqual(["batch.mail", "batch.mail-stop", "batch.mail", "batch.mail-end"]);
});

test("a mail server that is away and stays so stops the mailing, and the mail waits", async () => {
  const id = await newDone(people(3));
  await startMailing(owner.scope, id, START);
  await server.stop();
  for (let days = 0; days <= AWAY_PAUSES_MS.length; days += 1) {
    expect(await mailing(id)).toMatchObject({ state: "sending", counts: { waiting: 3 } });
    const now = new Date(Date.now() + days * 24 * 60 * 60_000);
    await sendMailing(await idOf(id), { now: () => now });
  }
  expect(await mailing(id)).toMatchObject({ state: "stopped", stopReason: "server", counts: { waiting: 3 } });
  const stops = await db().auditEvent.findMany({ where: { objectId: id, action: "batch.mail-stop" } });
  expect(stops).toMatchObject([{ userId: "", details: { reason: "server" } }]);
  server = await startMailServer();
  settings();
  await sendRest(owner.scope, id, { again: [] });
  await sendMailing(await idOf(id));
  expect(server.received).toHaveLength(3);
});

test("a day has so many mails for a workspace, tests and deleted batches included", async () => {
  settings({ MAIL_PER_DAY: "3" });
  const id = await newDone(people(5));
  await sendTestMail(owner.scope, id, LETTER);
  await startMailing(owner.scope, id, START);
  await sendMailing(await idOf(id));
  expect(server.received).toHaveLength(3);
  expect(await mailing(id)).toMatchObject({
    state: "stopped",
    stopReason: "day",
    counts: { sent: 2, waiting: 3 },
  });
  await expect(sendRest(owner.scope, id, { again: [] })).rejects.toThrow("3 mails of results a day");
  await expect(sendTestMail(owner.scope, id, LETTER)).rejects.toThrow("tomorrow");
  await deleteBatch(owner.scope, id);
  expect(await db().mailing.count({ where: { batchId: id } })).toBe(0);
  const other = await newDone(people(1));
  await expect(startMailing(owner.scope, other, START)).rejects.toThrow("MAIL_PER_DAY");
  const tomorrow = new Date(Date.now() + 24 * 60 * 60_000);
  expect((await startMailing(owner.scope, other, START, tomorrow)).state).toBe("sending");
});

test("a deleted batch sends nothing more", async () => {
  const id = await newDone(people(3));
  await startMailing(owner.scope, id, START);
  const mailingId = await idOf(id);
  const clock = clockwork(async () => {
    await deleteBatch(owner.scope, id);
    return SENT;
  });
  await sendMailing(mailingId, clock.tools);
  await sendMailing(mailingId, clock.tools);
  expect(clock.sent).toHaveLength(1);
});

test("only rows with a file and a good address get a mail; the plan says so before", async () => {
  const rows = people(6);
  rows[1] = ["No address", "", ""];
  rows[2] = ["Two", "a@b.example, c@d.example", ""];
  rows[3] = ["Break", "a@b.example\r\nBcc: eve@evil.example", ""];
  const id = await newDone(rows, [5]);
  await transaction((tx) =>
    changeRow(tx, { id, workspaceId: owner.scope.workspaceId }, 6, { leftOut: true }),
  );
  const plan = await planMailing(owner.scope, id, { column: 1 });
  expect(plan).toMatchObject({
    mails: 1,
    skipped: 3,
    bytes: fileOf(1).length,
    tooHeavy: 0,
    perMinute: 6000,
  });
  await startMailing(owner.scope, id, START);
  await sendMailing(await idOf(id));
  expect(server.received.map(({ to }) => to)).toEqual([["person1@people.example"]]);
  expect((await mailing(id)).counts).toMatchObject({ sent: 1, skipped: 3 });
  await expect(startMailing(owner.scope, id, { ...START, column: 2 })).rejects.toThrow("No row has a good");
});

test("names and texts of a list make no header and no second recipient", async () => {
  const nasty = "Ana\r\nBcc: eve@evil.example\r\n\r\nBody\u2028x\u0000";
  const id = await newDone([[nasty, "ana@people.example", ""]]);
  const hostile = letter.parse({
    ...LETTER,
    senderName: 'Acme" <eve@evil.example>\r\nBcc: eve@evil.example',
    subject: "Hi {{first_name}}\r\nBcc: eve@evil.example",
  });
  await startMailing(owner.scope, id, { ...hostile, seen: null });
  await sendMailing(await idOf(id));
  const [{ to, from, raw } = { to: [], from: "", raw: "" }] = server.received;
  expect([from, to]).toEqual(["nameplate@sender.example", ["ana@people.example"]]);
  const head = raw.slice(0, raw.indexOf("\r\n\r\n")).replace(/\r\n[ \t]+/g, " ");
  const names = head.split("\r\n").map((line) => line.split(":")[0]);
  expect(names.toSorted()).toEqual(
    ["Content-Type", "Date", "From", "MIME-Version", "Message-ID", "Reply-To", "Subject", "To"].toSorted(),
  );
  expect(head).toMatch(/^To: ana@people\.example$/m);
  for (const replyTo of ["a@b.example\r\nBcc: eve@evil.example", "a@b.example, c@d.example"]) {
    await expect(startMailing(owner.scope, id, { ...START, replyTo })).rejects.toMatchObject({
      code: "invalid",
      path: "/replyTo",
    });
  }
});

test("an address in place of the file stands where its tag is, else at the end", async () => {
  const id = await newDone(people(1));
  for (const message of ["See {{picture_url}} now", "Hello"]) {
    await sendTestMail(owner.scope, id, { ...LETTER, deliver: "address", message });
  }
  const [tagged, bare] = server.received.map(({ raw }) => raw.replace(/=\r\n/g, ""));
  const url = `${env().PUBLIC_URL}/p/`;
  expect(tagged).toContain(`See ${url}`);
  expect(tagged?.split(url)).toHaveLength(2);
  expect(bare).toMatch(/Hello\r\n\r\nhttp[^\r]+\/p\//);
  for (const raw of [tagged, bare]) expect(raw).not.toContain("filename=");
});

test("who may not, what does not fit, and what is too heavy is refused before anything leaves", async () => {
  const id = await newDone(people(2));
  const wrong = { ...LETTER, message: "Dear {{frist_name}}" };
  await expect(startMailing(owner.scope, id, { ...wrong, seen: null })).rejects.toMatchObject({
    code: "invalid",
    path: "/message",
  });
  await expect(startMailing(owner.scope, id, { ...START, column: 9 })).rejects.toMatchObject({
    path: "/column",
  });
  const stranger = await newPerson("Stranger");
  await expect(startMailing(stranger.scope, id, START)).rejects.toMatchObject({ code: "not_found" });
  await db().user.update({ where: { id: owner.scope.userId }, data: { emailVerifiedAt: null } });
  await expect(startMailing(owner.scope, id, START)).rejects.toThrow("Confirm your own");
  await db().user.update({ where: { id: owner.scope.userId }, data: { emailVerifiedAt: new Date() } });
  const outcomes = [{ b: 11_000_000 }, { b: 10 }];
  await db().batchPart.updateMany({ where: { batchId: id }, data: { outcomes } });
  expect((await planMailing(owner.scope, id, { column: 1 })).tooHeavy).toBe(1);
  await expect(startMailing(owner.scope, id, START)).rejects.toThrow("more than 10 MB");
  expect((await startMailing(owner.scope, id, { ...START, deliver: "address" })).state).toBe("sending");
  replaceEnv({ DATABASE_URL: database.url, DATA_DIR: database.dataDir, LOG_LEVEL: "silent" });
  await expect(planMailing(owner.scope, id, { column: 1 })).rejects.toMatchObject({ code: "unavailable" });
  expect(server.received).toHaveLength(0);
});
