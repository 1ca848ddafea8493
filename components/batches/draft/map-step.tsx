"use client";

import type { RowMapping } from "@/lib/rows/mapping";
import { Select } from "../../ui/select";
import { columnName, many } from "../batch-words";
import type { TemplateFacts } from "../template-facts";
import { RowPicture } from "./row-picture";
import type { Draft } from "./use-draft";
import type { RowsPage } from "./use-rows";

/** No column. */
const NONE = "none";

export type MapStepProps = {
  workspace: string;
  draft: Draft;
  template: TemplateFacts;
  /** What the names of the columns say, which is what stands there first. */
  guessed: RowMapping;
  first: RowsPage | null;
};

/** Which column fills which field, with what stands in it, and what comes of it beside. */
export function MapStep({ workspace, draft, template, guessed, first }: MapStepProps) {
  const { batch, change } = draft;
  const { columns, mapping } = batch;
  const options = [
    { value: NONE, label: "No column: show the fallback" },
    ...columns.map((_, index) => ({ value: `${index}`, label: columnName(columns, index) })),
  ];
  const unused = columns
    .map((_, index) => index)
    .filter((index) => !template.fields.some(({ key }) => mapping[key] === index));
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <section aria-label="Fields" className="rounded-lg bg-panel shadow-card max-lg:order-last">
        {template.fields.length === 0 ? (
          <p className="px-4 py-6 text-muted text-sm">
            This template has no fields: every row would get the same picture. Add a field such as{" "}
            <code className="font-mono text-xs">{"{{first_name}}"}</code> in the editor and publish it.
          </p>
        ) : (
          <ul className="divide-y">
            {template.fields.map(({ key, label, fallback }) => {
              const column = mapping[key] ?? null;
              const isGuess = column !== null && guessed[key] === column;
              const examples =
                column === null ? [] : (first?.rows ?? []).map(({ cells }) => cells[column] ?? "");
              return (
                <li
                  key={key}
                  className="grid items-start gap-x-4 gap-y-2 px-4 py-3 sm:grid-cols-[minmax(0,10rem)_minmax(0,1fr)]"
                >
                  <div className="min-w-0 pt-1.5">
                    <p className="truncate font-medium text-sm">{label || key}</p>
                    <p className="truncate font-mono text-2xs text-faint">{key}</p>
                  </div>
                  <div className="min-w-0">
                    <div className="flex items-center gap-3">
                      <Select
                        aria-label={`Column for ${label || key}`}
                        className="max-w-64"
                        value={column === null ? NONE : `${column}`}
                        options={options}
                        onValueChange={(value) =>
                          void change({
                            mapping: { ...mapping, [key]: value === NONE ? null : Number(value) },
                          })
                        }
                      />
                      {isGuess ? (
                        <span className="whitespace-nowrap text-faint text-xs">Guessed by its name</span>
                      ) : null}
                    </div>
                    <p className="mt-1.5 h-4 truncate text-muted text-xs">
                      {column === null ? (
                        fallback === "" ? (
                          "Nothing stands there: the field has no fallback."
                        ) : (
                          <>Every picture shows “{fallback}”.</>
                        )
                      ) : (
                        <Examples values={examples} />
                      )}
                    </p>
                  </div>
                </li>
              );
            })}
          </ul>
        )}
        {unused.length > 0 ? (
          <p className="border-t px-4 py-3 text-faint text-xs">
            {unused.length === 1 ? "One column is" : `${many(unused.length, "column")} are`} not used:{" "}
            {unused.map((index) => columnName(columns, index)).join(", ")}. They can still stand in file
            names.
          </p>
        ) : null}
      </section>
      <RowPicture
        workspace={workspace}
        batchId={batch.id}
        row={1}
        look={draft.look}
        size={template}
        className="lg:sticky lg:top-4"
      />
    </div>
  );
}

/** What stands in the first rows, blanks included. */
function Examples({ values }: { values: readonly string[] }) {
  return values.map((value, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the place of a row is what is shown
    <span key={index}>
      {index > 0 ? <span className="text-faint"> · </span> : null}
      {value.trim() === "" ? <span className="text-faint italic">blank</span> : value}
    </span>
  ));
}
