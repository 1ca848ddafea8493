"use client";

import { RotateCcw } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import type { SharePlan } from "@/lib/editor/share";
import { LIMITS } from "@/lib/template/limits";
import { PANEL_INPUT } from "../controls/panel-look";

export type TagTableProps = {
  senderName: string;
  rows: SharePlan["rows"];
  onChange: (key: string, tag: string) => void;
  onReset: (key: string) => void;
};

/** Which merge tag fills which field. The proposals can be typed over. */
export function TagTable({ senderName, rows, onChange, onReset }: TagTableProps) {
  return (
    <section className="grid gap-1.5">
      <h3 className="font-semibold text-xs">Fields and the tags that fill them</h3>
      <table className="w-full border-separate border-spacing-y-1 text-xs">
        <thead className="sr-only">
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Merge tag of {senderName}</th>
            <th scope="col">Reset</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ field, tag, proposed }) => (
            <tr key={field.key}>
              <th scope="row" className="w-36 max-w-36 truncate pr-3 text-left font-normal text-muted">
                {field.label || field.key}
              </th>
              <td>
                <input
                  aria-label={`Merge tag for ${field.label || field.key}`}
                  autoComplete="off"
                  spellCheck={false}
                  maxLength={LIMITS.value}
                  value={tag}
                  placeholder={proposed === "" ? "A merge tag or a fixed text" : "Left out"}
                  onChange={(event) => onChange(field.key, event.currentTarget.value)}
                  className={`${PANEL_INPUT} px-2 font-mono`}
                />
              </td>
              <td className="w-7 pl-1">
                {tag === proposed ? null : (
                  <IconButton
                    size="small"
                    label={`Take the proposed tag for ${field.label || field.key}`}
                    onClick={() => onReset(field.key)}
                  >
                    <RotateCcw className="size-3.5" />
                  </IconButton>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
