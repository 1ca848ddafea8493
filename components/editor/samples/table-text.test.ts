import { describe, expect, test } from "vitest";
import { decodeTable, guessEncoding } from "./decode-table";
import { readCopied, readTable, withoutGuard, writeCopied, writeCsv } from "./table-text";

const TEXT = "Vorname;Firma\r\nŁucja;Müller & Söhne\r\n";
const WESTERN = "Vorname;Firma\r\nJosé;Müller & Söhne\r\n";

function utf16(text: string, little: boolean, mark: boolean): Uint8Array {
  const units = [...(mark ? "\ufeff" : ""), ...text].map((letter) => letter.charCodeAt(0));
  return Uint8Array.from(
    units.flatMap((unit) => (little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])),
  );
}

describe("a file of unknown encoding", () => {
  const utf8 = new TextEncoder().encode(TEXT);
  const windows = Uint8Array.from(WESTERN, (letter) => letter.charCodeAt(0));
  test.each([
    ["UTF-8", utf8, "utf-8", TEXT],
    ["UTF-8 with a mark", Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8]), "utf-8", TEXT],
    ["UTF-16 with a mark", utf16(TEXT, true, true), "utf-16le", TEXT],
    ["UTF-16 without", utf16(TEXT, true, false), "utf-16le", TEXT],
    ["UTF-16, big end first", utf16(TEXT, false, true), "utf-16be", TEXT],
    ["the same without a mark", utf16(TEXT, false, false), "utf-16be", TEXT],
    ["Windows-1252", windows, "windows-1252", WESTERN],
  ])("%s is read", (_name, bytes, encoding, text) => {
    expect(guessEncoding(bytes)).toBe(encoding);
    expect(decodeTable(bytes, guessEncoding(bytes))).toBe(text);
  });
});

describe("a table", () => {
  test.each([
    [
      "comma",
      'a,b\n"Smith, ""Bob""","x\ny"\n',
      [
        ["a", "b"],
        ['Smith, "Bob"', "x\ny"],
      ],
    ],
    [
      "semicolon, with the line of Excel",
      "sep=;\r\na;1,5\r\n;\r\nb;2\r\n",
      [
        ["a", "1,5"],
        ["b", "2"],
      ],
    ],
    [
      "tab",
      "\ufeffa\tb\nc\td",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "pipe",
      "a|b|c\n1|2|3",
      [
        ["a", "b", "c"],
        ["1", "2", "3"],
      ],
    ],
  ])("is read by its %s", (_name, text, cells) => {
    expect(readTable(text).cells).toEqual(cells);
  });

  test("goes to the clipboard and comes back the same", () => {
    const cells = [
      ["a\tb", 'say "hi"'],
      ["two\nlines", ""],
      ["=1+1", "'"],
    ];
    expect(readCopied(writeCopied(cells))).toEqual(cells);
    expect(readCopied("one cell, with a comma")).toEqual([["one cell, with a comma"]]);
    expect(readCopied("a\tb\r\n\tc\r\n")).toEqual([
      ["a", "b"],
      ["", "c"],
    ]);
  });

  test("is exported so that no spreadsheet runs it, and read back as it was", () => {
    const values = { a: "=1+1", b: "-12.5", c: "+49 30 1", d: "@x", e: '"q", é', f: "-x" };
    const fields = Object.keys(values).map((key) => ({ key }));
    const csv = writeCsv([{ id: "r", name: "One", values }], fields);
    expect(csv.startsWith("\ufeffRow,a,b")).toBe(true);
    const [head, row] = readTable(csv).cells;
    expect(head).toEqual(["Row", ...Object.keys(values)]);
    expect(row).toEqual(["One", "'=1+1", "-12.5", "+49 30 1", "'@x", '"q", é', "'-x"]);
    expect(row?.slice(1).map(withoutGuard)).toEqual(Object.values(values));
    expect(withoutGuard("'s Hertogenbosch")).toBe("'s Hertogenbosch");
  });
});
