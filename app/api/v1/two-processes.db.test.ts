import { rm } from "node:fs/promises";
import { Agent, request } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { API_SCOPE_NAMES } from "@/lib/accounts/keys/api-scopes";
import { createKey, revokeKey, rotateKey } from "@/lib/accounts/keys/manage-keys";
import { revokeSession } from "@/lib/accounts/sessions";
import { deleteOldReplies, REPLY_KEPT_MS } from "@/lib/server/api/idempotency";
import { db } from "@/lib/server/db";
import { newApiWorld } from "@/lib/server/testing/api-world";
import { askApi, newApiKey } from "@/lib/server/testing/ask-api";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newMember, newPerson, type Person } from "@/lib/server/testing/people";
import { buildServer, type Server, startServer, stopServer } from "@/lib/server/testing/server-process";
import { createDocument } from "@/lib/template/create-document";
import { field, text } from "@/lib/template/starters/build";

/** Two processes on one database: what is done through one holds for the other, and repeating does nothing twice. */

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const database = withTestDatabase({ NEXTAUTH_SECRET: "a secret for tests, 32 bytes long" });
const BLANK = { kind: "blank", width: 60, height: 30, displayWidth: 60 } as const;

/** A text with one field in it. */
const NAMED = {
  fields: [field("first_name", "First name", { fallback: "friend" })],
  layers: [text({ id: "name", name: "Name", x: 2, y: 2, width: 86, height: 40 }, "Hi {{first_name}}")],
};

/** What is revoked or changed has to hold everywhere after this long. */
const WITHIN_MS = 5_000;

let owner: Person;
let program: string;
let first: Server;
let second: Server;

beforeAll(async () => {
  owner = await newPerson("Owner");
  program = await buildServer("api-server");
  [first, second] = await Promise.all([start("first"), start("second")]);
});

afterAll(async () => {
  await Promise.all([first, second].filter(Boolean).map((server) => stopServer(server)));
  if (program) await rm(program, { force: true });
});

const start = (name: string) => startServer(program, join(database.dataDir, name));

type Sent = {
  method?: string;
  key?: string;
  cookie?: string;
  body?: unknown;
  headers?: Record<string, string>;
};

