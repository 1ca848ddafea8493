import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { createDocument } from "@/lib/template/create-document";
import { openDocument } from "@/lib/template/open-document";
import { field, image, text } from "@/lib/template/starters/build";
import { createAsset } from "./assets";
import { closeDb, db } from "./db";
import { replaceEnv } from "./env";
import { createFont } from "./fonts-upload";
import { migrate } from "./migrate";
import { type EmbeddedPostgres, startPostgres } from "./postgres/start-postgres";
import { createTemplate } from "./templates/create-template";
import { saveDraft } from "./templates/draft";
import { loadEditor } from "./templates/load-editor";
import { publishTemplate } from "./templates/publish-template";
import { type DatabaseGate, startDatabaseGate } from "./testing/database-gate";
import { newPerson, type Person } from "./testing/people";
import { buildServer, type Server, startServer, stopServer } from "./testing/server-process";

/** Two processes that serve links from one database, which comes and goes. */

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const ROOT = join(import.meta.dirname, "../..");

let folder: string;
let program: string;
let postgres: EmbeddedPostgres;
let gate: DatabaseGate;
let person: Person;
let templateId: string;
let key: string;
let first: Server;
let second: Server;

const start = (name: string) => startServer(program, join(folder, name));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "nameplate-links-"));
  postgres = await startPostgres({ dataDir: join(folder, "database"), durable: false });
  await migrate(postgres.url(), join(ROOT, "prisma/migrations"));
  gate = await startDatabaseGate();
  await gate.open(postgres.port);
  const url = new URL(postgres.url());
  url.port = String(gate.port);
  replaceEnv({
    DATABASE_URL: url.href,
    DATA_DIR: join(folder, "own"),
    LOG_LEVEL: "silent",
    NEXTAUTH_SECRET: "a secret for tests, 32 bytes long",
  });
  person = await newPerson("Maeve O'Neil");
  const template = await createTemplate(person.scope, { from: { kind: "starter", id: "loyalty-thank-you" } });
  templateId = template.id;
  ({
    link: { key },
  } = await publishTemplate(person.scope, templateId, 1));
  program = await buildServer("picture-server");
  [first, second] = await Promise.all([start("first"), start("second")]);
});

afterAll(async () => {
  await Promise.all([first, second].filter(Boolean).map((server) => stopServer(server)));
  await closeDb();
  await gate?.shut();
  await postgres?.stop();
  await rm(program, { force: true });
  await rm(folder, { recursive: true, force: true });
});

type Seen = {
  status: number;
  type: string | null;
  render: string | null;
  etag: string | null;
  bytes: Buffer;
};

async function see({ origin }: Server, values: Record<string, string> = {}, link = key): Promise<Seen> {
  const response = await fetch(`${origin}/i/${link}.png?${new URLSearchParams(values)}`);
  const { headers } = response;
  return {
    status: response.status,
    type: headers.get("content-type"),
    render: headers.get("x-render-status"),
    etag: headers.get("etag"),
    bytes: Buffer.from(await response.arrayBuffer()),
  };
}

let turn = 0;

/** Waits for a server's first picture: on a busy machine its first compilation can take longer than a link waits. */
async function firstPicture(server: Server, link = key): Promise<void> {
  for (;;) {
    turn += 1;
    const { render } = await see(server, { first_name: `Đỗ ${turn}` }, link);
    if (render !== "fallback; reason=failed") return;
  }
}

/** Pictures for values that nobody has asked for before, a few at a time. */
async function seeNew(server: Server, count: number): Promise<Seen[]> {
  const seen: Seen[] = [];
  while (seen.length < count) {
    const batch = Array.from({ length: Math.min(10, count - seen.length) }, () => {
      turn += 1;
      return see(server, { first_name: `Nguyễn ${turn}`, loyalty_points: String(turn) });
    });
    seen.push(...(await Promise.all(batch)));
  }
  return seen;
}

/** Every answer is a picture made for its own values. */
async function expectOwnPictures(seen: readonly Seen[], render: RegExp): Promise<void> {
  for (const { status, type, render: said } of seen) {
    expect([status, type]).toEqual([200, "image/png"]);
    expect(said).toMatch(render);
  }
  expect(new Set(seen.map(({ etag }) => etag)).size).toBe(seen.length);
  const sample = await sharp(seen.at(-1)?.bytes).metadata();
  expect(sample).toMatchObject({ format: "png", width: 1200, height: 628 });
}

