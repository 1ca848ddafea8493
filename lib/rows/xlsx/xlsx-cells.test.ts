import fc from "fast-check";
import { zipSync } from "fflate";
import { expect, test } from "vitest";
import { listOf } from "../testing/list-of";
import { workbook } from "../testing/workbook";
import { shownNumber } from "./shown-number";

test("a workbook as Excel saves it", async () => {
  const file = workbook([
    ["first_name", "", "city", "score"],
    ["Ann & <Bob>", "", " Łódź \n2", 1250.5],
    [],
    ["Cem"],
  ]);
  const read = await listOf(file, { size: 100 });
  expect(read).toEqual({
    format: "xlsx",
    encoding: null,
    delimiter: null,
    columns: ["first_name", "Column 2", "city", "score"],
    rows: [["Ann & <Bob>", "", " Łódź \n2", "1250.5"], ["Cem"]],
    notes: [expect.stringContaining("1 name"), "1 row without any text was left out."],
  });
});

test("cells of every type", async () => {
  const raw = (text: string) => ({ raw: text });
  const { rows, notes } = await listOf(
    workbook(
      [
        ["a", "b", "c", "d", "e", "f", "g"],
        [
          raw('<c t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r><rPh><t>IN</t></rPh></is></c>'),
          raw('<c t="b"><v>1</v></c>'),
          raw('<c t="e"><v>#N/A</v></c>'),
          raw('<c t="str"><f>A1&amp;B1</f><v>made_x000A_up</v></c>'),
          raw('<c t="d"><v>2026-11-21T00:00:00</v></c>'),
          raw('<c s="1"><v>0.25</v></c>'),
          raw('<c s="2"><v>46347</v></c>'),
        ],
      ],
      { formats: ["0%", "dd/mm/yyyy"] },
    ),
  );
  expect(rows).toEqual([["inline", "TRUE", "", "made\nup", "2026-11-21", "25%", "2026-11-21"]]);
  expect(notes).toEqual([expect.stringMatching(/^1 cell shows an error .*"#N\/A", the first in row 1/)]);
});

test("the first sheet that is shown is read, texts without how they are pronounced, elements with prefixes", async () => {
  const sheet =
    '<x:worksheet xmlns:x="s"><x:sheetData><x:row><x:c t="s"><x:v>0</x:v></x:c></x:row><x:row><x:c t="s"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>';
  const { columns, rows, notes } = await listOf(
    workbook([["hidden"], ["x"]], {
      sheets:
        '<sheet name="Secret" sheetId="1" state="hidden" r:id="rId1"/><sheet name="Shown" sheetId="2" r:id="rId2"/>',
      files: {
        "xl/worksheets/sheet2.xml": sheet,
        "xl/sharedStrings.xml":
          "<sst><si><t>name</t></si><si><r><t>山</t></r><r><t>田</t></r><rPh><t>ヤマダ</t></rPh></si></sst>",
      },
    }),
  );
  expect([columns, rows]).toEqual([["name"], [["山田"]]]);
  expect(notes).toEqual([expect.stringContaining('"Shown"')]);
});

test("the count of days may begin in 1904", async () => {
  const { rows } = await listOf(
    workbook([["day"], [{ raw: '<c s="1"><v>44885</v></c>' }]], {
      formats: ["yyyy-mm-dd"],
      properties: 'date1904="1"',
    }),
  );
  expect(rows).toEqual([["2026-11-21"]]);
});

test.each([
  ["0.30000000000000004", "General", "0.3"],
  ["4006381333931", "General", "4006381333931"],
  ["1E-7", "General", "1e-7"],
  ["1234.5", "#,##0.00", "1,234.50"],
  ["-1234.5", "#,##0.00", "-1,234.50"],
  ["1234567", "#,##0", "1,234,567"],
  ["0.5", "0", "1"],
  ["1.005", "0.00", "1.01"],
  ["0.256", "0.0%", "25.6%"],
  ["1234.5", '"$"#,##0.00_);("$"#,##0.00)', "$1,234.50"],
  ["-1234.5", '"$"#,##0.00_);("$"#,##0.00)', "($1,234.50)"],
  ["1234.5", "#,##0.00\\ [$€-407]", "1,234.50 €"],
  ["1234.5", "[$£-809]#,##0", "£1,235"],
  ["5", "[Red]0;[Blue]-0", "5"],
  ["-5", "[Red]0;[Blue]-0", "-5"],
  ["0", '0;-0;"none"', "none"],
  ["0", "0;-0;", ""],
  ["501", "00000", "00501"],
  ["1234567890", "(000) 000-0000", "(123) 456-7890"],
  ["123456789", "000-00-0000", "123-45-6789"],
  ["12", '0" pcs"', "12 pcs"],
  ["1234567", "0.0,,\\M", "1.2M"],
  ["12345", "0.00E+00", "1.23E+04"],
  ["0.5", "# ?/?", "0.5"],
  ["0.5", "#.##", ".5"],
  ["42", "@", "42"],
  ["46347", "m/d/yyyy", "2026-11-21"],
  ["46347", "[$-407]d\\ mmmm\\ yyyy;@", "21 November 2026"],
  ["46347", "d-mmm-yy", "21-Nov-2026"],
  ["46347", "dddd", "Saturday"],
  ["46347", "mmm-yy", "Nov-2026"],
  ["46347.604166666664", "dd.mm.yyyy hh:mm", "2026-11-21 14:30"],
  ["46347.604166666664", "h:mm AM/PM", "2:30 PM"],
  ["0.604166666664", "hh:mm:ss", "14:30:00"],
  ["1.5", "[h]:mm", "36:00"],
  ["1", "yyyy-mm-dd", "1900-01-01"],
  ["-3", "yyyy-mm-dd", "-3"],
  ["none", "0.00", "none"],
])("%s under %j is shown as %j", (raw, code, shown) => {
  expect(shownNumber(raw, code, false)).toBe(shown);
});

