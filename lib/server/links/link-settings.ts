import { z } from "zod";
import { recordEvent } from "@/lib/accounts/audit/record-event";
import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { HOST_COUNT } from "@/lib/render/remote/host-rule";
import { announceLinks } from "../announce-links";
import { transaction } from "../db";
import { readHosts } from "../image-hosts";
import { lineOfText } from "../line-of-text";
import { LINK_SELECT, type LinkItem, linkNotFound, linkObject, liveLinks } from "./link-item";

export const LINK_POLICIES = ["open", "signed_remote", "signed"] as const;

/** What can be set of a link; what is left out stays as it is. */
export const linkSettings = z.strictObject({
  name: z
    .union([z.literal(""), lineOfText(80, "Say what the link is for.")])
    .optional()
    .describe("What people call it, such as the campaign it is for."),
  paused: z.boolean().optional().describe("A paused link shows its picture without values."),
  expiresAt: z.iso
    .datetime({ offset: true })
    .nullable()
    .optional()
    .describe("From then on it shows its picture without values; null: never."),
  maxRenders: z
    .number()
    .int()
    .min(1)
    .max(1_000_000_000)
    .nullable()
    .optional()
    .describe("Most pictures it makes. Those that are kept are shown on; null: any number."),
  policy: z
    .enum(LINK_POLICIES)
    .optional()
    .describe(
      "Who may say what it shows. `open`: whoever has the address. `signed_remote`: likewise, but pictures by address come from listed hosts or are signed. `signed`: signed and encrypted addresses only.",
    ),
  allowedImageHosts: z
    .array(z.string().min(1).max(300))
    .max(HOST_COUNT, `Name at most ${HOST_COUNT} hosts.`)
    .optional()
    .describe(
      "Hosts that pictures may come from, such as `*.example.com`. They never reach further than the workspace’s; none: as the workspace.",
    ),
});
export type LinkSettings = z.infer<typeof linkSettings>;

/** Settings as columns. @throws AppError `invalid` for a host that is none */
export function settingsData({ paused, expiresAt, allowedImageHosts, ...rest }: LinkSettings, now: Date) {
  return {
    ...withoutUndefined(rest),
    ...(paused === undefined ? {} : { pausedAt: paused ? now : null }),
    ...(expiresAt === undefined ? {} : { expiresAt: expiresAt === null ? null : new Date(expiresAt) }),
    ...(allowedImageHosts === undefined
      ? {}
      : { allowedImageHosts: readHosts(allowedImageHosts, "/allowedImageHosts") }),
  };
}

/** Changes what a link may; its pictures follow within seconds, on every process. */
export async function changeLink(
  scope: Scope,
  id: string,
  settings: LinkSettings,
  now = new Date(),
): Promise<LinkItem> {
  if (Object.keys(settings).length === 0)
    throw new AppError("invalid", "Name at least one setting to change.");
  return transaction(async (tx) => {
    const before = await tx.link.findFirst({
      where: { AND: [liveLinks(scope), { id }] },
      select: LINK_SELECT,
    });
    if (!before) throw linkNotFound();
    const data = settingsData(settings, before.pausedAt ?? now);
    await tx.link.updateMany({ where: { id, workspaceId: scope.workspaceId }, data });
    const link = await tx.link.findUniqueOrThrow({ where: { id }, select: LINK_SELECT });
    await announceLinks(tx, [link.key]);
    await recordEvent(tx, scope, "link.edit", linkObject(link, link.template), {
      settings: Object.keys(settings),
    });
    return link;
  });
}

function withoutUndefined<T extends object>(given: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
