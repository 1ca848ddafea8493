import { connect } from "node:net";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createRemotePoster } from "@/lib/render/remote/post-remote";
import { type CanaryRig, openCanaryRig } from "@/lib/render/testing/canary-rig";
import { REFUSED_URLS } from "@/lib/render/testing/refused-urls";
import { PUBLIC } from "@/lib/render/testing/rigged-urls";
import { db, transaction } from "@/lib/server/db";
import { listOutbox } from "@/lib/server/mail/outbox";
import { processWide, takeProcessWide } from "@/lib/server/process-registry";
import { createProject, listProjects } from "@/lib/server/projects";
import { createTemplate } from "@/lib/server/templates/create-template";
import { publishTemplate } from "@/lib/server/templates/publish-template";
import { askApi, newApiKey } from "@/lib/server/testing/ask-api";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newMember, newPerson, type Person } from "@/lib/server/testing/people";
import { DELIVERIES_KEPT_MS, deleteOldDeliveries } from "./delete-old-deliveries";
import { deliverWebhook } from "./deliver-webhook";
import { deliveryQueue } from "./delivery-queue";
import { emitWebhookEvent } from "./emit-webhook-event";
import { mailWebhookDisabled } from "./mail-webhook-disabled";
import { listDeliveries, resendDelivery, sendTestEvent } from "./manage-deliveries";
import {
  changeWebhook,
  createWebhook,
  listWebhooks,
  loadWebhook,
  revealWebhookSecret,
  rotateWebhookSecret,
} from "./manage-webhooks";
import { recordAttempt } from "./record-attempt";
import { JITTER, RETRY_PAUSES } from "./retry-schedule";
import { openReceiver, type Receiver } from "./testing/receiver";
import type { WebhookEvent } from "./webhook-events";

withTestDatabase();

const BLANK = { kind: "blank", width: 60, height: 30, displayWidth: 60 } as const;
const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
/** What is promised, and written down here apart from the code. */
const FAILING_MS = 5 * DAY;

const QUOTA: WebhookEvent = {
  type: "quota.reached",
  data: { metric: "served", period: "2026-11", limit: 1000, used: 1000, threshold: 100 },
};

let rig: CanaryRig;
let receiver: Receiver;
let owner: Person;
/** What the doors under test think the time is, ms. */
let clock = 0;

beforeAll(async () => {
  [rig, receiver, owner] = [await openCanaryRig(), await openReceiver(), await newPerson("Owner")];
  rig.zone["receiver.example"] = [PUBLIC];
});
beforeEach(() => {
  receiver.received.length = 0;
  receiver.answer = (_request, response) => response.writeHead(204).end();
  rig.hits.length = 0;
  rig.dials.length = 0;
  openDoor();
});
afterAll(async () => {
  await receiver.close();
  await rig.close();
});

/** The door of this process: the public address leads to the receiver, every other one to a canary. */
function openDoor(totalMs = 10_000): void {
  takeProcessWide("webhook-door");
  const dial: typeof rig.network.dial = (addresses, port) =>
    addresses.every((address) => address === PUBLIC)
      ? connect(receiver.port, "127.0.0.1")
      : rig.network.dial(addresses, port);
  processWide("webhook-door", () =>
    createRemotePoster({ network: { ...rig.network, dial }, totalMs, now: () => clock }),
  );
}

async function newWebhook(more: Partial<Parameters<typeof createWebhook>[1]> = {}) {
  await db().webhookEndpoint.deleteMany({ where: { workspaceId: owner.scope.workspaceId } });
  return createWebhook(owner.scope, {
    url: "http://receiver.example/events",
    events: ["template.published", "quota.reached"],
    projectIds: null,
    ...more,
  });
}

const emit = (event: WebhookEvent = QUOTA, now?: Date) =>
  transaction((tx) => emitWebhookEvent(tx, owner.scope.workspaceId, event, now));

