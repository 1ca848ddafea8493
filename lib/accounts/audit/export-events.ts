import { z } from "zod";
import { csvRow } from "@/lib/server/csv-row";
import type { Cursor } from "@/lib/server/cursor";
import type { Scope } from "../scope";
import { eventsFilter } from "./events-query";
import { type EventItem, eventsBefore } from "./list-events";

export const exportEventsQuery = eventsFilter.extend({
  /** `1`: for programs, with cells as they are. Otherwise what a spreadsheet would take for a formula is made text. */
  raw: z.enum(["0", "1"]).default("0"),
});
export type ExportEventsQuery = z.infer<typeof exportEventsQuery>;

const COLUMNS = [
  ...["time", "person", "person_id", "key", "action", "kind", "name", "object_id", "project_id", "details"],
];

/** Rows that are read and held in memory at a time. */
const STEP = 500;

/** The events as CSV (RFC 4180, UTF-8), the latest first, read while they are sent. */
export async function* exportEvents(
  scope: Scope,
  { raw, ...filter }: ExportEventsQuery,
): AsyncGenerator<string> {
  const row = (cells: readonly string[]) => csvRow(cells, { raw: raw === "1" });
  yield row(COLUMNS);
  for (let cursor: Cursor | undefined; ; ) {
    const events = await eventsBefore(scope, filter, cursor, STEP);
    if (events.length > 0) yield events.map((event) => row(cellsOf(event))).join("");
    const last = events.at(-1);
    if (!last || events.length < STEP) return;
    cursor = { at: last.at, id: last.id };
  }
}

function cellsOf({ at, person, key, action, object, details }: EventItem): string[] {
  return [
    at.toISOString(),
    person.name,
    person.id,
    key ?? "",
    action,
    object.kind,
    object.name,
    object.id,
    object.projectId ?? "",
    Object.keys(details).length === 0 ? "" : JSON.stringify(details),
  ];
}
