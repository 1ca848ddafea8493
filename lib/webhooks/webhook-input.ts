import { z } from "zod";
import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { isPostable } from "@/lib/render/remote/post-remote";
import type { Database } from "@/lib/server/db";
import { env } from "@/lib/server/env";
import { WEBHOOK_EVENTS } from "./webhook-events";

const url = z
  .string()
  .max(2048, "An address has at most 2,048 characters.")
  .describe("Where events are posted: a public http or https address. Redirects are not followed.");
const events = z
  .array(z.enum(WEBHOOK_EVENTS))
  .min(1, "Choose at least one event.")
  .max(WEBHOOK_EVENTS.length * 2)
  .describe("What it is told of.");
const projectIds = z
  .array(z.string().max(60))
  .min(1, "Choose at least one project.")
  .max(100)
  .nullable()
  .describe(
    "The only projects whose events it gets; null or left out: all, and what concerns the whole workspace.",
  );

export const createWebhookInput = z.strictObject({ url, events, projectIds: projectIds.default(null) });
export type CreateWebhookInput = z.infer<typeof createWebhookInput>;

export const changeWebhookInput = z.strictObject({
  url: url.optional(),
  events: events.optional(),
  projectIds: projectIds.optional(),
  enabled: z
    .boolean()
    .optional()
    .describe("Whether events are sent. Switching it on forgets that it failed."),
});
export type ChangeWebhookInput = z.infer<typeof changeWebhookInput>;

/** A secret that another takes the place of signs on for this long at most. */
const LONGEST_OVERLAP_HOURS = 7 * 24;

export const rotateWebhookInput = z.strictObject({
  overlapHours: z
    .number()
    .int()
    .min(0)
    .max(LONGEST_OVERLAP_HOURS, "The overlap is at most 7 days.")
    .default(24)
    .describe("How long both secrets sign, so that receivers can be changed without missing anything."),
});

/** Whatever is wrong with an address, the sentence is the same: it must not tell what our network can reach. */
export function requirePostable(address: string): string {
  const { PUBLIC_URL, ALLOW_PRIVATE_SOURCES, WEBHOOK_PORTS } = env();
  const may = isPostable(address, {
    ownHosts: [new URL(PUBLIC_URL).hostname],
    allowPrivate: ALLOW_PRIVATE_SOURCES,
    ports: WEBHOOK_PORTS,
  });
  // What the database cannot hold is no address either.
  if (may && !/\p{Cs}/u.test(address)) return new URL(address).href;
  throw new AppError(
    "invalid",
    "Events cannot be sent to this address. Expected a public http or https address, such as https://example.com/webhooks.",
    { path: "/url" },
  );
}

/** @throws AppError `invalid` for a project that is not the workspace's */
export async function requireOwnProjects(
  tx: Database,
  { workspaceId }: Scope,
  ids: readonly string[],
): Promise<void> {
  const rows = await tx.project.findMany({
    where: { workspaceId, id: { in: [...ids] } },
    select: { id: true },
  });
  const own = new Set(rows.map(({ id }) => id));
  const foreign = ids.findIndex((id) => !own.has(id));
  if (foreign === -1) return;
  throw new AppError("invalid", "There is no such project in this workspace.", {
    path: `/projectIds/${foreign}`,
  });
}
