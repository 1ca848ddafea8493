import { z } from "zod";
import { type Cursor, cursorText, writeCursor } from "@/lib/server/cursor";
import { db } from "@/lib/server/db";
import type { Scope } from "../scope";
import { type EventsFilter, eventsFilter, eventsWithin } from "./events-query";

export const eventsQuery = eventsFilter.extend({
  cursor: cursorText.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type EventsQuery = z.infer<typeof eventsQuery>;

export type EventItem = {
  id: string;
  at: Date;
  person: { id: string; name: string };
  /** What the key is called that did it; null: the person did it in a browser. */
  key: string | null;
  action: string;
  object: { kind: string; id: string; name: string; projectId: string | null };
  details: Record<string, unknown>;
};

/** What was done in the workspace, the latest first, a page at a time. */
export async function listEvents(
  scope: Scope,
  { cursor, limit, ...filter }: EventsQuery,
): Promise<{ events: EventItem[]; nextCursor: string | null }> {
  const rows = await eventsBefore(scope, filter, cursor, limit + 1);
  const events = rows.slice(0, limit);
  const last = events.at(-1);
  return {
    events,
    nextCursor: rows.length > limit && last ? writeCursor({ at: last.at, id: last.id }) : null,
  };
}

const details = z.record(z.string(), z.unknown()).catch({});

/** Up to `take` events that come after a cursor in the list, which goes back in time. */
export async function eventsBefore(
  scope: Scope,
  filter: EventsFilter,
  cursor: Cursor | undefined,
  take: number,
): Promise<EventItem[]> {
  const within = eventsWithin(scope, filter);
  const after = cursor && { OR: [{ at: { lt: cursor.at } }, { at: cursor.at, id: { lt: cursor.id } }] };
  const rows = await db().auditEvent.findMany({
    where: after ? { AND: [within, after] } : within,
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take,
  });
  const ids = [...new Set(rows.flatMap(({ apiKeyId }) => apiKeyId ?? []))];
  const keys = ids.length === 0 ? [] : await namesOfKeys(scope, ids);
  const names = new Map(keys.map(({ id, name }) => [id, name]));
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    person: { id: row.userId, name: row.userName },
    key: row.apiKeyId === null ? null : (names.get(row.apiKeyId) ?? "a deleted key"),
    action: row.action,
    object: { kind: row.objectKind, id: row.objectId, name: row.objectName, projectId: row.projectId },
    details: details.parse(row.details),
  }));
}

function namesOfKeys({ workspaceId }: Scope, ids: string[]) {
  return db().apiKey.findMany({ where: { workspaceId, id: { in: ids } }, select: { id: true, name: true } });
}
