import type { z } from "zod";
import { recordEvent } from "@/lib/accounts/audit/record-event";
import { newId } from "@/lib/accounts/ids";
import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { type Database, db, transaction } from "@/lib/server/db";
import { lockWorkspace } from "@/lib/server/lock-workspace";
import {
  type ChangeWebhookInput,
  type CreateWebhookInput,
  requireOwnProjects,
  requirePostable,
  type rotateWebhookInput,
} from "./webhook-input";
import {
  WEBHOOK_SELECT,
  type WebhookItem,
  webhookItem,
  webhookNotFound,
  webhookObject,
} from "./webhook-item";
import { newWebhookSecret, opensWebhookSecret, openWebhookSecret, sealWebhookSecret } from "./webhook-secret";

/** Endpoints of a workspace. */
const MOST_ENDPOINTS = 50;

const HOUR_MS = 60 * 60_000;

export type NewWebhook = { webhook: WebhookItem; secret: string };

/** The workspace's endpoints, the newest first. */
export async function listWebhooks({ workspaceId }: Scope): Promise<WebhookItem[]> {
  const rows = await db().webhookEndpoint.findMany({
    where: { workspaceId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST_ENDPOINTS,
    select: WEBHOOK_SELECT,
  });
  return rows.map(webhookItem);
}

export async function loadWebhook({ workspaceId }: Scope, id: string, tx = db()): Promise<WebhookItem> {
  const row = await tx.webhookEndpoint.findFirst({ where: { id, workspaceId }, select: WEBHOOK_SELECT });
  if (!row) throw webhookNotFound();
  return webhookItem(row);
}

/** Makes an endpoint; its secret is in the answer, and can be asked for again by whoever may change it. */
export async function createWebhook(scope: Scope, input: CreateWebhookInput): Promise<NewWebhook> {
  const url = requirePostable(input.url);
  return transaction(async (tx) => {
    await requireOwnProjects(tx, scope, input.projectIds ?? []);
    const { workspaceId } = scope;
    // Two that are made at the same time must not both be the last.
    await lockWorkspace(tx, workspaceId);
    if ((await tx.webhookEndpoint.count({ where: { workspaceId } })) >= MOST_ENDPOINTS) {
      throw new AppError(
        "conflict",
        `A workspace has at most ${MOST_ENDPOINTS} webhooks. Delete one that is not used.`,
      );
    }
    const id = newId("whk");
    const secret = newWebhookSecret();
    const row = await tx.webhookEndpoint.create({
      data: {
        id,
        workspaceId,
        url,
        events: [...new Set(input.events)],
        ...reachOf(input.projectIds),
        secret: sealWebhookSecret(id, secret),
        createdById: scope.userId,
      },
      select: WEBHOOK_SELECT,
    });
    await recordEvent(tx, scope, "webhook.edit", webhookObject(row), { done: "created", events: row.events });
    return { webhook: webhookItem(row), secret };
  });
}

/** Changes where an endpoint is, what it gets, and whether. What already is as asked leaves no trace. */
export async function changeWebhook(
  scope: Scope,
  id: string,
  input: ChangeWebhookInput,
  now = new Date(),
): Promise<WebhookItem> {
  const url = input.url === undefined ? undefined : requirePostable(input.url);
  return transaction(async (tx) => {
    const before = await lock(tx, scope, id);
    if (input.projectIds) await requireOwnProjects(tx, scope, input.projectIds);
    const switched = input.enabled !== undefined && input.enabled !== (before.disabledAt === null);
    const row = await tx.webhookEndpoint.update({
      where: { id },
      data: {
        ...(url === undefined ? {} : { url }),
        // What became of events at the address before says nothing of this one.
        ...(url === undefined || url === before.url ? {} : { failingSince: null, lastTriedAt: null }),
        ...(input.events === undefined ? {} : { events: [...new Set(input.events)] }),
        ...(input.projectIds === undefined ? {} : reachOf(input.projectIds)),
        ...(switched
          ? {
              disabledAt: input.enabled ? null : now,
              disabledFor: input.enabled ? null : "person",
              failingSince: null,
            }
          : {}),
      },
      select: WEBHOOK_SELECT,
    });
    const after = webhookItem(row);
    const same = JSON.stringify([before.url, before.events, before.projectIds]);
    if (switched) {
      const done = input.enabled ? "switched on" : "switched off";
      await recordEvent(tx, scope, "webhook.edit", webhookObject(row), { done });
    }
    if (JSON.stringify([after.url, after.events, after.projectIds]) !== same) {
      await recordEvent(tx, scope, "webhook.edit", webhookObject(row), {
        done: "changed",
        events: row.events,
      });
    }
    return after;
  });
}

/** Removes an endpoint with its log; what is on its way there is sent no more. */
export async function deleteWebhook(scope: Scope, id: string): Promise<void> {
  await transaction(async (tx) => {
    const before = await lock(tx, scope, id);
    await tx.webhookEndpoint.delete({ where: { id }, select: { id: true } });
    await recordEvent(tx, scope, "webhook.edit", webhookObject(before), { done: "deleted" });
  });
}

/** What signs an endpoint's deliveries. For those who may change it. */
export async function revealWebhookSecret({ workspaceId }: Scope, id: string): Promise<{ secret: string }> {
  const row = await db().webhookEndpoint.findFirst({ where: { id, workspaceId }, select: { secret: true } });
  if (!row) throw webhookNotFound();
  return { secret: openWebhookSecret(id, row.secret) };
}

/** A new secret in the place of the present one, which signs on beside it for the overlap. */
export async function rotateWebhookSecret(
  scope: Scope,
  id: string,
  { overlapHours }: z.infer<typeof rotateWebhookInput>,
  now = new Date(),
): Promise<NewWebhook> {
  return transaction(async (tx) => {
    const before = await lock(tx, scope, id);
    const { secret: old } = await tx.webhookEndpoint.findUniqueOrThrow({
      where: { id },
      select: { secret: true },
    });
    const secret = newWebhookSecret();
    const previous =
      overlapHours === 0 || !opensWebhookSecret(id, old)
        ? { previousSecret: null, previousUntil: null }
        : { previousSecret: old, previousUntil: new Date(now.getTime() + overlapHours * HOUR_MS) };
    const row = await tx.webhookEndpoint.update({
      where: { id },
      data: { secret: sealWebhookSecret(id, secret), ...previous },
      select: WEBHOOK_SELECT,
    });
    await recordEvent(tx, scope, "webhook.edit", webhookObject(before), {
      done: "rotated the secret of",
      overlapHours,
    });
    return { webhook: webhookItem(row), secret };
  });
}

/** Changes of one endpoint take turns. @throws AppError `not_found` */
async function lock(tx: Database, scope: Scope, id: string): Promise<WebhookItem> {
  await tx.$queryRaw`
    SELECT id FROM "WebhookEndpoint" WHERE id = ${id} AND "workspaceId" = ${scope.workspaceId} FOR NO KEY UPDATE`;
  return loadWebhook(scope, id, tx);
}

function reachOf(projectIds: readonly string[] | null) {
  return { allProjects: projectIds === null, projectIds: [...new Set(projectIds ?? [])] };
}
