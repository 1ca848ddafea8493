import { readdir, readFile, rm } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { db } from "@/lib/server/db";
import { createTemplate } from "@/lib/server/templates/create-template";
import { publishTemplate } from "@/lib/server/templates/publish-template";
import { newApiKey } from "@/lib/server/testing/ask-api";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newPerson, type Person } from "@/lib/server/testing/people";
import { buildServer, type Server, startServer, stopServer } from "@/lib/server/testing/server-process";
import { openReceiver, type Receiver } from "@/lib/webhooks/testing/receiver";

/**
 * A recipient's name goes through every path on which values come: it is in the picture, and nowhere else. Not in what
 * the server writes at its most talkative, not in the database, not in a file.
 */

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const CANARY = "Zxq7CanaryName";
/** How it may have been written on its way. */
const SPELLINGS = [
  CANARY,
  CANARY.toLowerCase(),
  CANARY.toUpperCase(),
  Buffer.from(CANARY).toString("base64url"),
  Buffer.from(CANARY).toString("hex"),
];

const database = withTestDatabase({ NEXTAUTH_SECRET: "a secret for tests, 32 bytes long" });

let program: string;
let server: Server;
let owner: Person;
let key: string;
let templateId: string;
let linkKey: string;
let receiver: Receiver;

beforeAll(async () => {
  owner = await newPerson("Owner");
  key = await newApiKey(owner);
  const template = await createTemplate(owner.scope, { from: { kind: "starter", id: "loyalty-thank-you" } });
  templateId = template.id;
  linkKey = (await publishTemplate(owner.scope, templateId, 1)).link.key;
  program = await buildServer("api-server");
  receiver = await openReceiver();
  const settings = { ALLOW_PRIVATE_SOURCES: "127.0.0.0/8", WEBHOOK_PORTS: String(receiver.port) };
  server = await startServer(program, join(database.dataDir, "own"), { writesAll: true, settings });
  const created = await api("/webhooks", "POST", {
    url: `http://127.0.0.1:${receiver.port}/`,
    events: ["image.rendered", "image.failed"],
  });
  expect(created.status).toBe(201);
});

afterAll(async () => {
  if (server) await stopServer(server);
  if (program) await rm(program, { force: true });
  await receiver?.close();
});

const api = (path: string, method: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${server.origin}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });

/** Bytes to the socket as they are, for what no client would send; answers when the server has. */
function raw(text: string): Promise<string> {
  return new Promise((done) => {
    const socket = connect({ port: Number(new URL(server.origin).port), host: "127.0.0.1" });
    let answer = "";
    socket.on("data", (part) => {
      answer += part.toString("latin1");
    });
    socket.on("close", () => done(answer));
    socket.on("error", () => done(answer));
    socket.write(text);
  });
}

/** Has an address signed, and asks for its picture. */
async function signed(encrypt: boolean): Promise<number> {
  const { id } = await db().link.findUniqueOrThrow({ where: { key: linkKey }, select: { id: true } });
  const made = await api(`/links/${id}/url`, "POST", { values: { first_name: CANARY }, encrypt });
  const { pathname, search } = new URL((await made.json()).url);
  const shown = await fetch(`${server.origin}${pathname}${search}`);
  expect(shown.headers.get("x-render-status")).toBe("ok");
  return shown.status;
}

