import Papa from "papaparse";
import { AppError } from "@/lib/errors";
import { LIST_BOUNDS } from "./list-bounds";
import type { ReadingNotes } from "./reading-notes";

const DELIMITERS = [",", ";", "\t", "|"];
/** Quotation marks without an end that are mended: a file with more is damaged. */
const MOST_MENDED = 20;

export type Separated = { delimiter: string };

type Parsed = { data: string[][]; errors: { code: string }[]; meta: { cursor: number } };

/**
 * Rows of delimited text (RFC 4180 quoting), line ends inside and outside of quotation marks as line feeds. The
 * delimiter is told by a first line `sep=;`, which Excel writes, or guessed from the first text. Holds one row and one
 * piece of text at a time; a quotation mark without an end costs its own line and not the rest of the list.
 */
export async function* csvCells(
  texts: AsyncIterable<string>,
  facts: Separated,
  notes: ReadingNotes,
): AsyncGenerator<string[]> {
  let parser: Papa.Parser | null = null;
  let waiting = "";
  // Text is parsed again from the beginning of its row: only when there is twice as much is that worth it.
  let next = 0;
  let row = 0;
  for await (const text of lineFeeds(texts)) {
    waiting += text;
    if (waiting.length < next) continue;
    if (parser === null) {
      const told = /^sep=([,;\t|])\n/i.exec(waiting);
      if (told) waiting = waiting.slice(told[0].length);
      facts.delimiter = told?.[1] ?? guessDelimiter(waiting);
      parser = new Papa.Parser({ delimiter: facts.delimiter, newline: "\n" });
    }
    for (;;) {
      const { data, meta } = parse(parser, waiting, true);
      for (const cells of data) {
        row += 1;
        yield cells;
      }
      waiting = waiting.slice(meta.cursor);
      if (waiting.length <= LIST_BOUNDS.row) break;
      const line = mendedLine(waiting, facts, notes, row);
      row += 1;
      yield line.cells;
      waiting = waiting.slice(line.length);
    }
    next = 2 * waiting.length;
  }
  while (parser !== null && waiting !== "") {
    const { data, meta } = parse(parser, waiting, true);
    for (const cells of data) {
      row += 1;
      yield cells;
    }
    waiting = waiting.slice(meta.cursor);
    const last = parse(parser, waiting, false);
    if (!last.errors.some(({ code }) => code === "MissingQuotes")) {
      if (waiting !== "") yield* last.data;
      return;
    }
    const line = mendedLine(waiting, facts, notes, row);
    row += 1;
    yield line.cells;
    waiting = waiting.slice(line.length);
  }
}

/** The first line of text whose first row has no end, its quotation marks taken for what they are. */
function mendedLine(text: string, { delimiter }: Separated, notes: ReadingNotes, row: number) {
  const end = text.indexOf("\n");
  const line = end < 0 ? text : text.slice(0, end);
  if (line.length > LIST_BOUNDS.row) {
    throw new AppError(
      "invalid",
      `Expected rows of at most ${LIST_BOUNDS.row / 1024 / 1024} million characters, and row ${row + 1} is longer. Save the list as CSV again.`,
    );
  }
  notes.add("quote", row);
  if (notes.countOf("quote") > MOST_MENDED) {
    throw new AppError(
      "invalid",
      `Expected a list whose quotation marks open and close; more than ${MOST_MENDED} never close, the last in row ${row + 1}. Save the list as CSV again.`,
    );
  }
  const cells = line.split(delimiter).map((cell) => cell.replace(/^"|"$/g, "").replaceAll('""', '"'));
  return { cells, length: end < 0 ? text.length : end + 1 };
}

function parse(parser: Papa.Parser, text: string, withoutLast: boolean): Parsed {
  const parsed: Parsed = parser.parse(text, 0, withoutLast);
  return parsed;
}

function guessDelimiter(text: string): string {
  const { meta } = Papa.parse(text, {
    preview: 20,
    newline: "\n",
    skipEmptyLines: "greedy",
    delimitersToGuess: DELIMITERS,
  });
  return DELIMITERS.includes(meta.delimiter) ? meta.delimiter : ",";
}

/** The texts with each line end as one line feed, those across a border too. */
async function* lineFeeds(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let afterReturn = false;
  for await (const text of texts) {
    const body = afterReturn && text.startsWith("\n") ? text.slice(1) : text;
    if (text !== "") afterReturn = text.endsWith("\r");
    yield body.includes("\r") ? body.replace(/\r\n?/g, "\n") : body;
  }
}
