import { z } from "zod";
import { callApi } from "./call-api";

export const eventItem = z.object({
  id: z.string(),
  at: z.coerce.date(),
  person: z.object({ id: z.string(), name: z.string() }),
  key: z.string().nullable(),
  action: z.string(),
  object: z.object({
    kind: z.string(),
    id: z.string(),
    name: z.string(),
    projectId: z.string().nullable(),
  }),
  details: z.record(z.string(), z.unknown()),
});
export type EventItem = z.infer<typeof eventItem>;

export const eventPage = z.object({ events: z.array(eventItem), nextCursor: z.string().nullable() });
export type EventPage = z.infer<typeof eventPage>;

/** Days as a date field gives them, such as 2026-11-28; empty: no limit. */
export type EventsFilter = { person: string; action: string; kind: string; from: string; to: string };

export const NO_FILTER: EventsFilter = { person: "", action: "", kind: "", from: "", to: "" };

/** The filter as a query. Days are days where the reader is. */
export function eventsQuery({ from, to, ...words }: EventsFilter): URLSearchParams {
  const query = new URLSearchParams(Object.entries(words).filter(([, value]) => value !== ""));
  const [begin, end] = [startOf(from, 0), startOf(to, 1)];
  if (begin) query.set("from", begin);
  if (end) query.set("to", end);
  return query;
}

function startOf(day: string, later: number): string | null {
  const date = new Date(`${day}T00:00`);
  if (day === "" || Number.isNaN(date.getTime())) return null;
  date.setDate(date.getDate() + later);
  return date.toISOString();
}

export function loadEvents(
  workspace: string,
  filter: EventsFilter,
  cursor: string | null,
): Promise<EventPage> {
  const query = eventsQuery(filter);
  if (cursor) query.set("cursor", cursor);
  return callApi({ method: "GET", path: `/api/w/${workspace}/audit?${query}`, answer: eventPage });
}
