import { AppError } from "@/lib/errors";
import type { Prisma } from "@/lib/server/generated/prisma/client";

/** How an endpoint stands. */
export type WebhookHealth = "unused" | "healthy" | "failing" | "disabled";

/** An endpoint as lists show it. Its secret is asked for apart. */
export type WebhookItem = {
  id: string;
  url: string;
  events: string[];
  /** The only projects whose events it gets; null: all. */
  projectIds: string[] | null;
  health: WebhookHealth;
  createdAt: Date;
  lastTriedAt: Date | null;
  failingSince: Date | null;
  disabledAt: Date | null;
  /** `person`, `gone` or `failing`. */
  disabledFor: string | null;
  /** Until when the secret before signs too. */
  previousUntil: Date | null;
};

export const WEBHOOK_SELECT = {
  id: true,
  url: true,
  events: true,
  allProjects: true,
  projectIds: true,
  createdAt: true,
  lastTriedAt: true,
  failingSince: true,
  disabledAt: true,
  disabledFor: true,
  previousUntil: true,
} as const satisfies Prisma.WebhookEndpointSelect;

type Row = Prisma.WebhookEndpointGetPayload<{ select: typeof WEBHOOK_SELECT }>;

export function webhookItem({ allProjects, projectIds, ...row }: Row): WebhookItem {
  return { ...row, projectIds: allProjects ? null : projectIds, health: healthOf(row) };
}

function healthOf({
  disabledAt,
  failingSince,
  lastTriedAt,
}: Pick<Row, "disabledAt" | "failingSince" | "lastTriedAt">): WebhookHealth {
  if (disabledAt !== null) return "disabled";
  if (failingSince !== null) return "failing";
  return lastTriedAt === null ? "unused" : "healthy";
}

/** An endpoint as the log of what was done names it: an address may hold a secret in its path, a host does not. */
export function webhookObject({ id, url }: { id: string; url: string }) {
  return { kind: "webhook", id, name: new URL(url).host };
}

export function webhookNotFound(): AppError {
  return new AppError("not_found", "There is no such webhook in this workspace. It may have been deleted.");
}