const deliveries = () =>
  db().webhookDelivery.findMany({
    where: { workspaceId: owner.scope.workspaceId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    include: { attempts: { orderBy: { at: "asc" } } },
  });

async function onlyDelivery() {
  const [delivery, ...more] = await deliveries();
  if (!delivery || more.length > 0) throw new Error("one delivery was expected");
  return delivery;
}

/** Jobs that wait, by what they are told. */
const jobs = (deliveryId: string) =>
  db().$queryRaw<{ task: string; tries: number | null; runAt: Date }[]>`
    SELECT t.identifier AS task, (j.payload->>'tries')::int AS tries, j.run_at AS "runAt"
    FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
    WHERE j.payload->>'deliveryId' = ${deliveryId} ORDER BY j.id`;

/** Does the try that is due, at a time. */
const tryAt = (id: string, tries: number, at: Date) =>
  deliverWebhook(id, { kind: "scheduled", tries }, () => at);

const answers = (status: number, headers: Record<string, string> = {}) => {
  receiver.answer = (_request, response) => response.writeHead(status, headers).end();
};

describe("an event", () => {
  test("is delivered once published, signed, and says what was published", async () => {
    const { secret } = await newWebhook();
    const { id } = await createTemplate(owner.scope, { name: "Spring", from: BLANK });
    const { version, link } = await publishTemplate(owner.scope, id, 1);
    const delivery = await onlyDelivery();
    await tryAt(delivery.id, 0, new Date());
    const [received] = receiver.received;
    if (!received) throw new Error("nothing arrived");
    expect(received.path).toBe("/events");
    const told = new Webhook(secret).verify(received.body, received.headers);
    expect(told).toMatchObject({
      type: "template.published",
      data: { templateId: id, name: "Spring", versionId: version.id, version: 1, linkKey: link.key },
    });
    expect(received.headers["webhook-id"]).toBe(delivery.messageId);
    expect(() => new Webhook(secret).verify(`${received.body} `, received.headers)).toThrow();
    expect(await onlyDelivery()).toMatchObject({ state: "delivered", attempts: [{ status: 204 }] });
    expect((await loadWebhook(owner.scope, delivery.endpointId)).health).toBe("healthy");
    // Publishing what is published already tells nothing.
    await publishTemplate(owner.scope, id, 1);
    expect(await deliveries()).toHaveLength(1);
  });

  test("that is undone was never told", async () => {
    await newWebhook();
    const undone = transaction(async (tx) => {
      await emitWebhookEvent(tx, owner.scope.workspaceId, QUOTA);
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(await deliveries()).toEqual([]);
    const [{ count } = { count: -1 }] = await db().$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM graphile_worker._private_jobs j
      JOIN graphile_worker._private_tasks t ON t.id = j.task_id
      WHERE t.identifier = 'deliver_webhook' AND j.created_at > now() - interval '0 seconds'`;
    expect(count).toBe(0);
  });

  test("goes to whoever asked for it, and to nobody else", async () => {
    const [mine] = await listProjects(owner.scope);
    const other = await createProject(owner.scope, "Other");
    await newWebhook({ events: ["quota.reached"] });
    const limited = { url: "http://receiver.example/limited", events: ["template.published" as const] };
    await createWebhook(owner.scope, { ...limited, projectIds: [other.id] });
    const { id } = await createTemplate(owner.scope, { projectId: mine?.id ?? "", from: BLANK });
    await publishTemplate(owner.scope, id, 1);
    expect(await deliveries()).toEqual([]);
    const inside = await createTemplate(owner.scope, { projectId: other.id, from: BLANK });
    await publishTemplate(owner.scope, inside.id, 1);
    expect((await deliveries()).map(({ event }) => event)).toEqual(["template.published"]);
    await emit();
    expect((await deliveries()).map(({ event }) => event)).toEqual(["template.published", "quota.reached"]);
  });
});

describe("what does not arrive", () => {
  test("is tried eight times by the schedule, always under the same id, and then no more", async () => {
    await newWebhook();
    answers(500);
    let at = new Date(Date.UTC(2026, 5, 1));
    await emit(QUOTA, at);
    const { id, messageId } = await onlyDelivery();
    for (let tries = 0; tries < 8; tries += 1) {
      await tryAt(id, tries, at);
      const delivery = await onlyDelivery();
      expect(delivery).toMatchObject({ tries: tries + 1, state: tries < 7 ? "pending" : "failed" });
      const pause = RETRY_PAUSES[tries];
      if (pause === undefined) {
        expect(delivery.nextTryAt).toBeNull();
        continue;
      }
      const waited = (delivery.nextTryAt?.getTime() ?? 0) - at.getTime();
      expect(waited).toBeGreaterThanOrEqual(pause * (1 - JITTER) - 1);
      expect(waited).toBeLessThanOrEqual(pause * (1 + JITTER) + 1);
      const job = (await jobs(id)).at(-1);
      expect(job).toMatchObject({ task: "deliver_webhook", tries: tries + 1 });
      expect(job?.runAt).toEqual(delivery.nextTryAt);
      // The same job, begun twice, does nothing the second time.
      await tryAt(id, tries, at);
      expect((await onlyDelivery()).attempts).toHaveLength(tries + 1);
      at = delivery.nextTryAt ?? at;
    }
    expect(receiver.received.map(({ headers }) => headers["webhook-id"])).toEqual(
      Array.from({ length: 8 }, () => messageId),
    );
    const [first, last] = [receiver.received[0], receiver.received[7]];
    expect(Number(last?.headers["webhook-timestamp"]) - Number(first?.headers["webhook-timestamp"])).toBe(
      Math.floor(at.getTime() / 1000) - Date.UTC(2026, 5, 1) / 1000,
    );
    expect((await jobs(id)).filter(({ tries }) => tries === 8)).toEqual([]);
  });

  test("410 switches the endpoint off at once", async () => {
    await newWebhook();
    answers(410);
    await emit();
    const { id, endpointId } = await onlyDelivery();
    await tryAt(id, 0, new Date());
    expect(await loadWebhook(owner.scope, endpointId)).toMatchObject({
      health: "disabled",
      disabledFor: "gone",
    });
    expect(await onlyDelivery()).toMatchObject({ state: "failed", nextTryAt: null });
    await emit();
    expect(await deliveries()).toHaveLength(1);
    await expect(sendTestEvent(owner.scope, endpointId)).rejects.toThrow("switched off");
    await changeWebhook(owner.scope, endpointId, { enabled: true });
    await emit();
    expect(await deliveries()).toHaveLength(2);
  });

  test("for five days switches the endpoint off, and owners and admins get a mail", async () => {
    const { webhook } = await newWebhook();
    await newMember(owner, "admin", "Admin");
    await newMember(owner, "editor", "Editor");
    answers(500);
    const begin = Date.UTC(2026, 5, 1);
    const failAt = async (ms: number) => {
      const at = new Date(begin + ms);
      await emit(QUOTA, at);
      const { id } = (await deliveries()).at(-1) ?? { id: "" };
      await tryAt(id, 0, at);
    };
    await failAt(0);
    await failAt(FAILING_MS - 1000);
    expect((await loadWebhook(owner.scope, webhook.id)).health).toBe("failing");
    // One that arrives in between begins the five days anew.
    answers(200);
    await failAt(FAILING_MS - 500);
    expect((await loadWebhook(owner.scope, webhook.id)).health).toBe("healthy");
    answers(500);
    await failAt(6 * DAY);
    for (const day of [1, 2, 3]) await failAt((6 + day) * DAY);
    await failAt(6 * DAY + FAILING_MS - 1);
    expect((await loadWebhook(owner.scope, webhook.id)).health).toBe("failing");
    await failAt(6 * DAY + FAILING_MS);
    expect(await loadWebhook(owner.scope, webhook.id)).toMatchObject({
      health: "disabled",
      disabledFor: "failing",
      disabledAt: new Date(begin + 6 * DAY + FAILING_MS),
    });
    const [{ count } = { count: 0 }] = await db().$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM graphile_worker._private_jobs WHERE payload->>'endpointId' = ${webhook.id}`;
    expect(count).toBe(1);
    await mailWebhookDisabled(webhook.id);
    const mails = (await listOutbox()).filter(({ subject }) => subject.includes("was switched off"));
    expect(mails).toHaveLength(2);
  });

  test("once, and again after five silent days, leaves the endpoint on", async () => {
    const { webhook } = await newWebhook();
    answers(500);
    for (const at of [Date.UTC(2026, 5, 1), Date.UTC(2026, 5, 7)].map((ms) => new Date(ms))) {
      await emit(QUOTA, at);
      await tryAt((await deliveries()).at(-1)?.id ?? "", 0, at);
    }
    expect((await loadWebhook(owner.scope, webhook.id)).health).toBe("failing");
  });

  test("at an address that was changed meanwhile says nothing of the new one", async () => {
    const { webhook } = await newWebhook();
    answers(500);
    await emit();
    await tryAt((await onlyDelivery()).id, 0, new Date());
    const url = "http://receiver.example/elsewhere";
    expect(await changeWebhook(owner.scope, webhook.id, { url })).toMatchObject({ health: "unused" });
    await recordAttempt({
      deliveryId: (await onlyDelivery()).id,
      endpointId: webhook.id,
      url: webhook.url,
      reason: { kind: "scheduled", tries: 1 },
      status: 410,
      at: new Date(),
      ms: 5,
    });
    expect(await loadWebhook(owner.scope, webhook.id)).toMatchObject({ url, health: "unused" });
    expect(await onlyDelivery()).toMatchObject({ state: "pending", tries: 2 });
  });

  test("for want of a secret that opens is a try that failed; one that opens signs alone", async () => {
    const { webhook } = await newWebhook();
    await db().webhookEndpoint.update({ where: { id: webhook.id }, data: { secret: "v1.lost" } });
    await emit();
    const { id } = await onlyDelivery();
    await tryAt(id, 0, new Date());
    expect(receiver.received).toEqual([]);
    expect((await onlyDelivery()).attempts).toMatchObject([{ status: null }]);
    expect((await loadWebhook(owner.scope, webhook.id)).health).toBe("failing");
    const { secret, webhook: after } = await rotateWebhookSecret(owner.scope, webhook.id, {
      overlapHours: 1,
    });
    expect(after.previousUntil).toBeNull();
    const previous = { previousSecret: "v1.lost", previousUntil: new Date(Date.now() + HOUR) };
    await db().webhookEndpoint.update({ where: { id: webhook.id }, data: previous });
    await tryAt(id, 1, new Date());
    const [received] = receiver.received;
    new Webhook(secret).verify(received?.body ?? "", received?.headers ?? {});
  });

  test("one that never answers is given up in time; after three it is left alone, and no try is counted", async () => {
    clock = 0;
    openDoor(60);
    await newWebhook();
    receiver.answer = () => undefined;
    for (let count = 0; count < 4; count += 1) await emit();
    for (const { id } of await deliveries()) await tryAt(id, 0, new Date());
    const after = await deliveries();
    expect(after.map(({ tries }) => tries)).toEqual([1, 1, 1, 0]);
    expect(receiver.received).toHaveLength(3);
    expect(after[0]?.attempts).toMatchObject([{ status: null, ms: null }]);
    const waited = (after[3]?.nextTryAt?.getTime() ?? 0) - Date.now();
    expect(waited).toBeGreaterThan(50_000);
    expect(waited).toBeLessThan(125_000);
    clock = 120_001;
    receiver.answer = (_request, response) => response.end();
    await tryAt(after[3]?.id ?? "", 0, new Date());
    expect((await deliveries())[3]).toMatchObject({ state: "delivered", tries: 1 });
  });
});

describe("addresses inside", () => {
  const LITERALS = Object.entries(REFUSED_URLS).flatMap(([vector, urls]) =>
    urls.map((url): [string, string] => [vector, url]),
  );

  test.each(LITERALS)("%s %s is no place for events", async (_vector, url) => {
    const create = newWebhook({ url });
    await expect(create).rejects.toThrow("Events cannot be sent to this address.");
  });

  test.each([
    ["a name that leads inside", () => ["127.0.0.1"]],
    ["a name that leads inside too", () => [PUBLIC, "10.0.0.1"]],
    ["a name that leads nowhere", () => []],
  ])("%s: the same nothing, and nobody is asked", async (_what, resolve) => {
    rig.zone["inside.example"] = resolve;
    await newWebhook({ url: "http://inside.example/events" });
    await emit();
    const { id } = await onlyDelivery();
    for (const tries of [0, 1, 2]) await tryAt(id, tries, new Date());
    expect((await onlyDelivery()).attempts.map(({ status }) => status)).toEqual([null, null, null]);
    expect(receiver.received).toEqual([]);
    expect(rig.hits).toEqual([]);
    expect(rig.dials).toEqual([]);
  });

  test("a name that leads inside at the second look is dialled where it was judged, or not at all", async () => {
    let turn = 0;
    rig.zone["rebinding.example"] = () => [[PUBLIC, "127.0.0.1"][turn++ % 2] ?? ""];
    await newWebhook({ url: "http://rebinding.example/events" });
    answers(500, { connection: "close" });
    await emit();
    const { id } = await onlyDelivery();
    for (const tries of [0, 1, 2]) await tryAt(id, tries, new Date());
    expect((await onlyDelivery()).attempts.map(({ status }) => status).sort()).toEqual([500, 500, null]);
    expect(rig.hits).toEqual([]);
    expect(rig.dials).toEqual([]);
  });

  test.each([301, 302, 303, 307, 308])("a redirect, %i, is followed nowhere", async (status) => {
    await newWebhook();
    answers(status, { location: "http://127.0.0.1/" });
    await emit();
    const { id } = await onlyDelivery();
    await tryAt(id, 0, new Date());
    expect(await onlyDelivery()).toMatchObject({ state: "pending", attempts: [{ status }] });
    expect(receiver.received).toHaveLength(1);
    expect(rig.hits).toEqual([]);
  });
});

describe("by hand", () => {
  test("a delivery is sent again under the same id, also when it had arrived, and when it had failed for good", async () => {
    await newWebhook();
    await emit();
    const { id, messageId, body } = await onlyDelivery();
    await tryAt(id, 0, new Date());
    await resendDelivery(owner.scope, id);
    expect((await jobs(id)).at(-1)).toMatchObject({ task: "resend_webhook" });
    await deliverWebhook(id, { kind: "manual" });
    expect(receiver.received.map(({ headers }) => headers["webhook-id"])).toEqual([messageId, messageId]);
    expect(receiver.received.map((received) => received.body)).toEqual([body, body]);
    await db().webhookDelivery.update({ where: { id }, data: { state: "failed" } });
    answers(500);
    await deliverWebhook(id, { kind: "manual" });
    expect(await onlyDelivery()).toMatchObject({ state: "failed", tries: 1 });
    answers(200);
    await deliverWebhook(id, { kind: "manual" });
    expect((await onlyDelivery()).state).toBe("delivered");
  });

  test("while a secret is replaced both verify; afterwards the new one alone", async () => {
    const { webhook, secret } = await newWebhook();
    const now = new Date();
    const { secret: next } = await rotateWebhookSecret(owner.scope, webhook.id, { overlapHours: 1 }, now);
    expect(next).not.toBe(secret);
    expect(Buffer.from(next.replace("whsec_", ""), "base64").length).toBeGreaterThanOrEqual(24);
    expect(await revealWebhookSecret(owner.scope, webhook.id)).toEqual({ secret: next });
    await emit();
    const { id } = await onlyDelivery();
    await tryAt(id, 0, now);
    const [both] = receiver.received;
    for (const key of [secret, next]) new Webhook(key).verify(both?.body ?? "", both?.headers ?? {});
    await db().webhookEndpoint.update({ where: { id: webhook.id }, data: { previousUntil: now } });
    await deliverWebhook(id, { kind: "manual" });
    const [, alone] = receiver.received;
    new Webhook(next).verify(alone?.body ?? "", alone?.headers ?? {});
    expect(() => new Webhook(secret).verify(alone?.body ?? "", alone?.headers ?? {})).toThrow();
  });

  test("secrets lie sealed, and lists do not have them", async () => {
    const { webhook, secret } = await newWebhook();
    const row = await db().webhookEndpoint.findUniqueOrThrow({ where: { id: webhook.id } });
    expect(JSON.stringify(row)).not.toContain(secret.slice(6));
    expect(JSON.stringify(await listWebhooks(owner.scope))).not.toContain("whsec_");
  });
});

test("the reply that is kept for whoever asks again has no secret, and what they get has", async () => {
  const key = await newApiKey(owner);
  const headers = { "idempotency-key": "make-one" };
  const body = { url: "http://receiver.example/kept", events: ["quota.reached"] };
  const make = async () => (await askApi(key, "/webhooks", { method: "POST", headers, body })).json();
  const made = await make();
  expect(made.secret).toMatch(/^whsec_/);
  expect(await make()).toEqual(made);
  const path = `/webhooks/${made.webhook.id}/rotate-secret`;
  const next = await (await askApi(key, path, { method: "POST", headers, body: { overlapHours: 1 } })).json();
  expect(next.secret).toMatch(/^whsec_/);
  expect(next.secret).not.toBe(made.secret);
  expect(JSON.stringify(await db().idempotentReply.findMany())).not.toContain("whsec_");
});

test("many endpoints of a workspace share three queues, and each keeps to one", () => {
  const queues = Array.from({ length: 50 }, (_, at) => ({ workspaceId: "wsp_1", endpointId: `whk_${at}` }));
  expect(new Set(queues.map(deliveryQueue)).size).toBe(3);
  expect(queues.map(deliveryQueue)).toEqual(queues.map(deliveryQueue));
});

test("deliveries are known for seven days", async () => {
  expect(DELIVERIES_KEPT_MS).toBe(7 * DAY);
  const { webhook } = await newWebhook();
  const now = new Date();
  await emit(QUOTA, now);
  const known = async () => (await listDeliveries(owner.scope, webhook.id, { limit: 10 })).deliveries.length;
  await deleteOldDeliveries(new Date(now.getTime() + DELIVERIES_KEPT_MS));
  expect(await known()).toBe(1);
  await deleteOldDeliveries(new Date(now.getTime() + DELIVERIES_KEPT_MS + 1));
  expect(await known()).toBe(0);
});
