import Link from "next/link";
import { monthName } from "@/lib/usage/usage-words";
import { CountTable } from "./count-table";
import type { MonthItem } from "./usage-items";

export type MonthTableProps = {
  months: readonly MonthItem[];
  /** Address of the page. */
  here: string;
  /** The month that the page shows. */
  shown: string;
};

/** Other months, each a way to its own page. */
export function MonthTable({ months, here, shown }: MonthTableProps) {
  const others = months.filter(({ month }) => month !== shown);
  if (others.length === 0) return null;
  return (
    <CountTable
      of="Month"
      title="Other months"
      rows={others.map(({ month, ...counts }) => ({
        ...counts,
        key: month,
        head: (
          <Link
            href={`${here}?month=${month}`}
            className="rounded-sm font-medium text-accent-text hover:underline"
          >
            {monthName(new Date(`${month}-01T00:00:00Z`))}
          </Link>
        ),
      }))}
    />
  );
}
