import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createDocument } from "@/lib/template/create-document";
import { field } from "@/lib/template/starters/build";
import { storageUsed } from "@/lib/usage/storage-quota";
import { usageCounts } from "@/lib/usage/usage-counts";
import { createWebhook } from "@/lib/webhooks/manage-webhooks";
import { db } from "../db";
import { createProject } from "../projects";
import { storage } from "../storage";
import { createTemplate } from "../templates/create-template";
import { deleteTemplate } from "../templates/delete-template";
import { saveDraft } from "../templates/draft";
import { publishTemplate } from "../templates/publish-template";
import { askApi, newApiKey } from "../testing/ask-api";
import { withTestDatabase } from "../testing/database";
import { newMember, newPerson, type Person } from "../testing/people";
import { askForImage, askForImageInput, IMAGES_KEPT_MS } from "./ask-for-image";
import { deleteOldImages } from "./delete-old-images";
import { finishImage, giveUpForgotten } from "./finish-image";
import { listImages, loadImage } from "./load-images";
import { pictureFile } from "./picture-file";
import { servePicture } from "./serve-picture";

withTestDatabase();

const CANARY = "Zxq7CanaryName";

let owner: Person;
let key: string;
let projectId: string;
let templateId: string;

beforeAll(async () => {
  owner = await newPerson("Owner");
  key = await newApiKey(owner);
  projectId = (await createProject(owner.scope, "Client")).id;
  templateId = await newTemplate();
});
beforeEach(async () => {
  await db().image.deleteMany();
  await db().webhookEndpoint.deleteMany();
});

async function newTemplate(): Promise<string> {
  const from = { kind: "blank", width: 60, height: 30, displayWidth: 60 } as const;
  const { id } = await createTemplate(owner.scope, { projectId, from });
  const document = { ...createDocument(from), fields: [field("first_name", "First name")] };
  await saveDraft(owner.scope, id, { document, baseRevision: 1, mutationId: "first-mutation" });
  await publishTemplate(owner.scope, id, 2);
  return id;
}

const ask = (more: object = {}, now?: Date) =>
  askForImage(
    owner.scope,
    askForImageInput.parse({ templateId, delivery: "async", values: { first_name: CANARY }, ...more }),
    now ? { now } : {},
  );

const show = (target: string, method = "GET", now?: Date) =>
  servePicture({ target, method, ifNoneMatch: null, nested: false }, now);

const pathOf = (url: string) => new URL(url).pathname;

const listen = () =>
  createWebhook(owner.scope, {
    url: "https://receiver.example/",
    events: ["image.rendered", "image.failed"],
    projectIds: null,
  });

const told = async () =>
  (await db().webhookDelivery.findMany({ orderBy: { createdAt: "asc" } })).map(({ body }) =>
    JSON.parse(body),
  );

