"use client";

import type { EventItem } from "../api/events";
import { Avatar } from "../ui/avatar";
import { eventWords } from "./event-words";

/** One deed: who, what, when; in the time of a zone, or else where the reader is. */
export function EventRow({ event, zone }: { event: EventItem; zone: string | undefined }) {
  const { person, key, at } = event;
  // What nobody did, such as reaching a quota, is told by the service itself.
  const name = person.name || (person.id === "" ? "Nameplate" : "Somebody");
  const inZone = zone ? { timeZone: zone } : {};
  return (
    <li className="flex items-start gap-3 px-4 py-2.5">
      <Avatar name={name} round />
      <p className="min-w-0 flex-1 break-words pt-0.5 text-sm">
        <span className="font-medium">{name}</span> <span className="text-muted">{eventWords(event)}</span>
        {key === null ? null : <span className="text-faint text-xs"> · by the key “{key}”</span>}
      </p>
      <time
        dateTime={at.toISOString()}
        title={at.toLocaleString("en-GB", inZone)}
        className="figures shrink-0 pt-0.5 text-faint text-xs leading-5"
      >
        {at.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", ...inZone })}
      </time>
    </li>
  );
}