test("any number under any format is some text", () => {
  const sign = fc.constantFrom(...'0#?.,%;@E+-[]"\\_*dmyhs/ $€', "AM/PM", "General", "[h]", "[$-409]");
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 12 }), fc.double(), (signs, number) => {
      expect(typeof shownNumber(String(number), signs.join(""), false)).toBe("string");
    }),
  );
});

test.each([
  ["a ZIP file of something else", zipSync({ "a.txt": new Uint8Array(3) }), /without a workbook/],
  ["a file that is cut off", workbook([["a"], ["1"]]).subarray(0, 600), /cut off/],
  ["damaged XML", workbook([["a"]], { files: { "xl/worksheets/sheet1.xml": "<a><b></a>" } }), /damaged XML/],
  [
    "XML nested too deep",
    workbook([["a"]], { files: { "xl/worksheets/sheet1.xml": "<a>".repeat(1000) } }),
    /nested too deep/,
  ],
  [
    "entities within entities",
    workbook([["a"]], {
      files: { "xl/sharedStrings.xml": '<!DOCTYPE a [<!ENTITY b "cccc">]><sst><si><t>&b;</t></si></sst>' },
    }),
    /damaged XML/,
  ],
  [
    "a missing sheet",
    workbook([["a"]], { sheets: '<sheet name="A" r:id="rId2"/>' }),
    /first sheet is missing/,
  ],
  [
    "a column that no spreadsheet has",
    workbook([["a"]], {
      files: { "xl/worksheets/sheet1.xml": '<s><row><c r="ZZZ1"><v>1</v></c></row></s>' },
    }),
    /more columns than spreadsheets/,
  ],
  [
    "a text without an end",
    workbook([["a"]], { files: { "xl/worksheets/sheet1.xml": `<a>${"x".repeat(5_000_000)}` } }),
    /too long/,
  ],
  [
    "a text without an end that has signs of tags in it",
    workbook([["a"]], { files: { "xl/worksheets/sheet1.xml": `<a>${"x>".repeat(2_500_000)}</a>` } }),
    /too long/,
  ],
  [
    "an attribute without an end that has signs of tags in it",
    workbook([["a"]], { files: { "xl/worksheets/sheet1.xml": `<a b="${">".repeat(5_000_000)}"/>` } }),
    /too long/,
  ],
  [
    "a comment without an end that has tags in it",
    workbook([["a"]], { files: { "xl/worksheets/sheet1.xml": `<a><!--${"<c/>".repeat(1_500_000)}--></a>` } }),
    /too long/,
  ],
  [
    "raw text without an end that has tags in it",
    workbook([["a"]], {
      files: { "xl/worksheets/sheet1.xml": `<a><![CDATA[${"<c/>".repeat(1_500_000)}]]></a>` },
    }),
    /too long/,
  ],
  [
    "more columns than a list may have, in many rows",
    workbook([["a"]], {
      files: {
        "xl/worksheets/sheet1.xml": `<s>${'<row><c r="XFC1" t="str"><v>x</v></c></row>'.repeat(50_000)}</s>`,
      },
    }),
    /at most 200 columns/,
  ],
  [
    "one long text that is shown again and again",
    workbook([
      ["a"],
      ["x".repeat(4_000)],
      ...Array.from({ length: 100 }, () =>
        Array.from({ length: 150 }, () => ({ raw: '<c t="s"><v>1</v></c>' })),
      ),
    ]),
    /at most 50 million characters together/,
  ],
  [
    "a bomb of one text",
    workbook([["a"]], {
      files: { "xl/sharedStrings.xml": `<a>${" ".repeat(140_000_000)}` },
    }),
    /too long/,
  ],
])("%s is told in a sentence", async (_, bytes, sentence) => {
  await expect(listOf(bytes)).rejects.toThrow(sentence);
});

test("what unpacks to more than a sheet may have is told while it unpacks", async () => {
  const bomb = workbook([["a"]], {
    files: {
      "xl/sharedStrings.xml": `<sst>${`<si><x y="${" ".repeat(1000)}"/></si>`.repeat(140_000)}</sst>`,
    },
  });
  expect(bomb.length).toBeLessThan(2_000_000);
  await expect(listOf(bomb)).rejects.toThrow(/unpacks to at most 128 MB/);
});

test("damaged files are told or read, and nothing else happens", async () => {
  const file = workbook([
    ["a", "b"],
    ["1", 2],
    ["3", 4],
  ]);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(file.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
      async (bytes) => {
        const damaged = Uint8Array.from(file);
        for (const [at, byte] of bytes) damaged[at] = byte;
        await listOf(damaged).catch((error: unknown) => expect(error).toMatchObject({ name: "AppError" }));
      },
    ),
  );
});
