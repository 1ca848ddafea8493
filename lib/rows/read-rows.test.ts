import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LIMITS } from "@/lib/template/limits";
import { listOf } from "./testing/list-of";

const utf16 = (text: string, big = false) => {
  const bytes = Buffer.from(text, "utf16le");
  return big ? bytes.swap16() : bytes;
};
const western = (text: string) =>
  Buffer.from(
    Array.from(text, (letter) => (letter === "€" ? 0x80 : letter === "’" ? 0x92 : letter.charCodeAt(0))),
  );

const PEOPLE = "first_name,city\nAnn,Łódź\nBob,Zürich €\n";
const READ = {
  columns: ["first_name", "city"],
  rows: [
    ["Ann", "Łódź"],
    ["Bob", "Zürich €"],
  ],
};

type Fixture = [name: string, bytes: string | Uint8Array, expected: object];

const ENCODINGS: Fixture[] = [
  ["UTF-8", PEOPLE, { ...READ, encoding: "utf-8", delimiter: ",", notes: [] }],
  ["UTF-8 with a mark", `\ufeff${PEOPLE}`, { ...READ, encoding: "utf-8", notes: [] }],
  ["UTF-16 LE with a mark", utf16(`\ufeff${PEOPLE}`), { ...READ, encoding: "utf-16le" }],
  ["UTF-16 BE with a mark", utf16(`\ufeff${PEOPLE}`, true), { ...READ, encoding: "utf-16be" }],
  ["UTF-16 LE without a mark", utf16(PEOPLE), { ...READ, encoding: "utf-16le" }],
  ["UTF-16 BE without a mark", utf16(PEOPLE, true), { ...READ, encoding: "utf-16be" }],
  [
    "Windows-1252, whose euro sign Latin-1 has not",
    western("name,price\nRenée’s,5 €\n"),
    {
      encoding: "windows-1252",
      rows: [["Renée’s", "5 €"]],
      notes: [expect.stringContaining("Windows-1252")],
    },
  ],
  [
    "Windows-1252 whose last letter alone tells",
    western("name\nRené"),
    { encoding: "windows-1252", rows: [["René"]] },
  ],
  [
    "UTF-8 damaged at its end",
    Buffer.concat([Buffer.from("name\nZoë\nRen"), Buffer.from([0xc3])]),
    {
      encoding: "utf-8",
      rows: [["Zoë"], ["Ren\u{fffd}"]],
      notes: [expect.stringContaining("could not be read")],
    },
  ],
  [
    "Excel's Unicode text: UTF-16 LE, tabs, CRLF",
    utf16("\ufeffa\tb\r\n1ł\t2\r\n"),
    { delimiter: "\t", rows: [["1ł", "2"]] },
  ],
];

