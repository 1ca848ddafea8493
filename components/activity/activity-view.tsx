"use client";

import { Download, ScrollText } from "lucide-react";
import { type EventItem, type EventPage, eventsQuery } from "../api/events";
import { useMounted } from "../shell/use-mounted";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { Menu, MenuContent, MenuItem, MenuTrigger } from "../ui/menu";
import { useFreshLoad } from "../use-fresh-load";
import { ActivityFilters, type ActivityFiltersProps } from "./activity-filters";
import { EventRow } from "./event-row";
import { useEvents } from "./use-events";

export type ActivityViewProps = Pick<ActivityFiltersProps, "people" | "actions" | "kinds"> & {
  loadId: string;
  workspace: string;
  firstPage: EventPage;
};

/** What was done in the workspace, by whom and when; the latest first. */
export function ActivityView({ loadId, workspace, firstPage, ...offered }: ActivityViewProps) {
  useFreshLoad(loadId);
  const { events, nextCursor, busy, error, filter, change, more } = useEvents(workspace, firstPage);
  // The server does not know where the reader is.
  const zone = useMounted() ? undefined : "UTC";
  return (
    <main className="mx-auto max-w-4xl px-4 py-4 md:px-8 md:py-6">
      <header className="mb-5 flex min-h-8 flex-wrap items-center gap-3">
        <div className="min-w-0 flex-1">
          <h1 className="font-semibold text-lg tracking-tight">Activity</h1>
        </div>
        <ExportMenu path={`/api/w/${workspace}/audit/export`} query={eventsQuery(filter)} />
      </header>
      <ActivityFilters filter={filter} onChange={change} {...offered} />
      <p role="status" className="sr-only">
        {busy ? "" : `${events.length} entries shown`}
      </p>
      {error ? <p className="mb-4 text-danger-text text-sm">{error}</p> : null}
      {events.length === 0 && !busy ? (
        <EmptyState icon={<ScrollText aria-hidden />} title="Nothing here">
          Whatever changes the workspace is written down here for 365 days. Nothing that was looks like this.
        </EmptyState>
      ) : (
        <div aria-busy={busy} className={busy ? "opacity-60" : undefined}>
          {byDay(events, zone).map(({ day, of }) => (
            <section key={day} aria-label={day} className="mb-5">
              <h2 className="mb-1.5 font-medium text-faint text-xs">{day}</h2>
              <ul className="divide-y rounded-lg bg-panel shadow-card">
                {of.map((event) => (
                  <EventRow key={event.id} event={event} zone={zone} />
                ))}
              </ul>
            </section>
          ))}
          {nextCursor ? (
            <Button busy={busy} onClick={more}>
              Show earlier
            </Button>
          ) : null}
        </div>
      )}
    </main>
  );
}

function ExportMenu({ path, query }: { path: string; query: URLSearchParams }) {
  const raw = new URLSearchParams(query);
  raw.set("raw", "1");
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button icon={<Download aria-hidden className="size-4" />}>Export CSV</Button>
      </MenuTrigger>
      <MenuContent align="end">
        <MenuItem asChild>
          <a href={`${path}?${query}`} download>
            For spreadsheets
          </a>
        </MenuItem>
        <MenuItem asChild>
          <a href={`${path}?${raw}`} download>
            For programs, with cells as they are
          </a>
        </MenuItem>
      </MenuContent>
    </Menu>
  );
}

/** Neighbours of the same day, where the reader is, together. */
function byDay(
  events: readonly EventItem[],
  timeZone: string | undefined,
): { day: string; of: EventItem[] }[] {
  const days: { day: string; of: EventItem[] }[] = [];
  for (const event of events) {
    const day = event.at.toLocaleDateString("en-GB", {
      weekday: "long",
      day: "numeric",
      month: "long",
      year: "numeric",
      ...(timeZone ? { timeZone } : {}),
    });
    const last = days.at(-1);
    if (last?.day === day) last.of.push(event);
    else days.push({ day, of: [event] });
  }
  return days;
}
