"use client";

import { Search } from "lucide-react";
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { SENDERS, type Sender } from "@/lib/link/senders";
import { PANEL_INPUT } from "../controls/panel-look";

const KINDS: readonly { kind: Sender["kind"]; title: string }[] = [
  { kind: "e-mail", title: "E-mail" },
  { kind: "outreach", title: "Outreach" },
  { kind: "chat", title: "Chat" },
  { kind: "website", title: "Website" },
  { kind: "plain", title: "Other" },
];

/** Every sender, found by typing a part of its name. The plain address is always offered: it serves any sender. */
export function SenderPicker({ value, onPick }: { value: string; onPick: (id: string) => void }) {
  const [query, setQuery] = useState("");
  const list = useRef<HTMLDivElement>(null);
  const found = useMemo(() => {
    const words = query.trim().toLowerCase();
    return SENDERS.filter(
      ({ name, id, kind }) => kind === "plain" || `${name} ${id}`.toLowerCase().includes(words),
    );
  }, [query]);
  // What is chosen may not be among what is found: one of the list can be reached with Tab all the same.
  const tabbable = found.some(({ id }) => id === value) ? value : found[0]?.id;
  const isUnknown = query.trim() !== "" && found.every(({ kind }) => kind === "plain");

  function onKeyDown(event: KeyboardEvent) {
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (event.key === "Enter" && found[0] && event.target instanceof HTMLInputElement) onPick(found[0].id);
    if (by === 0) return;
    event.preventDefault();
    const order = KINDS.flatMap(({ kind }) => found.filter((sender) => sender.kind === kind));
    const at = order.findIndex(({ id }) => id === value);
    const next = order[Math.min(order.length - 1, Math.max(0, at + by))];
    if (!next) return;
    onPick(next.id);
    const shown = list.current?.querySelector<HTMLElement>(`[data-sender="${next.id}"]`);
    shown?.scrollIntoView({ block: "nearest" });
    // Who types goes on typing; who walks the list goes along.
    if (event.target instanceof HTMLButtonElement) shown?.focus();
  }

  return (
    <section
      aria-label="Senders"
      className="flex min-h-0 min-w-0 flex-col border-b md:border-r md:border-b-0"
      onKeyDown={onKeyDown}
    >
      <div className="relative p-3 pb-1.5">
        <Search aria-hidden className="absolute top-5 left-5 size-3.5 text-faint" />
        <input
          type="search"
          aria-label="Find a sender"
          placeholder="Find a sender"
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
          className={classNames(PANEL_INPUT, "pl-7")}
        />
      </div>
      {isUnknown ? (
        <p className="px-5 py-1.5 text-muted text-xs">
          No sender of that name. The plain URL works in any: put merge tags in place of its braces.
        </p>
      ) : null}
      <div
        ref={list}
        role="radiogroup"
        aria-label="Sender"
        className="flex gap-1 overflow-x-auto px-3 pb-3 md:min-h-0 md:flex-1 md:flex-col md:gap-0 md:overflow-y-auto"
      >
        {KINDS.map(({ kind, title }) => {
          const senders = found.filter((sender) => sender.kind === kind);
          if (senders.length === 0) return null;
          return (
            <div key={kind} className="flex md:block">
              <p className="hidden pt-2 pb-1 text-2xs text-faint md:block">{title}</p>
              {senders.map((sender) => (
                // biome-ignore lint/a11y/useSemanticElements: a list that is searched; radio inputs cannot look so
                <button
                  key={sender.id}
                  type="button"
                  role="radio"
                  data-sender={sender.id}
                  aria-checked={sender.id === value}
                  tabIndex={sender.id === tabbable ? 0 : -1}
                  onClick={() => onPick(sender.id)}
                  className="block w-full whitespace-nowrap rounded-md px-2 py-1 text-left text-sm hover:bg-hover aria-checked:bg-accent-soft aria-checked:font-medium aria-checked:text-accent-text"
                >
                  {sender.name}
                </button>
              ))}
            </div>
          );
        })}
      </div>
    </section>
  );
}
