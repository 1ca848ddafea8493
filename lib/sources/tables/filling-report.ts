import { z } from "zod";

/** Rows named in sentences, of each kind. */
const MOST_NAMED = 5;

/** What came of reading a list into a table. */
export const fillingReport = z.object({
  filling: z.number(),
  columns: z.array(z.string()),
  rows: z.number(),
  /** What was noticed, in sentences: rows without a key, keys that stand twice, what the reader mended. */
  notes: z.array(z.string()),
});
export type FillingReport = z.infer<typeof fillingReport>;

/** Numbers of rows that something is told of, and how many there are. */
export class NamedRows {
  count = 0;
  readonly #first: number[] = [];

  /** `row`: from 1, the names of columns not counted. */
  add(row: number): void {
    this.count += 1;
    if (this.#first.length < MOST_NAMED) this.#first.push(row);
  }

  /** Such as `3 rows (4, 7 and 9)`. */
  toString(): string {
    const names = [...this.#first].sort((one, other) => one - other).map((row) => row.toLocaleString("en"));
    const more = this.count - names.length;
    const all = more > 0 ? [...names, `${more.toLocaleString("en")} more`] : names;
    const listed = all.length > 1 ? `${all.slice(0, -1).join(", ")} and ${all.at(-1)}` : all.join("");
    return `${this.count.toLocaleString("en")} ${this.count === 1 ? "row" : "rows"} (${listed})`;
  }
}
