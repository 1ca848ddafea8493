import { z } from "zod";
import type { Prisma } from "@/lib/server/generated/prisma/client";
import type { Scope } from "../scope";

const word = z.string().max(60);

/** Which events; left out: all. */
export const eventsFilter = z.object({
  /** A person's id. */
  person: word.optional(),
  /** Such as `template.publish`. */
  action: word.optional(),
  /** Such as `template`. */
  kind: word.optional(),
  /** From this moment on. */
  from: z.iso.datetime({ offset: true }).optional(),
  /** Before this moment. */
  to: z.iso.datetime({ offset: true }).optional(),
});
export type EventsFilter = z.infer<typeof eventsFilter>;

/** The events of the scope's workspace that a filter lets through. */
export function eventsWithin({ workspaceId }: Scope, filter: EventsFilter): Prisma.AuditEventWhereInput {
  const { person, action, kind, from, to } = filter;
  return {
    workspaceId,
    ...(person === undefined ? {} : { userId: person }),
    ...(action === undefined ? {} : { action }),
    ...(kind === undefined ? {} : { objectKind: kind }),
    at: { ...(from ? { gte: new Date(from) } : {}), ...(to ? { lt: new Date(to) } : {}) },
  };
}
