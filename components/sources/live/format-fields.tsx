"use client";

import { Field } from "../../ui/field";
import { Input } from "../../ui/input";
import { SegmentedControl } from "../../ui/segmented-control";
import { Select } from "../../ui/select";
import { FORMAT_SEGMENTS } from "./live-words";
import type { LiveForm } from "./use-live-form";

type Props = { form: LiveForm; disabled: boolean };

const ROWS = [
  { value: "first", label: "The first row" },
  { value: "found", label: "The row of whoever the picture is for" },
] as const;

/** What is answered, and of a sheet which row. */
export function FormatFields({ form, disabled }: Props) {
  const { config, test, change, faultAt } = form;
  const { row } = config;
  const columns = [...new Set([...(row ? [row.column] : []), ...(test?.columns ?? [])])].filter(Boolean);
  return (
    <div className="grid gap-4">
      <div className="grid gap-1.5">
        <span className="font-medium text-muted text-xs" aria-hidden>
          It answers with
        </span>
        <SegmentedControl
          label="It answers with"
          className="w-fit"
          value={config.format}
          segments={FORMAT_SEGMENTS}
          disabled={disabled}
          onValueChange={(format) => change({ format, row: format === "csv" ? row : null })}
        />
      </div>
      {config.format === "csv" ? (
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="Shown is" className="sm:col-span-2">
            {(control) => (
              <Select
                {...control}
                value={row ? "found" : "first"}
                options={ROWS}
                disabled={disabled}
                onValueChange={(value) =>
                  change({ row: value === "found" ? { column: columns[0] ?? "id", param: "id" } : null })
                }
              />
            )}
          </Field>
          {row ? (
            <>
              <Field label="Found by the column" error={faultAt("/config/row/column")}>
                {(control) =>
                  columns.length > 1 ? (
                    <Select
                      {...control}
                      value={row.column}
                      options={columns.map((name) => ({ value: name, label: name }))}
                      disabled={disabled}
                      onValueChange={(column) => change({ row: { ...row, column } })}
                    />
                  ) : (
                    <Input
                      {...control}
                      value={row.column}
                      maxLength={200}
                      disabled={disabled}
                      onChange={(event) => change({ row: { ...row, column: event.target.value } })}
                    />
                  )
                }
              </Field>
              <Field label="Name in the picture’s address" error={faultAt("/config/row/param")}>
                {(control) => (
                  <Input
                    {...control}
                    className="font-mono"
                    spellCheck={false}
                    value={row.param}
                    maxLength={42}
                    disabled={disabled}
                    onChange={(event) => change({ row: { ...row, param: event.target.value.trim() } })}
                  />
                )}
              </Field>
            </>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