/** Every path that takes values, with the status that says it got there. */
const PATHS: [string, () => Promise<number>, number][] = [
  ["a link", async () => (await fetch(`${server.origin}/i/${linkKey}.png?first_name=${CANARY}`)).status, 200],
  [
    "a link, as its twin",
    async () => (await fetch(`${server.origin}/i/${linkKey}.jpg?first_name64=${SPELLINGS[3]}`)).status,
    200,
  ],
  [
    "a link, HEAD",
    async () =>
      (await fetch(`${server.origin}/i/${linkKey}.png?first_name=${CANARY}`, { method: "HEAD" })).status,
    200,
  ],
  [
    "a link, POST",
    async () =>
      (await fetch(`${server.origin}/i/${linkKey}.png?first_name=${CANARY}`, { method: "POST" })).status,
    405,
  ],
  [
    "a link that never was",
    async () => (await fetch(`${server.origin}/i/none.png?first_name=${CANARY}`)).status,
    404,
  ],
  ["a link whose key is the name", async () => (await fetch(`${server.origin}/i/${CANARY}.png`)).status, 404],
  [
    "a link with an unknown parameter",
    async () => (await fetch(`${server.origin}/i/${linkKey}.png?x=${CANARY}&${CANARY}=1`)).status,
    200,
  ],
  [
    "a link with a picture that is not there",
    async () =>
      (
        await fetch(
          `${server.origin}/i/${linkKey}.png?photo=http://127.0.0.1:1/${CANARY}.png&first_name=${CANARY}`,
        )
      ).status,
    200,
  ],
  [
    "a link longer than any",
    async () => (await fetch(`${server.origin}/i/${linkKey}.png?first_name=${CANARY.repeat(1000)}`)).status,
    200,
  ],
  [
    "raw spaces",
    async () =>
      Number(
        (
          await raw(
            `GET /i/${linkKey}.png?first_name=${CANARY} ${CANARY} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
          )
        ).split(" ")[1],
      ),
    200,
  ],
  [
    "a head that is none",
    async () =>
      Number(
        (
          await raw(`GET /i/${linkKey}.png?first_name=${CANARY}\r\n${CANARY}\r\nConnection: close\r\n\r\n`)
        ).split(" ")[1],
      ),
    200,
  ],
  [
    "a picture through the API",
    async () => (await api("/images", "POST", { templateId, values: { first_name: CANARY } })).status,
    200,
  ],
  [
    "a picture that is made later",
    async () =>
      (
        await api(
          "/images",
          "POST",
          { templateId, values: { first_name: CANARY }, delivery: "async" },
          { "idempotency-key": "later" },
        )
      ).status,
    202,
  ],
  [
    "a picture by address",
    async () =>
      (await api("/images", "POST", { templateId, values: { first_name: CANARY }, delivery: "url" })).status,
    200,
  ],
  ["an address that is signed", async () => signed(false), 200],
  ["an address with its values encrypted", async () => signed(true), 200],
  [
    "an address whose token is another's",
    async () => (await fetch(`${server.origin}/i/${linkKey}.png?_t=${SPELLINGS[3]}&_sig=${CANARY}`)).status,
    200,
  ],
  [
    "a field that there is not",
    async () =>
      (await api("/images", "POST", { templateId, values: { [CANARY.toLowerCase()]: CANARY } })).status,
    422,
  ],
  [
    "a value of the wrong kind",
    async () =>
      (await api("/images", "POST", { templateId, values: { first_name: { name: CANARY } } })).status,
    422,
  ],
  [
    "a value in the wrong place",
    async () => (await api("/images", "POST", { templateId: CANARY, values: {} })).status,
    404,
  ],
  [
    "a body that breaks off",
    async () =>
      (await api("/images", "POST", `{"templateId":"${templateId}","values":{"first_name":"${CANARY}`))
        .status,
    400,
  ],
  [
    "a body of another kind",
    async () => (await api("/images", "POST", CANARY, { "content-type": "text/plain" })).status,
    415,
  ],
  ["an address of the API", async () => (await api(`/${CANARY}?name=${CANARY}`, "POST", {})).status, 404],
  [
    "a filter of the API",
    async () =>
      (
        await fetch(`${server.origin}/api/v1/templates?search=${CANARY}`, {
          headers: { authorization: `Bearer ${key}` },
        })
      ).status,
    200,
  ],
  [
    "a wrong key",
    async () =>
      (await fetch(`${server.origin}/api/v1/projects`, { headers: { authorization: `Bearer ${CANARY}` } }))
        .status,
    401,
  ],
  [
    "a header",
    async () =>
      (
        await fetch(`${server.origin}/api/v1/projects`, {
          headers: { authorization: `Bearer ${key}`, referer: `http://x/${CANARY}`, "user-agent": CANARY },
        })
      ).status,
    200,
  ],
];

test("is in the picture and nowhere else", async () => {
  const reached: [string, number][] = [];
  for (const [what, ask] of PATHS) reached.push([what, await ask()]);
  expect(reached).toEqual(PATHS.map(([what, , status]) => [what, status]));
  // Jobs end by themselves, and what they tell arrives.
  for (const end = Date.now() + 60_000; receiver.received.length < 2; ) {
    if (Date.now() > end) throw new Error("the pictures were not made");
    await new Promise((done) => setTimeout(done, 50));
  }
  expect(found(JSON.stringify(receiver.received))).toEqual([]);
  // The server is ended in the middle of one more.
  const last = fetch(`${server.origin}/i/${linkKey}.png?first_name=${CANARY}%20the%20last`).catch(() => null);
  await stopServer(server, "SIGKILL");
  await last;

  const log = server.written();
  expect(log.split("\n").length).toBeGreaterThan(PATHS.length);
  expect(log).toContain("createImage");
  expect(found(log)).toEqual([]);
  expect(found(await everythingStored())).toEqual([]);
  for (const file of await readdir(join(database.dataDir), { recursive: true, withFileTypes: true })) {
    expect(found(file.name)).toEqual([]);
    if (file.isFile())
      expect(found((await readFile(join(file.parentPath, file.name))).toString("latin1"))).toEqual([]);
  }
});

function found(text: string): string[] {
  return SPELLINGS.filter((spelling) => text.includes(spelling));
}

/** Every row of every table, as text. */
async function everythingStored(): Promise<string> {
  const tables = await db().$queryRaw<{ name: string }[]>`
    SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS name FROM information_schema.tables
    WHERE table_schema IN ('public', 'graphile_worker') AND table_type = 'BASE TABLE'`;
  expect(tables.length).toBeGreaterThan(25);
  const rows = await Promise.all(
    tables.map(({ name }) => db().$queryRawUnsafe<{ row: string }[]>(`SELECT t::text AS row FROM ${name} t`)),
  );
  return rows
    .flat()
    .map(({ row }) => row)
    .join("\n");
}
