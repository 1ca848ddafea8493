import { quoted } from "@/lib/template/short-text";

type Kind = keyof typeof SENTENCES;

/** `count` times, first in row `row` (from 1; 0 is the row of names). */
type Found = { count: number; row: number; example: string };

const SENTENCES = {
  noHeader: () =>
    "The first row looks like values, so it is read as a row and the columns are numbered. Give columns names in the first row if that is wrong.",
  renamed: ({ count, example }: Found) =>
    `${times(count, "name of a column was", "names of columns were")} blank, too long or taken twice, such as ${example}: they were told apart.`,
  blank: ({ count }: Found) => `${times(count, "row", "rows")} without any text ${wasWere(count)} left out.`,
  short: ({ count, row }: Found) =>
    `${times(count, "row has", "rows have")} fewer cells than there are columns, the first in row ${row}: the cells that are missing are blank.`,
  long: ({ count, row }: Found) =>
    `${times(count, "row has", "rows have")} more cells than the first row, the first in row ${row}: columns were added. Text with an unquoted separator in it does this.`,
  cut: ({ count, row }: Found) =>
    `${times(count, "cell is", "cells are")} longer than values may be and ${wasWere(count)} cut, the first in row ${row}.`,
  zeros: ({ count, row }: Found) =>
    `Zero characters were taken out of ${times(count, "cell", "cells")}, the first in row ${row}.`,
  quote: ({ count, row }: Found) =>
    `${times(count, "quotation mark opens", "quotation marks open")} and never ${count === 1 ? "closes" : "close"}, the first in row ${row}: ${count === 1 ? "it was" : "they were"} left out and the row ends with its line.`,
  bytes: () =>
    "Some letters could not be read as UTF-8 and show as \u{fffd}. Save the file as UTF-8 again where the right letters can still be seen.",
  western: () =>
    "The file is no UTF-8 and was read as Windows-1252, as Excel writes it in the west. If letters look wrong, save it as “CSV UTF-8”.",
  errors: ({ count, row, example }: Found) =>
    `${times(count, "cell shows", "cells show")} an error of the spreadsheet such as ${example}, the first in row ${row}: they count as blank.`,
  sheets: ({ example }: Found) => `Only the first sheet was read, ${example}. The file has more.`,
};

/** Collects what a reader noticed as sentences with counts, of bounded size however long the list is. */
export class ReadingNotes {
  readonly #found = new Map<Kind, Found>();

  add(kind: Kind, row = 0, example = ""): void {
    const found = this.#found.get(kind);
    if (found) found.count += 1;
    else this.#found.set(kind, { count: 1, row, example: quoted(example) });
  }

  countOf(kind: Kind): number {
    return this.#found.get(kind)?.count ?? 0;
  }

  sentences(): string[] {
    return [...this.#found].map(([kind, found]) => SENTENCES[kind](found));
  }
}

function times(count: number, one: string, many: string): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}

function wasWere(count: number): string {
  return count === 1 ? "was" : "were";
}
