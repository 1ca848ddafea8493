import type { ReactNode } from "react";
import type { Counted } from "./usage-items";

export type CountTableProps = {
  /** What the rows are, such as “Project”. */
  of: string;
  title: string;
  rows: readonly (Counted & { key: string; head: ReactNode })[];
};

const HEADS = ["Served", "Rendered"] as const;

/** Rows of counts under a heading. */
export function CountTable({ of, title, rows }: CountTableProps) {
  const id = `usage-${of.toLowerCase()}`;
  return (
    <section aria-labelledby={id} className="mb-6">
      <h2 id={id} className="mb-2 font-semibold text-sm">
        {title}
      </h2>
      <div className="overflow-x-auto rounded-lg bg-panel shadow-card">
        <table className="w-full text-sm" aria-labelledby={id}>
          <thead className="text-muted text-xs">
            <tr className="border-b">
              <th scope="col" className="px-2.5 py-2 sm:px-4 text-left font-medium">
                {of}
              </th>
              {HEADS.map((head) => (
                <th key={head} scope="col" className="px-2.5 py-2 sm:px-4 text-right font-medium">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y">
            {rows.map(({ key, head, served, rendered }) => (
              <tr key={key}>
                <th scope="row" className="w-full max-w-0 truncate px-2.5 py-2 sm:px-4 text-left font-normal">
                  {head}
                </th>
                {[served, rendered].map((value, at) => (
                  <td key={HEADS[at]} className="figures px-2.5 py-2 sm:px-4 text-right">
                    {value.toLocaleString("en-GB")}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
