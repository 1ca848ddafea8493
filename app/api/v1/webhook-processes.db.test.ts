import { rm } from "node:fs/promises";
import { join } from "node:path";
import { Webhook } from "standardwebhooks";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { db } from "@/lib/server/db";
import { newApiKey } from "@/lib/server/testing/ask-api";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newPerson, type Person } from "@/lib/server/testing/people";
import { buildServer, type Server, startServer, stopServer } from "@/lib/server/testing/server-process";
import { createDocument } from "@/lib/template/create-document";
import { openReceiver, type Receiver } from "@/lib/webhooks/testing/receiver";

/** Events and pictures made by jobs, with two processes on one database, and with processes that are killed. */

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let receiver: Receiver;
const database = withTestDatabase({ NEXTAUTH_SECRET: "a secret for tests, 32 bytes long" });

let owner: Person;
let key: string;
let program: string;
let servers: Server[] = [];
let templateId: string;
let webhook: { id: string; secret: string };

beforeAll(async () => {
  receiver = await openReceiver();
  owner = await newPerson("Owner");
  key = await newApiKey(owner);
  program = await buildServer("api-server");
});
afterAll(async () => {
  await receiver.close();
  if (program) await rm(program, { force: true });
});
beforeEach(async () => {
  receiver.received.length = 0;
  receiver.answer = (_request, response) => response.writeHead(204).end();
});
afterEach(async () => {
  await Promise.all(servers.map((server) => stopServer(server)));
  servers = [];
});

/** A process of the API and its jobs; pictures lie where all of them see them. */
async function start(): Promise<Server> {
  const server = await startServer(program, join(database.dataDir, "shared"), {
    settings: { ALLOW_PRIVATE_SOURCES: "127.0.0.0/8", WEBHOOK_PORTS: String(receiver.port) },
  });
  servers.push(server);
  return server;
}

async function ask(
  { origin }: Server,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
  method = body === undefined ? "GET" : "POST",
) {
  return fetch(`${origin}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json", ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** A published template and an endpoint that is told of everything. */
async function newWorld(server: Server): Promise<void> {
  await db().webhookEndpoint.deleteMany();
  const made = await ask(server, "/templates", {
    name: "Once",
    from: { kind: "blank", width: 60, height: 30, displayWidth: 60 },
  });
  templateId = (await made.json()).id;
  await publish(server, 1);
  const created = await ask(server, "/webhooks", {
    url: `http://127.0.0.1:${receiver.port}/events`,
    events: ["template.published", "image.rendered", "image.failed"],
  });
  expect(created.status).toBe(201);
  const { webhook: item, secret } = await created.json();
  webhook = { id: item.id, secret };
}

async function publish(server: Server, revision: number): Promise<void> {
  const answer = await ask(server, `/templates/${templateId}/publish`, { revision });
  expect(answer.status).toBe(200);
}

/** Publishes something new. */
async function publishAgain(server: Server, revision: number): Promise<void> {
  const document = createDocument({ width: 60 + revision, height: 30, displayWidth: 60 });
  const headers = { "if-match": `"${revision}"` };
  const saved = await ask(server, `/templates/${templateId}/draft`, { document }, headers, "PUT");
  expect(saved.status).toBe(200);
  await publish(server, revision + 1);
}

async function happens(check: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 90_000;
  while (!(await check())) {
    if (Date.now() > end) throw new Error("it did not happen");
    await new Promise((done) => setTimeout(done, 50));
  }
}

const told = () =>
  receiver.received.map(({ body, headers }) => {
    const event = Object(new Webhook(webhook.secret).verify(body, headers));
    return { id: headers["webhook-id"], type: event.type, data: event.data };
  });

