"use client";

import type { LinkSources, SourceItem } from "../api/sources";
import { Select } from "../ui/select";

/** Stands for no value of the source; a column cannot be called so, for names are never empty. */
const ADDRESS = " ";

export type DataMappingProps = {
  source: SourceItem;
  fields: LinkSources["fields"];
  mapping: Readonly<Record<string, string>>;
  onChange: (mapping: Record<string, string>) => void;
};

/** Which of a source's values fills which field. */
export function DataMapping({ source, fields, mapping, onChange }: DataMappingProps) {
  if (fields.length === 0) {
    return (
      <p className="pl-11 text-muted text-sm">
        The template has no fields as it is published, so there is nothing to fill yet.
      </p>
    );
  }
  const options = [
    { value: ADDRESS, label: "From the address" },
    ...source.columns.map((name) => ({ value: name, label: name })),
  ];

  function choose(key: string, value: string) {
    const others = Object.entries(mapping).filter(([each]) => each !== key);
    onChange(Object.fromEntries(value === ADDRESS ? others : [...others, [key, value]]));
  }

  return (
    <table className="ml-11 w-[calc(100%-2.75rem)] text-sm">
      <thead className="sr-only">
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Filled from</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ key, label }) => (
          <tr key={key}>
            <th scope="row" className="w-2/5 max-w-0 truncate py-1 pr-3 text-left font-normal text-muted">
              {label || key}
            </th>
            <td className="py-1">
              <Select
                size="small"
                aria-label={`“${label || key}” is filled from`}
                value={mapping[key] ?? ADDRESS}
                onValueChange={(value) => choose(key, value)}
                options={options}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
