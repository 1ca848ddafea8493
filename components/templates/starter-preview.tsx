"use client";

import { useId, useState } from "react";
import { NO_VALUES } from "@/lib/template/starters/shown-values";
import type { StarterItem } from "@/lib/template/starters/starter-item";
import { DesignPreview, LARGE_PICTURE } from "./design-preview";
import { StarterPicture } from "./starter-picture";

export type StarterPreviewProps = {
  starter: StarterItem;
  name: string;
  busy: boolean;
  onUse: () => void;
  onBack: () => void;
};

/** A ready design, large: its fields, and what it looks like with each of its sample rows. */
export function StarterPreview({ starter, name, ...rest }: StarterPreviewProps) {
  const rows = [...starter.rows, { id: NO_VALUES, name: "No values at all" }];
  const [row, setRow] = useState(rows[0]?.id ?? NO_VALUES);
  const group = useId();
  return (
    <DesignPreview
      {...rest}
      name={starter.name}
      size={starter.size}
      about={starter.description}
      picture={<StarterPicture starter={starter} name={name} row={row} className={LARGE_PICTURE} />}
    >
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
    </DesignPreview>
  );
}
