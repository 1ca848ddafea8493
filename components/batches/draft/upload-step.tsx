"use client";

import { FileSpreadsheet } from "lucide-react";
import { useState } from "react";
import type { BatchItem } from "../../api/batches";
import { Button } from "../../ui/button";
import { columnName, many, sourceWords } from "../batch-words";
import { ListSource } from "./list-source";
import type { Intake } from "./use-intake";
import type { RowsPage } from "./use-rows";

export type UploadStepProps = { batch: BatchItem; intake: Intake; first: RowsPage | null };

/** Rows of a list that are shown before anything is done with them. */
const SHOWN = 3;

/** What was read, and how; another list can take its place. */
export function UploadStep({ batch, intake, first }: UploadStepProps) {
  const [another, setAnother] = useState(false);
  const { source, columns, rows } = batch;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <section aria-label="The list" className="rounded-lg bg-panel shadow-card">
        <div className="flex flex-wrap items-start gap-3 px-4 py-3">
          <FileSpreadsheet aria-hidden className="mt-0.5 size-5 shrink-0 text-faint" />
          <div className="min-w-0 flex-1 basis-56">
            <p className="wrap-anywhere font-medium text-sm">{source.name}</p>
            <p className="figures mt-0.5 text-muted text-xs">
              {many(rows, "row")} · {many(columns.length, "column")} · {sourceWords(source)}
            </p>
            {source.notes.length > 0 ? (
              <ul className="mt-2 grid list-disc gap-0.5 pl-4 text-muted text-xs">
                {source.notes.map((note) => (
                  <li key={note}>{note}</li>
                ))}
              </ul>
            ) : null}
          </div>
          {another ? null : (
            <Button size="small" onClick={() => setAnother(true)}>
              Use another list
            </Button>
          )}
        </div>
        <div
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide list scrolls, and the keys must reach it
          tabIndex={0}
          className="overflow-x-auto border-t outline-offset-[-2px]"
        >
          <table aria-label="First rows" className="w-full border-separate border-spacing-0 text-xs">
            <thead>
              <tr>
                {columns.map((_, index) => (
                  <th
                    // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name of their own
                    key={index}
                    scope="col"
                    className="max-w-60 truncate border-b px-4 py-1.5 text-left font-medium text-muted"
                  >
                    {columnName(columns, index)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {Array.from({ length: Math.min(SHOWN, rows) }, (_, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the place of a row is what is shown
                <tr key={at}>
                  {columns.map((_, index) => (
                    <td
                      // biome-ignore lint/suspicious/noArrayIndexKey: see above
                      key={index}
                      className="h-7 max-w-60 truncate px-4"
                    >
                      {first?.rows[at]?.cells[index] || "\u00a0"}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      {another ? (
        <section aria-label="Another list" className="grid gap-3">
          <p className="text-muted text-sm">
            Another list takes the place of this one; columns are mapped anew.{" "}
            <button
              type="button"
              onClick={() => setAnother(false)}
              className="rounded-sm font-medium text-accent-text hover:underline"
            >
              Keep this one
            </button>
          </p>
          <ListSource intake={intake} />
        </section>
      ) : null}
    </div>
  );
}
