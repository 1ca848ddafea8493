import type { DayUsageItem } from "./usage-items";

const CELL = "px-3 py-1 text-right figures";

/** The days of a month as bars, and as a table for whoever sees no bars. */
export function DayChart({ days, name }: { days: readonly DayUsageItem[]; name: string }) {
  const most = Math.max(1, ...days.flatMap(({ served, rendered }) => [served, rendered]));
  const height = (value: number) => `${(value / most) * 100}%`;
  const shown = (value: number) => value.toLocaleString("en-GB");
  return (
    <section aria-labelledby="usage-days" className="mb-6">
      <h2 id="usage-days" className="mb-2 font-semibold text-sm">
        Day by day
      </h2>
      <figure className="rounded-lg bg-panel px-4 py-3 shadow-card">
        <figcaption className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-1 text-muted text-xs">
          <span className="inline-flex items-center gap-1.5">
            <span aria-hidden className="size-2 rounded-xs bg-accent" /> Pictures served
          </span>
          <span className="inline-flex items-center gap-1.5">
            <span aria-hidden className="size-2 rounded-xs bg-text" /> Pictures rendered
          </span>
          <span className="flex-1 text-right text-faint">the highest bar: {shown(most)}</span>
        </figcaption>
        <div aria-hidden className="flex h-36 items-end gap-px border-b" data-testid="usage-bars">
          {days.map(({ day, served, rendered }) => (
            <div
              key={day}
              title={`${day}: ${shown(served)} served, ${shown(rendered)} rendered`}
              className="flex h-full min-w-0 flex-1 items-end gap-px hover:bg-hover"
            >
              <div className="flex-[2] rounded-t-xs bg-accent" style={{ height: height(served) }} />
              <div className="flex-1 rounded-t-xs bg-text" style={{ height: height(rendered) }} />
            </div>
          ))}
        </div>
        <p aria-hidden className="figures mt-1 flex justify-between text-2xs text-faint">
          <span>{days[0]?.day}</span>
          <span>{days.at(-1)?.day}</span>
        </p>
        <details className="mt-2 text-sm">
          <summary className="w-fit cursor-pointer rounded-sm text-accent-text text-xs hover:underline">
            Show as a table
          </summary>
          <table className="mt-2 w-full text-xs">
            <caption className="sr-only">Pictures of each day of {name}, in UTC</caption>
            <thead className="text-muted">
              <tr className="border-b">
                <th scope="col" className="px-3 py-1 text-left font-medium">
                  Day
                </th>
                <th scope="col" className="px-3 py-1 text-right font-medium">
                  Served
                </th>
                <th scope="col" className="px-3 py-1 text-right font-medium">
                  Rendered
                </th>
              </tr>
            </thead>
            <tbody className="divide-y">
              {days.map(({ day, served, rendered }) => (
                <tr key={day}>
                  <th scope="row" className="figures px-3 py-1 text-left font-normal">
                    {day}
                  </th>
                  <td className={CELL}>{shown(served)}</td>
                  <td className={CELL}>{shown(rendered)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      </figure>
    </section>
  );
}
