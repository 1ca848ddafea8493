"use client";

import { ArrowLeft } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { NO_VALUES } from "@/lib/template/starters/shown-values";
import type { StarterItem } from "@/lib/template/starters/starter-item";
import { Button } from "../ui/button";
import { StarterPicture } from "./starter-picture";

export type StarterPreviewProps = {
  starter: StarterItem;
  name: string;
  busy: boolean;
  onUse: () => void;
  onBack: () => void;
};

/** A ready design, large: its fields, and what it looks like with each of its sample rows. */
export function StarterPreview({ starter, name, busy, onUse, onBack }: StarterPreviewProps) {
  const rows = [...starter.rows, { id: NO_VALUES, name: "No values at all" }];
  const [row, setRow] = useState(rows[0]?.id ?? NO_VALUES);
  const group = useId();
  const use = useRef<HTMLButtonElement>(null);
  useEffect(() => use.current?.focus(), []);
  const { width, height } = starter.size;
  return (
    <section
      aria-label={`Preview of ${starter.name}`}
      onKeyDown={(event) => {
        if (event.key === "Escape") onBack();
      }}
    >
      <Button
        variant="ghost"
        size="small"
        className="-ml-2 mb-3"
        icon={<ArrowLeft aria-hidden className="size-4" />}
        onClick={onBack}
      >
        All designs
      </Button>
      <div className="grid gap-5 md:grid-cols-[minmax(0,1fr)_15rem]">
        <StarterPicture
          starter={starter}
          name={name}
          row={row}
          className="aspect-auto h-[min(26rem,45dvh)] self-start max-md:h-[38dvh]"
        />
        <div className="grid content-start gap-4">
          <div>
            <h3 className="font-semibold text-base">{starter.name}</h3>
            <p className="mt-1 text-muted text-sm">{starter.description}</p>
            <p className="figures mt-1 text-faint text-xs">
              {width} × {height} px
            </p>
          </div>
          <Button ref={use} variant="primary" busy={busy} onClick={onUse}>
            Use this design
          </Button>
          <div>
            <h4 className="mb-1.5 font-medium text-muted text-xs">Fields</h4>
            <ul className="flex flex-wrap gap-1">
              {starter.fields.map(({ label }) => (
                <li key={label} className="rounded-sm bg-active px-1.5 py-0.5 text-xs">
                  {label}
                </li>
              ))}
            </ul>
          </div>
          <fieldset>
            <legend className="mb-1 font-medium text-muted text-xs">Shown with</legend>
            {rows.map(({ id, name: rowName }) => (
              <label
                key={id}
                className="flex min-h-8 cursor-pointer items-center gap-2 rounded-md px-2 text-sm hover:bg-hover has-checked:bg-active"
              >
                <input
                  type="radio"
                  name={group}
                  checked={row === id}
                  onChange={() => setRow(id)}
                  className="accent-accent"
                />
                {rowName}
              </label>
            ))}
          </fieldset>
        </div>
      </div>
    </section>
  );
}
