"use client";

import { TriangleAlert } from "lucide-react";
import { useId } from "react";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import type { Field } from "@/lib/template/field";
import type { TableColumn } from "@/lib/template/sample-table";
import { ENCODINGS, type Encoding } from "./decode-table";
import { DELIMITERS, type Delimiter } from "./table-text";
import type { Import } from "./use-import";

const ENCODING_NAMES: Record<Encoding, string> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16, big end first",
  "windows-1252": "Windows-1252 (Western Europe)",
};

const DELIMITER_NAMES: Record<Delimiter, string> = {
  ",": "Comma",
  ";": "Semicolon",
  "\t": "Tab",
  "|": "Vertical bar",
};

/** Rows shown before they are taken. */
const PREVIEWED = 4;

/** How the table is read, and for each of its columns which field it fills. */
export function ImportTable({ table: given, fields }: { table: Import; fields: readonly Field[] }) {
  const { source, table, heads, hasHead, columns, taken, unreadable } = given;
  const headId = useId();
  const options = [
    { value: "-", label: "Leave out" },
    { value: "name", label: "Name of the row" },
    ...fields.map(({ key, label }) => ({ value: `field ${key}`, label: label ? `${label} (${key})` : key })),
  ];
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
        <span className="flex items-center gap-2">
          <span className="text-muted text-xs">Columns end with</span>
          <Select
            aria-label="Columns end with"
            size="small"
            value={table.delimiter}
            options={DELIMITERS.map((value) => ({ value, label: DELIMITER_NAMES[value] }))}
            onValueChange={(value) => {
              const next = DELIMITERS.find((each) => each === value);
              if (next) given.setDelimiter(next);
            }}
          />
        </span>
        {source?.name ? (
          <span className="flex items-center gap-2">
            <span className="text-muted text-xs">Encoding</span>
            <Select
              aria-label="Encoding"
              size="small"
              value={source.encoding}
              options={ENCODINGS.map((value) => ({ value, label: ENCODING_NAMES[value] }))}
              onValueChange={(value) => {
                const next = ENCODINGS.find((each) => each === value);
                if (next) given.setEncoding(next);
              }}
            />
          </span>
        ) : null}
        <label htmlFor={headId} className="flex items-center gap-2 text-muted text-xs">
          <Switch id={headId} checked={hasHead} onCheckedChange={given.setHasHead} />
          The first row names the columns
        </label>
      </div>
      <div className="overflow-auto rounded-md border">
        <table aria-label="Columns of the table" className="w-full border-separate border-spacing-0 text-xs">
          <thead>
            <tr>
              {heads.map((head, index) => (
                <th
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name of their own
                  key={index}
                  scope="col"
                  className="min-w-40 border-b p-2 text-left align-top font-normal [&+th]:border-l"
                >
                  <span className="mb-1 block truncate font-medium" title={head}>
                    {head || `Column ${index + 1}`}
                  </span>
                  <Select
                    aria-label={`${head || `Column ${index + 1}`} fills`}
                    size="small"
                    className="w-full"
                    value={optionOf(columns[index] ?? null)}
                    options={options}
                    onValueChange={(value) => given.setColumn(index, columnOf(value))}
                  />
                  {(unreadable[index] ?? 0) > 0 ? (
                    <span className="mt-1 flex items-center gap-1 text-2xs text-warning-text">
                      <TriangleAlert aria-hidden className="size-3 shrink-0" />
                      {unreadable[index]} of {taken.length} do not fit the field
                    </span>
                  ) : null}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {taken.slice(0, PREVIEWED).map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other name
              <tr key={at}>
                {heads.map((_, index) => (
                  <td
                    // biome-ignore lint/suspicious/noArrayIndexKey: see above
                    key={index}
                    title={row[index]}
                    className={`max-w-60 truncate px-2 py-1 [&+td]:border-l ${columns[index] === null ? "text-faint line-through" : ""}`}
                  >
                    {row[index] || "\u00a0"}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function optionOf(column: TableColumn): string {
  if (column === null) return "-";
  return column === "name" ? "name" : `field ${column.field}`;
}

function columnOf(option: string): TableColumn {
  if (option === "name") return "name";
  return option.startsWith("field ") ? { field: option.slice("field ".length) } : null;
}