const DELIMITED: Fixture[] = [
  [
    "semicolons",
    "a;b\n1,5;x\n2,5;y\n",
    {
      delimiter: ";",
      rows: [
        ["1,5", "x"],
        ["2,5", "y"],
      ],
    },
  ],
  ["tabs", "a\tb\n1\t2\n", { delimiter: "\t", rows: [["1", "2"]] }],
  ["bars", "a|b\n1|2\n", { delimiter: "|", rows: [["1", "2"]] }],
  ["sep=;", "sep=;\r\na;b\r\n1,2;3,4\r\n", { delimiter: ";", columns: ["a", "b"], rows: [["1,2", "3,4"]] }],
  ["sep=| after a mark", "\ufeffsep=|\na|b\n1,2|3\n", { delimiter: "|", rows: [["1,2", "3"]] }],
  ["one column", "name\nAnn\nBob\n", { columns: ["name"], rows: [["Ann"], ["Bob"]] }],
  ["quotes", 'a,b\n"x, y","say ""hi"""\n', { rows: [["x, y", 'say "hi"']] }],
  [
    "embedded line ends of each kind",
    'a,b\n"1\n2","3\r\n4"\n"5\r6",7\n',
    {
      rows: [
        ["1\n2", "3\n4"],
        ["5\n6", "7"],
      ],
    },
  ],
  [
    "spaces after a closing quote",
    'a,b\n"1" ,"2" \n3,4\n',
    {
      rows: [
        ["1", "2"],
        ["3", "4"],
      ],
    },
  ],
  ["a quote within a cell", 'a,b\n6" nail,5\n', { rows: [['6" nail', "5"]] }],
  [
    "line ends of Windows",
    "a,b\r\n1,2\r\n3,4\r\n",
    {
      rows: [
        ["1", "2"],
        ["3", "4"],
      ],
    },
  ],
  [
    "line ends of old Macs",
    "a,b\r1,2\r3,4\r",
    {
      rows: [
        ["1", "2"],
        ["3", "4"],
      ],
    },
  ],
  [
    "mixed line ends",
    'a,b\r\n"1",2\n3,"4"\r\n5,6\r7,8',
    {
      rows: [
        ["1", "2"],
        ["3", "4"],
        ["5", "6"],
        ["7", "8"],
      ],
    },
  ],
  ["no line end at the end", 'a,b\n1,"2"', { rows: [["1", "2"]] }],
  [
    "blank rows",
    "a,b\n\n1,2\n,\n   ,\n3,4\n\n",
    {
      rows: [
        ["1", "2"],
        ["3", "4"],
      ],
      notes: ["4 rows without any text were left out."],
    },
  ],
  ["blank rows above the names", "\n,,\na,b\n1,2\n", { columns: ["a", "b"], rows: [["1", "2"]] }],
  [
    "shorter rows",
    "a,b,c\n1\n1,2,3\n",
    { rows: [["1"], ["1", "2", "3"]], notes: [expect.stringMatching(/^1 row has fewer cells .* row 1:/)] },
  ],
  [
    "longer rows",
    "a,b\n1,2,3\n4,5,6,7\n",
    {
      columns: ["a", "b", "Column 3", "Column 4"],
      rows: [
        ["1", "2", "3"],
        ["4", "5", "6", "7"],
      ],
    },
  ],
  [
    "commas at the ends of all rows",
    "a,b,,\n1,2,,\n",
    { columns: ["a", "b"], rows: [["1", "2"]], notes: [] },
  ],
  ["names taken twice", "a,a,a (2),A\n1,2,3,4\n", { columns: ["a", "a (2)", "a (2) (2)", "A"] }],
  ["blank names", "a,,  ,d\n1,2,3,4\n", { columns: ["a", "Column 2", "Column 3", "d"] }],
  ["a name that a blank one would get", "Column 2,\n1,2\n", { columns: ["Column 2", "Column 2 (2)"] }],
  [
    "names of every object",
    "__proto__,constructor,toString\n1,2,3\n",
    { columns: ["__proto__", "constructor", "toString"], rows: [["1", "2", "3"]] },
  ],
  ["a name of two lines", '"first\nname",b\n1,2\n', { columns: ["first name", "b"] }],
  [
    "zero characters",
    "a,b\nx\0y,\0\n",
    { rows: [["xy", ""]], notes: [expect.stringMatching(/^Zero characters .* 2 cells/)] },
  ],
  [
    "values in the first row",
    "Ann,ann@example.com\nBob,bob@example.com\n",
    {
      columns: ["Column 1", "Column 2"],
      rows: [
        ["Ann", "ann@example.com"],
        ["Bob", "bob@example.com"],
      ],
      notes: [expect.stringContaining("first row")],
    },
  ],
  ["years as names", "name,2024,2025\nAnn,5,6\n", { columns: ["name", "2024", "2025"] }],
  [
    "a quote that never closes",
    'a,b\n1,2\n"3,4\n5,6\n7,8\n',
    {
      rows: [
        ["1", "2"],
        ["3", "4"],
        ["5", "6"],
        ["7", "8"],
      ],
      notes: [expect.stringMatching(/^1 quotation mark opens and never closes, the first in row 2:/)],
    },
  ],
  [
    "one quote that never closes, and one that does after it",
    'a,b\n"3,4\n"5,"6\n',
    {
      rows: [
        ["3", "4"],
        ["5", "6"],
      ],
    },
  ],
  ["spaces that matter", "a,b\n  x , y\n", { rows: [["  x ", " y"]] }],
];

const OBJECTS: Fixture[] = [
  [
    "an array",
    '[{"a":"1","b":2},{"b":true,"c":null,"d":"x"}]',
    {
      format: "json",
      columns: ["a", "b", "c", "d"],
      rows: [
        ["1", "2"],
        ["", "true", "", "x"],
      ],
    },
  ],
  [
    "an object a line",
    '{"a":"1"}\n{"a":"2"}\r\n\n{"a":"3"}',
    { format: "json", rows: [["1"], ["2"], ["3"]] },
  ],
  [
    "objects and lists in objects",
    '[{"name":{"first":"Ann"},"tags":["a","b"],"o":[{"x":1}]}]',
    { columns: ["name.first", "tags", "o"], rows: [["Ann", "a, b", '[{"x":1}]']] },
  ],
  ["brackets and quotes in texts", '[{"a":"}] \\" {["}, {"a":"\\\\"}]', { rows: [['}] " {['], ["\\"]] }],
  [
    "names of every object",
    '[{"__proto__":"x","constructor":"y"}]',
    { columns: ["__proto__", "constructor"], rows: [["x", "y"]] },
  ],
  ["UTF-16", utf16('\ufeff[{"a":"Ł"}]'), { format: "json", encoding: "utf-16le", rows: [["Ł"]] }],
];

