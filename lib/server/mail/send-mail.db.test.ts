import { afterEach, beforeEach, expect, test } from "vitest";
import { db } from "../db";
import { replaceEnv } from "../env";
import { processWide, takeProcessWide } from "../process-registry";
import { withTestDatabase } from "../testing/database";
import { mailAvailable } from "./mail-available";
import { findOutboxMail, listOutbox, OUTBOX_MOST, OUTBOX_MS } from "./outbox";
import { outboxOpen } from "./outbox-open";
import { sendMail } from "./send-mail";
import { type MailServer, startMailServer } from "./testing/mail-server";

const database = withTestDatabase();
const settings = (more: Record<string, string>) =>
  replaceEnv({
    DATABASE_URL: database.url,
    DATA_DIR: database.dataDir,
    NEXTAUTH_SECRET: "7Jv0cN1yqkE2uT9rXw4sB6dF8hL3mPzA",
    LOG_LEVEL: "silent",
    ...more,
  });

const MAIL = {
  to: "Ana@Example.com",
  subject: "Reset your password",
  text: "Open it.\n",
  html: "<p>Open it.</p>",
};
const FROM = "Nameplate <nameplate@example.com>";

let server: MailServer;
beforeEach(async () => {
  server = await startMailServer();
});
afterEach(async () => {
  await server.stop();
  await db().outboxMail.deleteMany();
});

/** What the log says while `act` runs, from `info` up. */
async function logged(act: () => Promise<unknown>): Promise<string> {
  const lines: string[] = [];
  const keep = (...said: unknown[]) => lines.push(JSON.stringify(said));
  takeProcessWide("log");
  processWide("log", () => ({ info: keep, warn: keep, error: keep }));
  await act().catch(() => undefined);
  takeProcessWide("log");
  return lines.join("\n");
}

test("with a server set, it gets the mail and the outbox does not", async () => {
  settings({ SMTP_URL: server.url, MAIL_FROM: FROM, NODE_ENV: "production" });
  expect(mailAvailable()).toBe(true);
  await sendMail(MAIL);
  expect(server.received).toMatchObject([{ from: "nameplate@example.com", to: ["ana@example.com"] }]);
  const { raw } = server.received[0] ?? { raw: "" };
  expect(raw).toMatch(/^From: Nameplate <nameplate@example\.com>\r$/m);
  expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
  expect(raw).toContain("Content-Type: text/plain");
  expect(raw).toContain("<p>Open it.</p>");
  expect(await db().outboxMail.count()).toBe(0);
});

test("a line break in a subject makes no header, and one address stays one", async () => {
  settings({ SMTP_URL: server.url, MAIL_FROM: FROM });
  await sendMail({ ...MAIL, subject: "Join Ana\r\nBcc: eve@evil.example\r\n\r\nBody\u2028x" });
  const { raw, to } = server.received[0] ?? { raw: "", to: [] };
  expect(to).toEqual(["ana@example.com"]);
  expect(raw).toMatch(/^Subject: Join Ana Bcc: eve@evil\.example Body x\r$/m);
  expect(raw).not.toMatch(/^Bcc:/m);
  for (const wrong of [
    "ana@example.com, eve@evil.example",
    "ana@example.com\r\nBcc: eve@evil.example",
    '"a,b"@x.y',
  ]) {
    await expect(sendMail({ ...MAIL, to: wrong })).rejects.toThrow();
  }
  expect(server.received).toHaveLength(1);
});

test("a server that refuses is unavailable, and the log tells neither the address nor what was said", async () => {
  settings({ SMTP_URL: server.url, MAIL_FROM: FROM });
  server.refuse("no such user ana@example.com here");
  await expect(sendMail(MAIL)).rejects.toMatchObject({ code: "unavailable" });
  const said = await logged(() => sendMail(MAIL));
  expect(said).toContain("a mail could not be sent");
  expect(said).toContain("550");
  expect(said).not.toMatch(/example\.com|Open it|Reset your password/);
});