/** Waits until our own connections, which the gate cut as well, are new ones. */
async function databaseBack(): Promise<void> {
  for (let tries = 0; tries < 50; tries += 1) {
    const answer = await db().$queryRaw`SELECT 1`.then(
      () => true,
      () => false,
    );
    if (answer) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error("the database did not come back");
}

/** Publishes the template with another canvas width, which a picture shows without doubt. */
async function publishWidth(width: number): Promise<void> {
  const { document, revision } = await loadEditor(person.scope, templateId);
  const save = {
    document: { ...openDocument(document).document, width },
    baseRevision: revision,
    mutationId: `width-${width}-${revision}`,
  };
  expect((await saveDraft(person.scope, templateId, save)).kind).toBe("saved");
  await publishTemplate(person.scope, templateId, revision + 1);
}

/** Publishes a template that shows a picture and a font of its workspace's own, and gives its link. */
async function publishOwnUploads(): Promise<string> {
  const { scope } = person;
  const bytes = await readFile(join(ROOT, "public/fonts/dancing-script/400.ttf"));
  const { familyKey } = await createFont(scope, { name: "house.ttf", bytes, licenceNote: "" });
  const colour = { width: 40, height: 40, channels: 3, background: "#0a7d55" } as const;
  const logo = await sharp({ create: colour }).png().toBuffer();
  const { id: assetId } = await createAsset(scope, { name: "Łódź.png", bytes: logo });
  const size = { width: 300, height: 100, displayWidth: 300 };
  const { id } = await createTemplate(scope, { from: { kind: "blank", ...size } });
  const inner = { x: 10, y: 10, height: 80 };
  const document = {
    ...createDocument(size),
    fields: [field("first_name", "First name")],
    layers: [
      image({ id: "logo", name: "Logo", ...inner, width: 80 }, { source: { kind: "asset", assetId } }),
      text({ id: "name", name: "Name", ...inner, x: 100, width: 190 }, "{{first_name}}", {
        style: { fontFamily: familyKey },
      }),
    ],
  };
  const save = { document, baseRevision: 1, mutationId: "own-uploads" };
  expect((await saveDraft(scope, id, save)).kind).toBe("saved");
  return (await publishTemplate(scope, id, 2)).link.key;
}

/** Waits until a server shows pictures of a width; fails after the five seconds a publish may take. */
async function expectWidthSoon(server: Server, width: number): Promise<void> {
  const until = Date.now() + 5_000;
  for (;;) {
    turn += 1;
    const { bytes } = await see(server, { first_name: `Łódź ${turn}` });
    const found = (await sharp(bytes).metadata()).width;
    if (found === width) return;
    if (Date.now() > until) expect(found).toBe(width);
    await new Promise((done) => setTimeout(done, 100));
  }
}

describe.sequential("links over two processes", () => {
  test("a publish shows on both within five seconds", async () => {
    await Promise.all([first, second].map((server) => see(server)));
    await publishWidth(1210);
    await Promise.all([first, second].map((server) => expectWidthSoon(server, 1210)));
    await publishWidth(1200);
    await Promise.all([first, second].map((server) => expectWidthSoon(server, 1200)));
  });

  test("a font and a picture of the workspace show though the database went right after the publish", async () => {
    // On the data folder that the uploads are in, as on a machine of its own.
    let own = await start("own");
    const ownLink = await publishOwnUploads();
    // The link, its picture, its workspace's fonts.
    const kept = () => readdir(join(folder, "own/storage/kept")).catch(() => []);
    await expect.poll(kept, { timeout: 60_000 }).toHaveLength(3);
    await gate.shut();
    await firstPicture(own, ownLink);
    const shown = await see(own, { first_name: "Nguyễn" }, ownLink);
    // Confirmed a moment ago, or no longer.
    expect(shown.render).toMatch(/^(ok|degraded; reason=stale)$/);
    await stopServer(own);
    own = await start("own");
    await firstPicture(own, ownLink);
    expect((await see(own, { first_name: "Щёголева" }, ownLink)).render).toBe("degraded; reason=stale");
    await gate.open(postgres.port);
    await databaseBack();
    // It asks again a moment after it found the database away.
    let later = shown;
    await expect
      .poll(
        async () => {
          later = await see(own, { first_name: "Nguyễn" }, ownLink);
          return later.render;
        },
        { timeout: 30_000 },
      )
      .toBe("ok");
    await stopServer(own);
    expect(later.bytes.equals(shown.bytes)).toBe(true);
  });

  test("with the database stopped every picture is made, for new values and by a restarted process too", async () => {
    await gate.shut();
    await postgres.stop();
    await expectOwnPictures(await seeNew(first, 60), /^(ok|degraded; reason=stale)$/);
    await stopServer(first);
    first = await start("first");
    await firstPicture(first);
    await expectOwnPictures(await seeNew(first, 60), /^degraded; reason=stale$/);
    await expectOwnPictures(await seeNew(second, 20), /^(ok|degraded; reason=stale)$/);
  });

  test("when it is back, both show a new version without a restart", async () => {
    postgres = await startPostgres({ dataDir: join(folder, "database"), durable: false });
    await gate.open(postgres.port);
    await databaseBack();
    await publishWidth(1220);
    await Promise.all([first, second].map((server) => expectWidthSoon(server, 1220)));
    await publishWidth(1200);
    await Promise.all([first, second].map((server) => expectWidthSoon(server, 1200)));
  });

  test("a database that takes connections and never answers changes nothing for links", async () => {
    gate.hang();
    await expectOwnPictures(await seeNew(first, 20), /^(ok|degraded; reason=stale)$/);
    await stopServer(second);
    second = await start("second");
    await firstPicture(second);
    await expectOwnPictures(await seeNew(second, 20), /^degraded; reason=stale$/);
    await gate.open(postgres.port);
    await databaseBack();
    await publishWidth(1230);
    await Promise.all([first, second].map((server) => expectWidthSoon(server, 1230)));
  });
});
