import { createHash } from "node:crypto";
import { mkdtemp, readdir, rm, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDb, db } from "@/lib/server/db";
import { env, replaceEnv } from "@/lib/server/env";
import { createTemplate } from "@/lib/server/templates/create-template";
import { publishTemplate } from "@/lib/server/templates/publish-template";
import { withTestDatabase } from "@/lib/server/testing/database";
import { type DatabaseGate, startDatabaseGate } from "@/lib/server/testing/database-gate";
import { newPerson, type Person } from "@/lib/server/testing/people";
import {
  buildServer,
  flushServer,
  type Server,
  startServer,
  stopServer,
} from "@/lib/server/testing/server-process";
import { setPlan } from "./set-plan";

/** Two servers that answer pictures from one database, which goes and comes back. */

withTestDatabase();

const MINUTES = 120_000;

let folder: string;
let program: string;
let gate: DatabaseGate;
let port: number;
let person: Person;
let key: string;
let servers: Server[];

const start = (name: string) => startServer(program, join(folder, name));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "nameplate-usage-"));
  const url = new URL(env().DATABASE_URL);
  port = Number(url.port || 5432);
  gate = await startDatabaseGate();
  await gate.open(port);
  url.port = String(gate.port);
  url.hostname = "127.0.0.1";
  const { NEXTAUTH_SECRET, DATA_DIR } = env();
  await closeDb();
  replaceEnv({ DATABASE_URL: url.href, DATA_DIR, NEXTAUTH_SECRET, LOG_LEVEL: "silent" });
  person = await newPerson();
  const size = { kind: "starter", id: "loyalty-thank-you" } as const;
  const { id } = await createTemplate(person.scope, { from: size });
  ({
    link: { key },
  } = await publishTemplate(person.scope, id, 1));
  program = await buildServer("picture-server");
  servers = await Promise.all([start("first"), start("second")]);
}, MINUTES);

afterAll(async () => {
  await Promise.all((servers ?? []).map((server) => stopServer(server)));
  await rm(program, { force: true });
  await rm(folder, { recursive: true, force: true });
  await closeDb();
  await gate?.shut();
});

/** A card is named by its bytes, and a picture by what it is made from. */
const tagOfCard = (bytes: Buffer) => createHash("sha256").update(bytes).digest("base64url").slice(0, 27);

let turn = 0;
let seen = 0;

/** Asks for pictures, equal or each for its own name, and counts those that the link itself showed. */
async function see(server: Server, count: number, { isNew = false } = {}): Promise<Buffer> {
  let last = Buffer.alloc(0);
  for (let at = 0; at < count; at += 10) {
    await Promise.all(
      Array.from({ length: Math.min(10, count - at) }, async () => {
        if (isNew) turn += 1;
        const answer = await fetch(`${server.origin}/i/${key}.png?first_name=Łódź ${isNew ? turn : ""}`);
        const bytes = Buffer.from(await answer.arrayBuffer());
        last = bytes;
        expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "image/png"]);
        // The first picture of a new server may take longer than it is waited for: a card, which is nobody's picture.
        if (answer.headers.get("etag") !== `"${tagOfCard(bytes)}"`) seen += 1;
      }),
    );
  }
  return last;
}

/** What the database says once both have said all they know. */
async function counted(): Promise<number> {
  await Promise.all(servers.map(flushServer));
  const [month] = await db().usageMonth.findMany({ where: { workspaceId: person.scope.workspaceId } });
  return Number(month?.served ?? 0);
}

async function databaseBack(): Promise<void> {
  await gate.open(port);
  await expect
    .poll(() => db().$queryRaw`SELECT 1`.then(Boolean, () => false), { timeout: 30_000 })
    .toBe(true);
}

test(
  "both at once: every picture of both is in the sum, which is exact",
  async () => {
    const [first, second] = servers as [Server, Server];
    await Promise.all([see(first, 120), see(second, 80), see(first, 10, { isNew: true })]);
    await Promise.all([...servers, ...servers, ...servers].map(flushServer));
    expect(await counted()).toBe(seen);
    const days = await db().usageDay.findMany({ where: { workspaceId: person.scope.workspaceId } });
    expect(days.reduce((sum, { served }) => sum + Number(served), 0)).toBe(seen);
    const projects = await db().project.findMany({ where: { workspaceId: person.scope.workspaceId } });
    expect(new Set(days.map(({ projectId }) => projectId))).toEqual(new Set(projects.map(({ id }) => id)));
    // Each process paints what is equal once, and may find it painted by nobody but itself.
    const rendered = days.reduce((sum, { rendered: count }) => sum + Number(count), 0);
    expect(rendered).toBeGreaterThanOrEqual(12);
    expect(rendered).toBeLessThanOrEqual(16);
  },
  MINUTES,
);

test(
  "while the database is away, refusing or hanging, pictures are counted, also over a restart, and none twice",
  async () => {
    const [first, second] = servers as [Server, Server];
    await gate.shut();
    await see(first, 60);
    await see(second, 40);
    await Promise.all(servers.map(flushServer));
    // One is asked to stop meanwhile, and another begins in its folder.
    await stopServer(second, "SIGTERM");
    const left = join(folder, "second", "usage");
    const files = await readdir(left);
    expect(files).toHaveLength(1);
    for (const file of files) await utimes(join(left, file), new Date(0), new Date(0));
    servers[1] = await start("second");
    await see(servers[1], 30);
    await databaseBack();
    expect(await counted()).toBe(seen);
    expect(await readdir(left)).toEqual([]);
    gate.hang();
    await see(first, 20);
    await Promise.all(servers.map(flushServer));
    await databaseBack();
    // The first attempt may meet a connection that is dead and does not know it.
    await expect.poll(counted, { timeout: 30_000 }).toBe(seen);
    expect(await counted()).toBe(seen);
  },
  MINUTES,
);

test(
  "a quota is found once by two processes, and over it a link goes on showing its own picture",
  async () => {
    const [first, second] = servers as [Server, Server];
    const { workspaceId, workspaceSlug } = person.scope;
    await setPlan(workspaceSlug, "free");
    // All but a little of the month is used.
    await db().usageMonth.updateMany({ where: { workspaceId }, data: { served: 9_990n } });
    for (let round = 0; round < 25; round += 1) {
      await Promise.all([see(first, 1), see(second, 1)]);
      await Promise.all([flushServer(first), flushServer(second)]);
    }
    const notices = await db().quotaNotice.findMany({ where: { workspaceId, metric: "served" } });
    expect(notices.map(({ threshold }) => threshold).sort()).toEqual([100, 80]);
    const events = await db().auditEvent.findMany({ where: { workspaceId, action: "quota.reached" } });
    expect(events).toHaveLength(2);
    const own = await see(first, 1, { isNew: true });
    expect(await sharp(own).metadata()).toMatchObject({ format: "png", width: 1200, height: 628 });
    const answer = await fetch(`${first.origin}/i/${key}.png?first_name=Щёголева`);
    expect(answer.headers.get("x-render-status")).toBe("ok");
  },
  MINUTES,
);