test("with two processes each event arrives once", async () => {
  const [first, second] = await Promise.all([start(), start()]);
  await newWorld(first);
  for (let revision = 1; revision <= 12; revision += 1) {
    await publishAgain(revision % 2 ? first : second, revision);
  }
  await happens(async () => (await db().webhookDelivery.count({ where: { state: "delivered" } })) === 12);
  expect(receiver.received).toHaveLength(12);
  const versions = told().map(({ data }) => data.version);
  expect([...versions].sort((one, other) => one - other)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
  expect(new Set(told().map(({ id }) => id)).size).toBe(12);
});

test("a process killed between keeping an event and its delivery: another delivers it, under the same id", async () => {
  const victim = await start();
  await newWorld(victim);
  // It has begun to send, and will never hear an answer.
  receiver.answer = () => undefined;
  await publishAgain(victim, 1);
  await happens(() => receiver.received.length === 1);
  await stopServer(victim, "SIGKILL");
  const { messageId, tries } = await db().webhookDelivery.findFirstOrThrow();
  expect(tries).toBe(0);
  receiver.answer = (_request, response) => response.writeHead(204).end();
  await start();
  await happens(async () => (await db().webhookDelivery.count({ where: { state: "delivered" } })) === 1);
  expect(told().map(({ id }) => id)).toEqual([messageId, messageId]);
});

test("a picture is taken on, made, told of and shown, and its values are nowhere afterwards", async () => {
  const server = await start();
  await newWorld(server);
  const metadata = { order: "A-1" };
  const answer = await ask(server, "/images", { templateId, delivery: "async", scale: 2, metadata });
  expect(answer.status).toBe(202);
  const pending = await answer.json();
  expect(pending).toMatchObject({ state: "pending", metadata, width: null });
  await happens(() => receiver.received.length === 1);
  expect(told()).toMatchObject([
    { type: "image.rendered", data: { id: pending.id, templateId, metadata, width: 120, height: 60 } },
  ]);
  const ready = await (await ask(server, `/images/${pending.id}`)).json();
  expect(ready).toMatchObject({ state: "ready", url: pending.url, width: 120, height: 60 });
  const picture = await fetch(ready.url.replace(/^https?:\/\/[^/]+/, server.origin));
  expect([picture.status, picture.headers.get("content-type")]).toEqual([200, "image/png"]);
  expect(picture.headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
  expect(Buffer.from(await picture.arrayBuffer()).length).toBe(ready.bytes);
  const { values } = await db().image.findUniqueOrThrow({ where: { id: pending.id } });
  expect(values).toBeNull();
  const { images } = await (await ask(server, `/images?template=${templateId}`)).json();
  expect(images.map(({ id }: { id: string }) => id)).toEqual([pending.id]);
});

test.each(["async", "url"])(
  "fifty requests with one Idempotency-Key for “%s” make one picture",
  async (delivery) => {
    const [first, second] = await Promise.all([start(), start()]);
    await newWorld(first);
    const send = (server: Server) =>
      ask(server, "/images", { templateId, delivery }, { "idempotency-key": `fifty-${delivery}` });
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => send(index % 2 ? first : second)),
    );
    const good = answers.filter(({ status }) => status === (delivery === "url" ? 200 : 202));
    expect(answers.filter((answer) => !good.includes(answer) && answer.status !== 409)).toEqual([]);
    const ids = new Set(await Promise.all(good.map(async (answer) => (await answer.json()).id)));
    expect(ids.size).toBe(1);
    expect(await db().image.count({ where: { templateId } })).toBe(1);
    await happens(() => receiver.received.length > 0);
    const again = await send(second);
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    const body = await again.json();
    expect(ids).toContain(body.id);
    if (delivery === "url") expect(body.state).toBe("ready");
    expect(told()).toHaveLength(1);
  },
);

test("a process killed after it took a picture on: the same id, and another makes it", async () => {
  const victim = await start();
  await newWorld(victim);
  const request = { templateId, delivery: "async" };
  const headers = { "idempotency-key": "killed-image" };
  const lost = ask(victim, "/images", request, headers).catch(() => null);
  await happens(async () => (await db().idempotentReply.count({ where: { key: "killed-image" } })) === 1);
  await stopServer(victim, "SIGKILL");
  await lost;
  const kept = await db().image.findFirstOrThrow({ where: { templateId } });
  const next = await start();
  const again = await ask(next, "/images", request, headers);
  expect((await again.json()).id).toBe(kept.id);
  await happens(async () => (await db().image.count({ where: { templateId, state: "ready" } })) === 1);
  expect(await db().image.count({ where: { templateId } })).toBe(1);
});