test("a server that is not there is unavailable", async () => {
  settings({ SMTP_URL: server.url, MAIL_FROM: FROM });
  await server.stop();
  await expect(sendMail(MAIL)).rejects.toMatchObject({ code: "unavailable" });
  server = await startMailServer();
});

test("without a server, local mode keeps the mail and says where, and production refuses", async () => {
  settings({ PORT: "4321" });
  const said = await logged(() => sendMail(MAIL));
  const [kept] = await listOutbox();
  expect(kept).toMatchObject({ to: "ana@example.com", subject: MAIL.subject });
  expect(said).toContain(`http://localhost:4321/outbox/${kept?.id}`);
  expect(said).not.toMatch(/ana@|Open it|Reset your password/);
  expect(await findOutboxMail(kept?.id ?? "")).toMatchObject({ text: MAIL.text, html: MAIL.html });

  settings({ NODE_ENV: "production" });
  expect(mailAvailable()).toBe(false);
  await expect(sendMail(MAIL)).rejects.toMatchObject({ code: "unavailable" });
  expect(await db().outboxMail.count()).toBe(1);
});

test("the outbox keeps the newest two hundred, and nothing for longer than seven days", async () => {
  settings({});
  const now = Date.now();
  const old = { to: "a@example.com", subject: "old", text: "", html: null };
  await db().outboxMail.createMany({
    data: Array.from({ length: OUTBOX_MOST + 5 }, (_, index) => ({
      ...old,
      id: `mal_${String(index).padStart(3, "0")}`,
      createdAt: new Date(now - 60_000 + index),
    })),
  });
  await db().outboxMail.create({ data: { ...old, id: "mal_week", createdAt: new Date(now - OUTBOX_MS) } });
  expect(await findOutboxMail("mal_week", new Date(now))).toBeNull();
  await sendMail(MAIL);
  const ids = (await db().outboxMail.findMany({ select: { id: true } })).map(({ id }) => id);
  expect(ids).toHaveLength(OUTBOX_MOST);
  expect(ids).not.toContain("mal_week");
  expect(ids).not.toContain("mal_005");
  expect(ids).toContain("mal_006");
});

test.each([
  [true, {}, "127.0.0.1", "localhost:3000"],
  [true, {}, "::1", "127.0.0.1:3000"],
  [false, {}, "192.0.2.7", "localhost:3000"],
  [false, {}, "127.0.0.1", "evil.example:3000"],
  [false, {}, "127.0.0.1", "localhost.evil.example"],
  [false, {}, undefined, "localhost:3000"],
  [false, { NODE_ENV: "production" }, "127.0.0.1", "localhost:3000"],
  [false, { SMTP_URL: "smtp://127.0.0.1:1", MAIL_FROM: FROM }, "127.0.0.1", "localhost:3000"],
])("the outbox is open: %s, with %j, to %s at %s", (open, more, client, host) => {
  settings(more);
  expect(outboxOpen(new Headers({ host, ...(client ? { "x-forwarded-for": client } : {}) }))).toBe(open);
});

const LOCAL = { host: "localhost:3000", "x-forwarded-for": "127.0.0.1" };

test.each([
  ["via", "1.1 proxy"],
  ["forwarded", "for=192.0.2.7"],
  ["x-real-ip", "192.0.2.7"],
  ["x-forwarded-host", "img.example.com"],
  ["x-forwarded-proto", "https"],
])("the outbox is shut to what a proxy on this machine passes on: %s", (name, value) => {
  settings({});
  const own = { ...LOCAL, "x-forwarded-host": "localhost:3000", "x-forwarded-proto": "http" };
  expect(outboxOpen(new Headers(own))).toBe(true);
  expect(outboxOpen(new Headers({ ...own, [name]: value }))).toBe(false);
});

test("the outbox is shut where others are to reach this installation", () => {
  settings({ PUBLIC_URL: "https://img.example.com" });
  expect(outboxOpen(new Headers(LOCAL))).toBe(false);
});
