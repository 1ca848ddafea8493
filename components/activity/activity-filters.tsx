"use client";

import { useId } from "react";
import { type EventsFilter, NO_FILTER } from "../api/events";
import { Button } from "../ui/button";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import { actionLabel, kindLabel } from "./event-words";

export type ActivityFiltersProps = {
  filter: EventsFilter;
  onChange: (change: Partial<EventsFilter>) => void;
  people: readonly { id: string; name: string }[];
  actions: readonly string[];
  kinds: readonly string[];
};

/** A select has no empty value. */
const ALL = "all";

/** Whose deeds, which, to what, and when. */
export function ActivityFilters({ filter, onChange, people, actions, kinds }: ActivityFiltersProps) {
  const id = useId();
  const isFiltered = Object.values(filter).some((value) => value !== "");
  const select = (
    key: "person" | "action" | "kind",
    label: string,
    all: string,
    options: readonly { value: string; label: string }[],
  ) => (
    <Select
      aria-label={label}
      className="w-full! sm:w-36!"
      value={filter[key] || ALL}
      onValueChange={(value) => onChange({ [key]: value === ALL ? "" : value })}
      options={[{ value: ALL, label: all }, ...options]}
    />
  );
  const day = (key: "from" | "to", label: string) => (
    <div className="flex min-w-0 flex-1 items-center gap-2 sm:flex-none">
      <label htmlFor={`${id}-${key}`} className="text-muted text-sm">
        {label}
      </label>
      <Input
        id={`${id}-${key}`}
        type="date"
        value={filter[key]}
        onChange={(event) => onChange({ [key]: event.target.value })}
        className="min-w-0 sm:w-34"
      />
    </div>
  );
  return (
    <div className="mb-5 flex flex-wrap items-center gap-2">
      {select(
        "person",
        "Person",
        "Everybody",
        people.map(({ id, name }) => ({ value: id, label: name || "Somebody" })),
      )}
      {select(
        "action",
        "Action",
        "Every action",
        actions.map((value) => ({ value, label: actionLabel(value) })),
      )}
      {select(
        "kind",
        "Kind of thing",
        "Everything",
        kinds.map((value) => ({ value, label: kindLabel(value) })),
      )}
      <div className="flex w-full gap-2 sm:w-auto">
        {day("from", "From")}
        {day("to", "to")}
      </div>
      {isFiltered ? (
        <Button variant="ghost" onClick={() => onChange(NO_FILTER)}>
          Clear
        </Button>
      ) : null}
    </div>
  );
}
