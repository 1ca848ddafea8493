import fc from "fast-check";
import { expect, test } from "vitest";
import { csvCells } from "./csv-cells";
import { decodeText } from "./decode-text";
import { jsonCells } from "./json-cells";
import { ColumnNames } from "./name-columns";
import { ReadingNotes } from "./reading-notes";

/**
 * Readers of text and bytes take them in whatever pieces they come. `readRows` gives them large blocks of one size, whose
 * borders lie anywhere in a file all the same.
 */

async function* from<Piece>(pieces: readonly Piece[]): AsyncGenerator<Piece> {
  yield* pieces;
}

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

/** Cuts at places that are given as shares of the whole. */
function cut<Whole extends { length: number; slice(from: number, to: number): Whole }>(
  whole: Whole,
  places: number[],
): Whole[] {
  const at = [
    0,
    ...places.map((place) => Math.floor(place * whole.length)).sort((a, b) => a - b),
    whole.length,
  ];
  return at.slice(1).map((end, index) => whole.slice(at[index] ?? 0, end));
}

const places = fc.array(
  fc.nat(1000).map((place) => place / 1000),
  { maxLength: 12 },
);
const sign = fc.constantFrom("a", '"', ",", "\n", "\r", "\r\n", " ", "é", "😀", '""', '",', '\n"', "x,y\n");
const text = fc.array(sign, { maxLength: 40 }).map((signs) => signs.join(""));

test("delimited text", async () => {
  const read = async (pieces: string[]) => {
    const notes = new ReadingNotes();
    // The first piece tells the delimiter.
    const rows = await all(csvCells(from(["a,b\n1,2\n", ...pieces]), { delimiter: "" }, notes));
    return { rows, notes: notes.sentences() };
  };
  await fc.assert(
    fc.asyncProperty(text, places, async (whole, at) => {
      expect(await read(cut(whole, at))).toEqual(await read([whole]));
    }),
    { numRuns: 500 },
  );
});

test("JSON", async () => {
  const read = async (pieces: string[]) => {
    const columns = new ColumnNames(new ReadingNotes());
    return { rows: await all(jsonCells(from(pieces), columns)), names: columns.names };
  };
  const word = fc
    .array(fc.constantFrom("a", "\\", '"', "{", "]", "é"), { maxLength: 6 })
    .map((signs) => signs.join(""));
  const value = fc.oneof(word, fc.array(word), fc.dictionary(word, word), fc.jsonValue({ maxDepth: 2 }));
  const object = fc.dictionary(word, value, { minKeys: 1, maxKeys: 4 });
  await fc.assert(
    fc.asyncProperty(fc.array(object, { maxLength: 5 }), places, fc.boolean(), async (rows, at, lines) => {
      const whole = lines ? rows.map((row) => JSON.stringify(row)).join("\n") : JSON.stringify(rows, null, 1);
      expect(await read(cut(whole, at))).toEqual(await read([whole]));
    }),
  );
});

test.each(["utf8", "utf16le"] as const)("letters in %s", async (encoding) => {
  await fc.assert(
    fc.asyncProperty(text, places, async (letters, at) => {
      const whole = `\ufeffé${letters}`;
      const bytes = Buffer.from(whole, encoding);
      // The mark stands in the first piece.
      const pieces = [bytes.subarray(0, 5), ...cut(bytes.subarray(5), at)];
      const read = await all(decodeText(from<Uint8Array>(pieces), { encoding: "utf-8" }, new ReadingNotes()));
      expect(read.join("")).toBe(whole.slice(1));
    }),
  );
});
