import { afterEach, beforeEach, expect, test } from "vitest";
import { replaceEnv } from "../env";
import { type ResultMail, sendResult } from "./send-result";
import { type MailServer, startMailServer } from "./testing/mail-server";

let server: MailServer;
beforeEach(async () => {
  server = await startMailServer();
  settings();
});
afterEach(() => server.stop());

function settings(more: Record<string, string> = {}): void {
  replaceEnv({
    DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none",
    NEXTAUTH_SECRET: "7Jv0cN1yqkE2uT9rXw4sB6dF8hL3mPzA",
    LOG_LEVEL: "silent",
    SMTP_URL: server.url,
    MAIL_FROM: "Nameplate <nameplate@sender.example>",
    ...more,
  });
}

const MAIL: ResultMail = {
  id: "mlg_1.1",
  to: "ana@people.example",
  senderName: "Acme",
  replyTo: "office@acme.example",
  subject: "Well done, Łucja",
  text: "Dear Łucja,\n.\nhere it is.\n",
  file: { name: "Łucja.png", contentType: "image/png", bytes: Buffer.from("0123456789".repeat(40)) },
};

/** Lines of the head of a mail, each in one piece. */
function headOf(raw: string): string[] {
  return raw
    .slice(0, raw.indexOf("\r\n\r\n"))
    .replace(/\r\n[ \t]+/g, " ")
    .split("\r\n");
}

test("a mail has its sender, its one recipient, its text and its file, and is known by its id", async () => {
  expect(await sendResult(MAIL)).toEqual({ kind: "sent", answer: expect.stringMatching(/^250 /) });
  const [{ raw, to, from } = { raw: "", to: [], from: "" }] = server.received;
  expect([from, to]).toEqual(["nameplate@sender.example", ["ana@people.example"]]);
  const head = headOf(raw);
  expect(head).toContain("From: Acme <nameplate@sender.example>");
  expect(head).toContain("Reply-To: office@acme.example");
  expect(head).toContain("Message-ID: <mlg_1.1@sender.example>");
  expect(raw).toContain(Buffer.from("0123456789".repeat(40)).toString("base64").slice(0, 76));
  await sendResult({ ...MAIL, senderName: "", replyTo: null, file: null });
  const [, second = { raw: "" }] = server.received;
  expect(headOf(second.raw)).toContain("From: Nameplate <nameplate@sender.example>");
  expect(second.raw).not.toContain("Reply-To");
});

const NASTY = "x\r\nBcc: eve@evil.example\r\n\r\nBody\u2028\u0000\u0085";

test.each<[string, Partial<ResultMail>]>([
  ["a subject", { subject: NASTY }],
  ["a sender's name", { senderName: NASTY }],
  ["a sender's name with an address", { senderName: '"Ana" <eve@evil.example>, "x' }],
  ["an address for answers", { replyTo: "a@b.example\r\nBcc: eve@evil.example" }],
  ["several addresses for answers", { replyTo: "a@b.example, eve@evil.example" }],
  ["the name of a file", { file: { name: NASTY, contentType: "image/png", bytes: Buffer.from("x") } }],
])("%s makes no header, no body and no other recipient", async (_, part) => {
  await sendResult({ ...MAIL, ...part });
  const [{ raw, to, from } = { raw: "", to: [], from: "" }] = server.received;
  expect([from, to]).toEqual(["nameplate@sender.example", ["ana@people.example"]]);
  const names = headOf(raw).map((line) => line.split(":")[0]);
  const known = ["From", "To", "Reply-To", "Subject", "Message-ID", "Date", "MIME-Version", "Content-Type"];
  expect(names.toSorted()).toEqual(known.toSorted());
  expect(raw).not.toMatch(/^Bcc:/m);
  expect(raw).not.toMatch(/^Body/m);
});

test("what the server says no to is refused, with its words", async () => {
  server.refuse("5.1.1 no such user ana@people.example");
  expect(await sendResult(MAIL)).toEqual({
    kind: "refused",
    answer: "550 5.1.1 no such user ana@people.example",
  });
});

test("a server that is not there, and one that is not set, are away: nothing was sent for sure", async () => {
  await server.stop();
  expect(await sendResult(MAIL)).toMatchObject({ kind: "away" });
  settings({ SMTP_URL: "", MAIL_FROM: "" });
  expect(await sendResult(MAIL)).toMatchObject({ kind: "away" });
  server = await startMailServer();
});

test("a server that had the mail and says nothing: it may have been sent", async () => {
  server.cutOff();
  expect(await sendResult(MAIL)).toEqual({ kind: "unknown" });
  expect(server.received).toHaveLength(1);
});

test.each([450, 451, 452])("a recipient refused with %s for now may be asked for later", async (code) => {
  server.refuse("come back later", /./, code);
  expect(await sendResult(MAIL)).toEqual({ kind: "later", answer: `${code} come back later` });
});

test.each([421, 451, 452, 454])("a mail refused with %s for now: the server takes nothing", async (code) => {
  server.refuseMails(code);
  expect(await sendResult(MAIL)).toEqual({ kind: "away", answer: `${code} not this one` });
  expect(server.received).toHaveLength(0);
});

test("a mail refused for good is refused", async () => {
  server.refuseMails(554);
  expect(await sendResult(MAIL)).toEqual({ kind: "refused", answer: "554 not this one" });
});

test("a mail that cannot be written was not sent for sure", async () => {
  const file = { name: "x", contentType: "image/png", bytes: Buffer.from("x") };
  const broken = Object.defineProperty(file, "bytes", {
    get: () => {
      throw new Error("no bytes");
    },
  });
  expect(await sendResult({ ...MAIL, file: broken })).toMatchObject({ kind: "later" });
  expect(server.received).toHaveLength(0);
});
