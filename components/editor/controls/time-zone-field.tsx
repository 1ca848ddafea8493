"use client";

import { Command } from "cmdk";
import { Check, ChevronsUpDown } from "lucide-react";
import { useMemo, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { nameOfZone, type TimeZone, timeZones } from "../inspector/time-zones";
import { PANEL_INPUT } from "./panel-look";

export type TimeZoneFieldProps = {
  label: string;
  value: string;
  disabled: boolean;
  onChange: (zone: string) => void;
};

/** One of all time zones: a list that is searched by city, country or offset. */
export function TimeZoneField({ label, value, disabled, onChange }: TimeZoneFieldProps) {
  const [open, setOpen] = useState(false);
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <button
          type="button"
          role="combobox"
          aria-label={label}
          aria-expanded={open}
          disabled={disabled}
          className={classNames(PANEL_INPUT, "flex items-center justify-between gap-1 px-2 text-left")}
        >
          <span className="truncate">{nameOfZone(value)}</span>
          <ChevronsUpDown aria-hidden className="size-3 shrink-0 text-faint" />
        </button>
      </PopoverTrigger>
      <PopoverContent side="left" align="start" className="w-72 p-0!" aria-label={label}>
        <ZoneList
          value={value}
          onPick={(zone) => {
            setOpen(false);
            onChange(zone);
          }}
        />
      </PopoverContent>
    </Popover>
  );
}

function ZoneList({ value, onPick }: { value: string; onPick: (zone: string) => void }) {
  const zones = useMemo(() => timeZones(value, Date.now()), [value]);
  const groups = [
    { heading: "Common", zones: zones.filter(({ isCommon }) => isCommon) },
    { heading: "All", zones: zones.filter(({ isCommon }) => !isCommon) },
  ];
  return (
    <Command label="Time zones" defaultValue={value} filter={fits}>
      <div className="border-b p-1.5">
        <Command.Input
          autoFocus
          placeholder="Search cities or offsets"
          className={classNames(PANEL_INPUT, "px-2")}
        />
      </div>
      <Command.List className="max-h-80 overflow-y-auto p-1">
        <Command.Empty className="px-2 py-3 text-faint text-xs">No time zone has this name.</Command.Empty>
        {groups.map((group) => (
          <Command.Group
            key={group.heading}
            heading={group.heading}
            className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-1.5 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-faint [&_[cmdk-group-heading]]:text-xs"
          >
            {group.zones.map((zone) => (
              <Zone key={zone.value} zone={zone} chosen={zone.value === value} onPick={onPick} />
            ))}
          </Command.Group>
        ))}
      </Command.List>
    </Command>
  );
}

function Zone(props: { zone: TimeZone; chosen: boolean; onPick: (zone: string) => void }) {
  const { value, label, offset } = props.zone;
  return (
    <Command.Item
      value={value}
      keywords={[label, offset]}
      onSelect={() => props.onPick(value)}
      className="flex min-h-7 items-center gap-2 rounded-md px-2 text-sm data-[selected=true]:bg-hover"
    >
      <span className="min-w-0 flex-1 truncate">{label}</span>
      <span className="figures shrink-0 text-2xs text-faint">{offset}</span>
      <Check aria-hidden className={classNames("size-3.5 shrink-0", !props.chosen && "invisible")} />
    </Command.Item>
  );
}

/** Every word that is typed stands somewhere in the name or the offset; a city that begins so comes first. */
function fits(value: string, search: string, keywords: readonly string[] = []): number {
  const said = [value, ...keywords].join(" ").toLowerCase().replaceAll("_", " ");
  const words = search
    .toLowerCase()
    .split(/[\s/,]+/)
    .filter(Boolean);
  if (!words.every((word) => said.includes(word))) return 0;
  const city = value.split("/").at(-1)?.toLowerCase() ?? "";
  return city.startsWith(words[0] ?? "") ? 1 : 0.5;
}