describe("a kept picture", () => {
  test("is made once, told of once and shown, however often it is begun; its values lie sealed until then", async () => {
    await listen();
    const asked = await ask({ metadata: { order: "A-1" } });
    const before = await db().image.findUniqueOrThrow({ where: { id: asked.id } });
    expect(before.values).toMatch(/^v1\./);
    expect(JSON.stringify(before)).not.toContain(CANARY);
    await Promise.all([1, 2, 3].map(() => finishImage(asked.id, { isLast: false })));
    await finishImage(asked.id, { isLast: false });
    const { values, storageKey } = await db().image.findUniqueOrThrow({ where: { id: asked.id } });
    expect(values).toBeNull();
    expect(await told()).toMatchObject([
      { type: "image.rendered", data: { id: asked.id, url: asked.url, metadata: { order: "A-1" } } },
    ]);
    expect(JSON.stringify(await told())).not.toContain(CANARY);
    const reply = await show(pathOf(asked.url));
    expect(reply).toMatchObject({
      status: 200,
      headers: {
        "Content-Type": "image/png",
        "X-Render-Status": "ok",
        "X-Content-Type-Options": "nosniff",
        "X-Robots-Tag": "noindex",
        "Cache-Control": "public, max-age=86400, immutable",
      },
    });
    expect(Buffer.from(reply.body ?? [])).toEqual(await storage().get(storageKey ?? ""));
    expect((await show(pathOf(asked.url), "HEAD")).body).toBeNull();
    expect((await show(`${pathOf(asked.url)}?x=1`)).status).toBe(200);
  });

  test("shows the version of when it was asked for", async () => {
    const id = await newTemplate();
    const asked = await ask({ templateId: id });
    const document = createDocument({ width: 90, height: 45, displayWidth: 90 });
    await saveDraft(owner.scope, id, { document, baseRevision: 2, mutationId: "second-mutation" });
    await publishTemplate(owner.scope, id, 3);
    await finishImage(asked.id, { isLast: false });
    expect(await loadImage(owner.scope, asked.id)).toMatchObject({ width: 60, versionId: asked.versionId });
  });

  test("that cannot be made any more has failed, and says so", async () => {
    await listen();
    const id = await newTemplate();
    const asked = await ask({ templateId: id });
    await deleteTemplate(owner.scope, id);
    await finishImage(asked.id, { isLast: false });
    const row = await db().image.findUniqueOrThrow({ where: { id: asked.id } });
    expect(row).toMatchObject({ state: "failed", errorCode: "not_found", values: null });
    expect(await told()).toMatchObject([{ type: "image.failed", data: { error: { code: "not_found" } } }]);
    expect((await show(pathOf(asked.url))).headers["Content-Type"]).toBe("image/png");
  });

  test("counts as storage, and none is taken on where the plan is full", async () => {
    const asked = await ask();
    await finishImage(asked.id, { isLast: false });
    const { bytes } = await loadImage(owner.scope, asked.id);
    expect(await storageUsed(db(), owner.scope)).toBe(bytes);
    const over = new Date(asked.expiresAt.getTime() + 1);
    expect(await storageUsed(db(), owner.scope, over)).toBe(0);
    await db().image.update({ where: { id: asked.id }, data: { bytes: 2_000_000_000 } });
    await db().workspace.update({ where: { id: owner.scope.workspaceId }, data: { plan: "free" } });
    await expect(ask()).rejects.toThrow("are used by uploads and kept pictures");
    await db().workspace.update({ where: { id: owner.scope.workspaceId }, data: { plan: null } });
  });

  test("is counted once, however often it is begun, and its file goes though no row knows it", async () => {
    usageCounts().take();
    const asked = await ask();
    await Promise.all([1, 2, 3].map(() => finishImage(asked.id, { isLast: false })));
    expect(
      usageCounts()
        .take()
        .map(({ served }) => served),
    ).toEqual([1]);
    const row = await db().image.update({ where: { id: asked.id }, data: { storageKey: null } });
    expect((await storage().get(pictureFile(row))).length).toBeGreaterThan(0);
    await deleteOldImages(new Date(asked.expiresAt.getTime() + 1));
    await expect(storage().get(pictureFile(row))).rejects.toMatchObject({ code: "not_found" });
  });

  test("that nobody made within a day is given up", async () => {
    await listen();
    const now = new Date();
    const asked = await ask({}, now);
    const DAY = 24 * 60 * 60_000;
    expect(await giveUpForgotten(new Date(now.getTime() + DAY))).toBe(0);
    expect(await giveUpForgotten(new Date(now.getTime() + DAY + 1))).toBe(1);
    expect((await loadImage(owner.scope, asked.id)).state).toBe("failed");
    expect(await told()).toMatchObject([{ type: "image.failed" }]);
  });

  test("an address always answers with a picture", async () => {
    const asked = await ask();
    const path = pathOf(asked.url);
    const pending = await show(path);
    expect([pending.status, pending.headers["Cache-Control"]]).toEqual([200, "public, max-age=30"]);
    const odd = ["/p/", "/p/x.png", `${path}/`, path.replace(".png", ".jpg"), "/p/%00.png", "/p/../i/x.png"];
    for (const target of odd) {
      const reply = await show(target);
      expect([target, reply.status, reply.headers["Content-Type"]]).toEqual([target, 404, "image/png"]);
    }
    expect((await show(path, "POST")).status).toBe(405);
    await finishImage(asked.id, { isLast: false });
    const over = await show(path, "GET", new Date(Date.now() + IMAGES_KEPT_MS + 1));
    expect(over.headers["X-Render-Status"]).toBe("fallback; reason=deleted");
  });

  test("is kept for 30 days: then row and file go", async () => {
    expect(IMAGES_KEPT_MS).toBe(30 * 24 * 60 * 60_000);
    const now = new Date();
    const asked = await ask({}, now);
    await finishImage(asked.id, { isLast: false });
    const { storageKey } = await db().image.findUniqueOrThrow({ where: { id: asked.id } });
    await deleteOldImages(new Date(now.getTime() + IMAGES_KEPT_MS - 1));
    expect(await storage().has(storageKey ?? "")).toBe(true);
    expect(await deleteOldImages(new Date(now.getTime() + IMAGES_KEPT_MS))).toBe(1);
    expect(await storage().has(storageKey ?? "")).toBe(false);
    expect(await db().image.count()).toBe(0);
  });

  test("is within reach of its project's people, and of nobody else", async () => {
    const asked = await ask();
    const other = await createProject(owner.scope, "Other");
    const inside = await newMember(owner, "guest", "Inside", [projectId]);
    const outside = await newMember(owner, "guest", "Outside", [other.id]);
    expect((await loadImage(inside.scope, asked.id)).id).toBe(asked.id);
    await expect(loadImage(outside.scope, asked.id)).rejects.toThrow("no such picture");
    expect((await listImages(outside.scope, { limit: 10 })).images).toEqual([]);
    await expect(loadImage((await newPerson()).scope, asked.id)).rejects.toThrow("no such picture");
  });
});