describe.each([
  ["encodings", ENCODINGS],
  ["delimited text", DELIMITED],
  ["JSON", OBJECTS],
])("%s", (_, fixtures) => {
  test.each(fixtures)("%s", async (_name, bytes, expected) => {
    const whole = await listOf(bytes);
    expect(whole).toMatchObject(expected);
    // Wherever a network cuts the bytes.
    for (const size of [1, 2, 3, 7]) expect(await listOf(bytes, { size })).toEqual(whole);
  });
});

test("a first row that names a field is no row, and who knows better says so", async () => {
  expect((await listOf("Ann,1.5.2026\nBob,2.5.2026\n", { header: true })).columns).toEqual([
    "Ann",
    "1.5.2026",
  ]);
  expect((await listOf("Ann,Bob\nCem,Dan\n", { header: false })).rows).toHaveLength(2);
});

test.each([
  ["an empty file", "", /^Expected a list .* the file is empty/],
  ["a mark alone", "\ufeff", /no row has any text/],
  ["blank lines", "\n \r\n,,\n", /no row has any text/],
  ["names alone", "a,b\n", /no row has any text/],
  ["an empty array", "[]", /no row has any text/],
  ["an old Excel file", Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), /old kind/],
  ["a PDF", "%PDF-1.7", /a PDF/],
  ["a web page", "\n<!DOCTYPE html><html>", /a web page/],
  ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47]), /a picture/],
  ["JSON of something else", '[{"a":1}, 5]', /between objects stands "5"/],
  ["JSON that is cut off", '[{"a":1},{"a":', /ends within an object/],
  ["JSON with a fault", '[{"a":1},{a:2}]', /object 2 is no valid JSON/],
  [
    "too many columns",
    `${Array.from({ length: 201 }, (_, index) => `c${index}`).join(",")}\n1\n`,
    /at most 200 columns/,
  ],
  ["a row of too many cells", `a\n1\n${",".repeat(250)}x\n`, /at most 200 columns/],
  [
    "too many names in JSON",
    JSON.stringify([Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`k${i}`, 1]))]),
    /at most 200 columns/,
  ],
  ["too many rows", `a\n${"x\n".repeat(100_001)}`, /at most 100,000 rows/],
  ["quotes that never close", `a,b\n${'"x,y\n'.repeat(23)}`, /quotation marks/],
  ["one line without an end", `a\n"${"x".repeat(5_000_000)}`, /rows of at most 4 million/],
])("%s is told in a sentence", async (_, bytes, sentence) => {
  await expect(listOf(bytes)).rejects.toThrow(sentence);
});

test("100,000 rows are no row too many", async () => {
  expect((await listOf(`a\n${"x\n".repeat(100_000)}`)).rows).toHaveLength(100_000);
});

test("more bytes than a list may have are told before they are all read", async () => {
  let sent = 0;
  async function* endless() {
    yield Buffer.from("a,b\n");
    for (;;) {
      sent += 1;
      yield Buffer.from(`${"x".repeat(999)},${"y".repeat(999)}\n`.repeat(500));
    }
  }
  const { readRows } = await import("./read-rows");
  const list = await readRows(endless());
  await expect(async () => {
    for await (const _ of list.rows);
  }).rejects.toThrow(/at most 50 MB/);
  expect(sent).toBeLessThan(60);
});

test("a cell of 1 MB is cut to what values hold, and told", async () => {
  const { rows, notes } = await listOf(`a,b\n"${"ä\n".repeat(500_000)}",x\n1,2\n`);
  expect(rows[0]?.[0]).toHaveLength(LIMITS.value);
  expect(rows[1]).toEqual(["1", "2"]);
  expect(notes).toEqual([expect.stringMatching(/^1 cell is longer/)]);
});

test("letters and line ends across the borders of blocks stay whole", async () => {
  for (let shift = 0; shift < 4; shift += 1) {
    const filler = "x".repeat(65_536 - 10 - shift);
    const text = `a,b\r\n${filler},"€😀\r\n"\r\n3,4\r\n`;
    for (const bytes of [Buffer.from(text), utf16(`\ufeff${text}`)]) {
      const { rows } = await listOf(bytes);
      expect(rows.map((row) => row[1])).toEqual(["€😀\n", "4"]);
    }
  }
});

test("Windows-1252 shows in a block far behind", async () => {
  const { encoding, rows } = await listOf(
    Buffer.concat([Buffer.from(`a\n${"x\n".repeat(70_000)}`), western("5 €\n")]),
  );
  expect([encoding, rows.at(-1)]).toEqual(["windows-1252", ["5 €"]]);
});

test("a list is the same wherever it is cut", async () => {
  const sign = fc.constantFrom("a", '"', ",", ";", "\n", "\r", "\r\n", " ", "é", "😀", "\0", "x,y\n");
  await fc.assert(
    fc.asyncProperty(
      fc.array(sign, { maxLength: 60 }),
      fc.integer({ min: 1, max: 9 }),
      async (signs, size) => {
        const text = `name,b\n${signs.join("")}\nlast`;
        expect(await listOf(text, { size })).toEqual(await listOf(text));
      },
    ),
  );
});
