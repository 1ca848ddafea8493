/** The first rows of a list. */
export function PreviewTable({
  columns,
  rows,
}: {
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}) {
  return (
    <section
      aria-label="First rows"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled with the keys
      tabIndex={0}
      className="overflow-x-auto rounded-md ring-1 ring-line ring-inset"
    >
      <table className="w-full text-left text-xs">
        <thead>
          <tr className="border-b">
            {columns.map((name) => (
              <th key={name} scope="col" className="whitespace-nowrap px-3 py-1.5 font-medium text-muted">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no names, and never change
            <tr key={row}>
              {columns.map((name, at) => (
                <td key={name} className="max-w-48 truncate px-3 py-1">
                  {cells[at] ?? ""}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