describe("through the API", () => {
  const post = (body: object, headers: Record<string, string> = {}) =>
    askApi(key, "/images", { method: "POST", body: { templateId, ...body }, headers });

  test("by address: it is there when the answer comes", async () => {
    const answer = await post({ delivery: "url", format: "jpg", metadata: { a: "b" } });
    expect(answer.status).toBe(200);
    const image = await answer.json();
    expect(image).toMatchObject({ state: "ready", width: 60, height: 30, metadata: { a: "b" } });
    expect((await show(pathOf(image.url))).headers["Content-Type"]).toBe("image/jpeg");
  });

  test("what cannot be made is refused before anything is taken on", async () => {
    expect((await post({ delivery: "async", values: { nobody: "x" } })).status).toBe(422);
    expect((await post({ delivery: "url", size: "square" })).status).toBe(422);
    expect((await post({ delivery: "async", templateId: "tpl_none" })).status).toBe(404);
    expect((await post({ delivery: "later" })).status).toBe(422);
    expect((await post({ delivery: "async", metadata: { a: "\u0000" } })).status).toBe(422);
    expect(await db().image.count()).toBe(0);
  });

  test("bytes come as before, also with an Idempotency-Key, and leave nothing behind", async () => {
    const answers = [await post({}), await post({ delivery: "bytes" }, { "idempotency-key": "bytes" })];
    for (const answer of answers) expect(answer.headers.get("content-type")).toBe("image/png");
    expect(await db().image.count()).toBe(0);
    expect(await db().idempotentReply.count({ where: { key: "bytes" } })).toBe(0);
  });

  test("an Idempotency-Key gives the same picture again, as it stands by then", async () => {
    const once = () => post({ delivery: "url" }, { "idempotency-key": "once" });
    const [first, second] = [await (await once()).json(), await once()];
    expect(second.headers.get("idempotency-replayed")).toBe("true");
    expect(await second.json()).toEqual(first);
    expect(await db().image.count()).toBe(1);
    const { body } = await db().idempotentReply.findFirstOrThrow({ where: { key: "once" } });
    expect(JSON.parse(body)).toMatchObject({ id: first.id, state: "pending" });
  });
});