function ask({ origin }: Server, path: string, { method = "GET", key, cookie, body, headers }: Sent = {}) {
  return fetch(`${origin}${path}`, {
    method,
    headers: {
      ...(key ? { authorization: `Bearer ${key}` } : {}),
      ...(cookie ? { cookie, origin: "http://localhost:3000" } : {}),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** Waits until the other process agrees, for as long as it may take. */
async function agrees(check: () => Promise<boolean>, withinMs = WITHIN_MS): Promise<void> {
  const end = Date.now() + withinMs;
  while (!(await check())) {
    if (Date.now() > end) throw new Error(`the other process did not follow within ${withinMs} ms`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** Waits for what has to happen at some time, however busy the machine is. */
const happens = (check: () => Promise<boolean>) => agrees(check, 45_000);

describe("through one process, and seen by the other within five seconds", () => {
  const projects = (server: Server, key: string) => ask(server, "/api/v1/projects", { key });
  const status = async (answer: Promise<Response>) => (await answer).status;

  test("a key is revoked", async () => {
    const { secret, key } = await createKey(owner.scope, { name: "x", scopes: ["projects:read"] });
    expect(await status(projects(second, secret))).toBe(200);
    await revokeKey(owner.scope, key.id);
    await agrees(async () => (await status(projects(second, secret))) === 401);
  });

  test("a key is rotated: both work until the overlap ends", async () => {
    const { secret, key } = await createKey(owner.scope, { name: "x", scopes: ["projects:read"] });
    const { secret: next } = await rotateKey(owner.scope, key.id, { overlapHours: 1 });
    expect([await status(projects(second, secret)), await status(projects(second, next))]).toEqual([
      200, 200,
    ]);
    await db().apiKey.update({ where: { id: key.id }, data: { expiresAt: new Date() } });
    await agrees(async () => (await status(projects(second, secret))) === 401);
    expect(await status(projects(second, next))).toBe(200);
  });

  const templates = (server: Server, { cookie }: Person) =>
    status(ask(server, `/api/w/${owner.scope.workspaceSlug}/templates`, { cookie }));

  test("a session is revoked", async () => {
    const member = await newMember(owner, "editor");
    expect(await templates(second, member)).toBe(200);
    await revokeSession(member.identity, member.identity.sessionId);
    await agrees(async () => (await templates(second, member)) === 401);
  });

  test("a role is lowered, then the member removed: for their session and for their keys", async () => {
    const member = await newMember(owner, "admin");
    const key = await newApiKey(member, {
      scopes: API_SCOPE_NAMES.filter((name) => name !== "members:read"),
    });
    const { templateId } = await newApiWorld(owner);
    const { workspaceId, userId } = member.scope;
    const where = { workspaceId_userId: { workspaceId, userId } };
    const rename = () =>
      status(
        ask(second, `/api/v1/templates/${templateId}`, { method: "PATCH", key, body: { name: "Renamed" } }),
      );
    const lock = () =>
      status(
        ask(second, `/api/w/${owner.scope.workspaceSlug}/templates/${templateId}/brand-lock`, {
          method: "PUT",
          cookie: member.cookie,
          body: { brandLocked: true },
        }),
      );
    expect([await rename(), await lock()]).toEqual([200, 200]);
    await db().member.update({ where, data: { role: "viewer" } });
    await agrees(async () => (await rename()) === 403 && (await lock()) === 403);
    await db().member.delete({ where });
    await agrees(async () => (await rename()) === 401 && (await lock()) === 404);
  });

  test("a template is published, and its link deleted and restored", async () => {
    const key = await newApiKey(owner);
    const { templateId, linkId } = await newApiWorld(owner);
    const link = await (await ask(first, `/api/v1/links/${linkId}`, { key })).json();
    const picture = async () => (await fetch(`${second.origin}/i/${link.key}.png`)).headers;
    const before = (await picture()).get("etag");
    const document = createDocument({ width: 90, height: 45, displayWidth: 90 });
    await ask(first, `/api/v1/templates/${templateId}/draft`, {
      method: "PUT",
      key,
      headers: { "if-match": '"1"' },
      body: { document },
    });
    await ask(first, `/api/v1/templates/${templateId}/publish`, {
      method: "POST",
      key,
      body: { revision: 2 },
    });
    await agrees(async () => (await picture()).get("etag") !== before);
    await ask(first, `/api/v1/links/${linkId}`, { method: "DELETE", key });
    await agrees(async () => (await picture()).get("x-render-status")?.includes("deleted") ?? false);
    await ask(first, `/api/v1/links/${linkId}/restore`, { method: "POST", key });
    await agrees(async () => (await picture()).get("x-render-status") === "ok");
  });

  test("a link is paused, ended, signed, and its signing key revoked", async () => {
    const key = await newApiKey(owner);
    const { linkId } = await newApiWorld(owner);
    const link = await (await ask(first, `/api/v1/links/${linkId}`, { key })).json();
    const shown = async (url = link.url) =>
      (await fetch(new URL(new URL(url).pathname + new URL(url).search, second.origin))).headers.get(
        "x-render-status",
      );
    const set = async (body: object) => {
      const answer = await ask(first, `/api/v1/links/${linkId}`, { method: "PATCH", key, body });
      expect(answer.status).toBe(200);
    };
    const shows = (status: string, url?: string) => agrees(async () => (await shown(url)) === status);
    await shows("ok");
    await set({ paused: true });
    await shows("fallback; reason=paused");
    await set({ paused: false, expiresAt: "2020-01-01T00:00:00Z" });
    await shows("fallback; reason=expired");
    await set({ expiresAt: null, policy: "signed" });
    await shows("fallback; reason=signature");
    const made = await ask(first, `/api/v1/links/${linkId}/url`, { method: "POST", key, body: {} });
    const { url } = await made.json();
    await shows("ok", url);
    const { signingKeys } = await (await ask(first, "/api/v1/signing-keys", { key })).json();
    await ask(first, `/api/v1/signing-keys/${signingKeys[0].id}`, { method: "DELETE", key });
    await shows("fallback; reason=signature", url);
  });

  test("a link that may make three pictures makes three, on both together", async () => {
    const key = await newApiKey(owner);
    const { linkId, templateId } = await newApiWorld(owner);
    const document = { ...createDocument({ width: 90, height: 45, displayWidth: 90 }), ...NAMED };
    const headers = { "if-match": '"1"' };
    await ask(first, `/api/v1/templates/${templateId}/draft`, {
      method: "PUT",
      key,
      headers,
      body: { document },
    });
    await ask(first, `/api/v1/templates/${templateId}/publish`, {
      method: "POST",
      key,
      body: { revision: 2 },
    });
    const body = { maxRenders: 3 };
    const answer = await ask(first, `/api/v1/links/${linkId}`, { method: "PATCH", key, body });
    const link = await answer.json();
    const shown = async (server: Server, name: string) =>
      (await fetch(`${server.origin}/i/${link.key}.png?first_name=${name}`)).headers.get("x-render-status");
    // Both know of the limit before the race.
    await Promise.all(
      [first, second].map((server) =>
        agrees(async () => {
          const { headers } = await fetch(`${server.origin}/i/${link.key}.png?_size=90x45`);
          return headers.get("x-render-status") !== null;
        }),
      ),
    );
    await new Promise((done) => setTimeout(done, WITHIN_MS));
    await db().link.update({ where: { id: linkId }, data: { renders: 0 } });
    const names = Array.from({ length: 50 }, (_, at) => `Guest${at}`);
    const statuses = await Promise.all(names.map((name, at) => shown(at % 2 ? first : second, name)));
    expect(statuses.filter((status) => status === "ok")).toHaveLength(3);
    expect(new Set(statuses)).toEqual(new Set(["ok", "fallback; reason=limit"]));
    expect((await db().link.findUniqueOrThrow({ where: { id: linkId } })).renders).toBe(3);
  });
});

describe("a request that carries an Idempotency-Key", () => {
  const create = (key: string, idempotencyKey: string, name = "Once") =>
    askApi(key, "/templates", {
      method: "POST",
      headers: { "idempotency-key": idempotencyKey },
      body: { name, from: BLANK },
    });
  const made = (name: string) =>
    db().template.count({ where: { workspaceId: owner.scope.workspaceId, name } });

  test("fifty at once, on both processes, make one template", async () => {
    const key = await newApiKey(owner);
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        ask(index % 2 ? first : second, "/api/v1/templates", {
          method: "POST",
          key,
          headers: { "idempotency-key": "fifty" },
          body: { name: "Fifty", from: BLANK },
        }),
      ),
    );
    const statuses = new Set(answers.map(({ status }) => status));
    expect([...statuses].filter((status) => status !== 201 && status !== 409)).toEqual([]);
    const created = answers.filter(({ status }) => status === 201);
    const ids = new Set(await Promise.all(created.map(async (answer) => (await answer.json()).id)));
    expect(ids.size).toBe(1);
    expect(await made("Fifty")).toBe(1);
    const again = await ask(second, "/api/v1/templates", {
      method: "POST",
      key,
      headers: { "idempotency-key": "fifty" },
      body: { name: "Fifty", from: BLANK },
    });
    expect(again.status).toBe(201);
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    expect(ids).toContain((await again.json()).id);
  });

  test("a process killed after it did it, before anybody read the answer: the other one gives the same id", async () => {
    const key = await newApiKey(owner);
    const victim = await start("victim");
    const sent = { name: "Killed", from: BLANK };
    const headers = {
      authorization: `Bearer ${key}`,
      "idempotency-key": "killed",
      "content-type": "application/json",
    };
    const agent = new Agent();
    const lost = request(`${victim.origin}/api/v1/templates`, { method: "POST", headers, agent });
    lost.on("error", () => undefined);
    // The answer is never read: as far as this client knows, nothing came.
    lost.end(JSON.stringify(sent));
    await happens(async () => (await db().idempotentReply.count({ where: { key: "killed" } })) === 1);
    await stopServer(victim, "SIGKILL");
    agent.destroy();
    const kept = await db().template.findFirstOrThrow({ where: { name: "Killed" }, select: { id: true } });
    const retry = await ask(second, "/api/v1/templates", {
      method: "POST",
      key,
      headers: { "idempotency-key": "killed" },
      body: sent,
    });
    expect(retry.status).toBe(201);
    expect((await retry.json()).id).toBe(kept.id);
    expect(await made("Killed")).toBe(1);
  });

  test("processes killed at any moment: each request was done once when it is repeated", async () => {
    const key = await newApiKey(owner);
    const numbers = Array.from({ length: 40 }, (_, index) => index);
    const send = (server: Server, number: number) =>
      ask(server, "/api/v1/templates", {
        method: "POST",
        key,
        headers: { "idempotency-key": `any-${number}` },
        body: { name: `Any ${number}`, from: BLANK },
      });
    const victim = await start("victim");
    const answered = new Map<number, string>();
    const sending = numbers.map(async (number) => {
      const answer = await send(victim, number).catch(() => null);
      const body = await answer?.json().catch(() => null);
      if (answer?.status === 201 && body) answered.set(number, body.id);
    });
    await happens(async () => (await db().template.count({ where: { name: { startsWith: "Any " } } })) >= 5);
    await stopServer(victim, "SIGKILL");
    await Promise.all(sending);
    expect(answered.size).toBeLessThan(numbers.length);
    for (const number of numbers) {
      // A lock of the killed process's goes with its connection, which the database notices in a moment.
      let answer = await send(second, number);
      await happens(async () => {
        if (answer.status === 409) answer = await send(second, number);
        return answer.status !== 409;
      });
      expect(answer.status).toBe(201);
      const { id } = await answer.json();
      if (answered.has(number)) expect(id).toBe(answered.get(number));
      expect(await made(`Any ${number}`)).toBe(1);
    }
  });

  test("for another request is refused, for another key of the API is another", async () => {
    const [one, other] = [await newApiKey(owner), await newApiKey(owner)];
    expect((await create(one, "reused", "First")).status).toBe(201);
    expect((await create(one, "reused", "Second")).status).toBe(422);
    expect((await create(other, "reused", "Second")).status).toBe(201);
    expect((await create(one, "x".repeat(256))).status).toBe(400);
  });

  test("what failed is not kept: the same request may come again when it can be done", async () => {
    const key = await newApiKey(owner);
    const send = (projectId: string) =>
      askApi(key, "/templates", {
        method: "POST",
        headers: { "idempotency-key": "failed" },
        body: { name: "Failed", projectId, from: BLANK },
      });
    expect((await send("prj_none")).status).toBe(404);
    const { projectId } = await newApiWorld(owner);
    expect((await send(projectId)).status).toBe(201);
  });

  test("is remembered for a day at least, and then forgotten", async () => {
    const key = await newApiKey(owner);
    await create(key, "old", "Old");
    const later = (ms: number) => new Date(Date.now() + REPLY_KEPT_MS + ms);
    await deleteOldReplies(later(-60_000));
    expect((await create(key, "old", "Old")).headers.get("idempotency-replayed")).toBe("true");
    await deleteOldReplies(later(60_000));
    expect((await create(key, "old", "Old")).headers.get("idempotency-replayed")).toBeNull();
  });
});
