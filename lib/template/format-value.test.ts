import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DEFAULT_FORMAT, type Field, type FieldFormat, fieldType } from "./field";
import { formatValue } from "./format-value";
import { isPlainText } from "./plain-text";

type Change = Partial<Omit<FieldFormat, "number">> & { number?: Partial<FieldFormat["number"]> };

function fieldOf(type: Field["type"], change: Change = {}): Pick<Field, "type" | "format"> {
  const number = { ...DEFAULT_FORMAT.number, ...change.number };
  return { type, format: { ...DEFAULT_FORMAT, ...change, number } };
}

const name = fieldOf("text", { case: "name" });
const turkish = fieldOf("text", { case: "name", locale: "tr-TR" });
const always = fieldOf("text", { case: "name", onlyWhenOneCase: false });
const german = (style: "decimal" | "currency" | "percent") =>
  fieldOf("number", { locale: "de-DE", number: { style, currency: "EUR" } });
const dollars = fieldOf("number", { number: { style: "currency" } });
const decimal = fieldOf("number", { number: { style: "decimal" } });
const percent = fieldOf("number", { number: { style: "percent" } });
const date = (style: FieldFormat["date"], locale = "en-US") => fieldOf("date", { date: style, locale });

/** Given value, field, what is shown; null is missing. The no-break spaces of `Intl` are U+00A0. */
const VECTORS: readonly (readonly [string, Pick<Field, "type" | "format">, string | null])[] = [
  // Spaces.
  ["  Siobhán   O'Neil \n", fieldOf("text"), "Siobhán O'Neil"],
  ["  a  b ", fieldOf("text", { trim: false }), "  a  b "],
  ["a\u00a0\u2003b", fieldOf("text"), "a b"],
  ["line 1\r\nline 2", fieldOf("text", { trim: false }), "line 1\nline 2"],
  // Missing.
  ["", fieldOf("text"), null],
  [" \t\n\u00a0", fieldOf("text"), null],
  ["\u200b\u200d\ufeff\u2060", fieldOf("text"), null],
  ["\u3164\u2800", fieldOf("text"), null],
  ["\u0000\u0007", fieldOf("text"), null],
  ["0", fieldOf("text"), "0"],
  ["-", fieldOf("text"), "-"],
  // Names.
  ["MCDONALD", name, "McDonald"],
  ["mcdonald", name, "McDonald"],
  ["McKinsey", name, "McKinsey"],
  ["MACDONALD", name, "MacDonald"],
  ["MACKENZIE", name, "Mackenzie"],
  ["MACHADO", name, "Machado"],
  ["MACY", name, "Macy"],
  ["MARIA DE LA CRUZ", name, "Maria de la Cruz"],
  ["DE LA CRUZ", name, "de la Cruz"],
  ["VAN DER BERG", name, "van der Berg"],
  ["jan van der berg", name, "Jan van der Berg"],
  ["VAN MORRISON", name, "Van Morrison"],
  ["DE SOUZA", name, "de Souza"],
  ["LA TOYA JACKSON", name, "La Toya Jackson"],
  ["VAN", name, "Van"],
  ["O'NEIL", name, "O'Neil"],
  ["siobhán o’neil", name, "Siobhán O’Neil"],
  ["JEANNE D'ARC", name, "Jeanne d'Arc"],
  ["D'ANGELO", name, "D'Angelo"],
  ["N'GOLO KANTÉ", name, "N'Golo Kanté"],
  ["JEAN-LUC PICARD", name, "Jean-Luc Picard"],
  ["saint-jean-de-luz", name, "Saint-Jean-de-Luz"],
  ["ŁÓDŹ", name, "Łódź"],
  ["łucja", name, "Łucja"],
  ["NGUYỄN THỊ MINH KHAI", name, "Nguyễn Thị Minh Khai"],
  ["ЩЁГОЛЕВА АННА", name, "Щёголева Анна"],
  ["ΓΙΏΡΓΟΣ", name, "Γιώργος"],
  ["άννα", name, "Άννα"],
  ["j.r.r. tolkien", name, "J.R.R. Tolkien"],
  ["JOHN SMITH III", name, "John Smith III"],
  ["IRIS", turkish, "Irıs"],
  ["istanbul", turkish, "İstanbul"],
  ["გიორგი ბერიძე", name, "გიორგი ბერიძე"],
  ["ﬁona", name, "Fiona"],
  ["ijsbrand", fieldOf("text", { case: "name", locale: "nl-NL" }), "IJsbrand"],
  ["Jean-luc", name, "Jean-luc"],
  ["Jean-luc", always, "Jean-Luc"],
  ["山田太郎", name, "山田太郎"],
  ["محمد", name, "محمد"],
  ["a", name, "A"],
  ["AL-RASHID", name, "Al-Rashid"],
  ["HARUN AL-RASHID", name, "Harun al-Rashid"],
  // Other cases.
  ["straße", fieldOf("text", { case: "upper" }), "STRASSE"],
  ["Maria", fieldOf("text", { case: "upper" }), "MARIA"],
  ["O'Neil", fieldOf("text", { case: "lower" }), "o'neil"],
  ["WELCOME BACK", fieldOf("text", { case: "sentence" }), "Welcome back"],
  ["Welcome to NASA", fieldOf("text", { case: "sentence" }), "Welcome to NASA"],
  // First word, length, affixes.
  ["ANNA MARIA", fieldOf("text", { case: "name", firstWordOnly: true }), "Anna"],
  ["Nguyễn Thị", fieldOf("text", { firstWordOnly: true }), "Nguyễn"],
  ["Rheinisch-Westfälische Papierwerke", fieldOf("text", { maxLength: 10 }), "Rheinisch-…"],
  ["👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦", fieldOf("text", { maxLength: 2 }), "👩‍👩‍👧‍👦👩‍👩‍👧‍👦…"],
  ["ab cd", fieldOf("text", { maxLength: 3 }), "ab…"],
  ["abc", fieldOf("text", { maxLength: 3 }), "abc"],
  ["Ann", fieldOf("text", { prefix: "Dear ", suffix: "," }), "Dear Ann,"],
  ["", fieldOf("text", { prefix: "Dear " }), null],
  // Numbers.
  ["0", fieldOf("number"), "0"],
  ["007", fieldOf("number"), "007"],
  ["abc", fieldOf("number"), null],
  ["12 monkeys", fieldOf("number"), null],
  ["1250", decimal, "1,250"],
  ["1,250.50", decimal, "1,250.5"],
  ["1.250,50", decimal, "1,250.5"],
  ["1,250", decimal, "1,250"],
  ["1.250", decimal, "1.25"],
  ["1.250", german("decimal"), "1.250"],
  ["1,25", decimal, "1.25"],
  ["0,125", decimal, "0.13"],
  ["12,5", german("decimal"), "12,5"],
  ["1250.50", german("decimal"), "1.250,5"],
  ["1 250,5", decimal, "1,250.5"],
  ["1'250'000", decimal, "1,250,000"],
  ["1,25,000", decimal, "125,000"],
  ["1,2,3", decimal, null],
  ["12.34.56", decimal, null],
  ["-12", decimal, "-12"],
  ["−12", decimal, "-12"],
  ["(12)", decimal, "-12"],
  ["-0", decimal, "0"],
  ["1.0E7", decimal, "10,000,000"],
  ["1e999", decimal, null],
  ["Infinity", decimal, null],
  ["NaN", decimal, null],
  ["0x10", decimal, null],
  ["٢٥٠", decimal, "250"],
  ["१२", decimal, "12"],
  ["９８", decimal, "98"],
  ["12345678901234567890", decimal, "12,345,678,901,234,567,890"],
  ["2.5", fieldOf("number", { number: { style: "decimal", minimumDecimals: 2 } }), "2.50"],
  [
    "2.5",
    fieldOf("number", { number: { style: "decimal", minimumDecimals: 3, maximumDecimals: 1 } }),
    "2.500",
  ],
  ["250", fieldOf("number", { suffix: " points" }), "250 points"],
  // Money and per cent.
  ["1250", dollars, "$1,250"],
  ["1250.5", dollars, "$1,250.50"],
  ["$1,250.50", dollars, "$1,250.50"],
  ["USD 12", dollars, "$12"],
  ["-12.5", dollars, "-$12.50"],
  ["0", dollars, "$0"],
  ["free", dollars, null],
  ["1250.5", german("currency"), "1.250,50\u00a0€"],
  ["12 €", german("currency"), "12\u00a0€"],
  ["1250", fieldOf("number", { number: { style: "currency", currency: "JPY" }, locale: "ja-JP" }), "￥1,250"],
  ["15", percent, "15%"],
  ["15%", percent, "15%"],
  ["12.5", german("percent"), "12,5\u00a0%"],
  // Dates.
  ["2026-11-21", date("long"), "November 21, 2026"],
  ["2026-11-21T23:30:00-05:00", date("long"), "November 21, 2026"],
  ["2026-11-21 08:00", date("iso"), "2026-11-21"],
  ["20261121", date("iso"), "2026-11-21"],
  ["11/21/2026", date("iso"), "2026-11-21"],
  ["21/11/2026", date("iso"), "2026-11-21"],
  ["03/04/2026", date("iso"), "2026-03-04"],
  ["03/04/2026", date("iso", "en-GB"), "2026-04-03"],
  ["3.4.2026", date("iso"), "2026-04-03"],
  ["11/21/26", date("iso"), "2026-11-21"],
  ["2026/1/9", date("iso"), "2026-01-09"],
  ["Nov 21, 2026", date("iso"), "2026-11-21"],
  ["21 November 2026", date("iso"), "2026-11-21"],
  ["Sat, 21 Nov 2026 10:00:00 GMT", date("iso"), "2026-11-21"],
  ["Sat Nov 21 2026 10:00:00 GMT+0100", date("iso"), "2026-11-21"],
  ["1795219200", date("iso"), "2026-11-21"],
  ["1795219200000", date("iso"), "2026-11-21"],
  ["2024-02-29", date("iso"), "2024-02-29"],
  ["2026-02-29", date("iso"), null],
  ["2026-13-01", date("iso"), null],
  ["0001-01-01", date("iso"), null],
  ["0000-00-00", date("iso"), null],
  ["tomorrow", date("long"), null],
  ["tomorrow", date("none"), "tomorrow"],
  ["2026-11-21", date("full"), "Saturday, November 21, 2026"],
  ["2026-11-21", date("short"), "11/21/26"],
  ["2026-11-21", date("medium"), "Nov 21, 2026"],
  ["2026-11-21", date("long", "de-DE"), "21. November 2026"],
  ["2026-11-21", date("long", "pl-PL"), "21 listopada 2026"],
  ["2026-11-21", date("long", "th-TH"), "21 พฤศจิกายน ค.ศ. 2026"],
  ["2026-11-21", date("long", "en-aa-aa"), "November 21, 2026"],
  // Yes and no, colours, addresses.
  ["TRUE", fieldOf("boolean"), "Yes"],
  ["0", fieldOf("boolean"), "No"],
  ["maybe", fieldOf("boolean"), null],
  ["ABC", fieldOf("color"), "#aabbcc"],
  ["#1F2937", fieldOf("color"), "#1f2937"],
  ["url(javascript:alert(1))", fieldOf("color"), null],
  ["https://example.com/a.png", fieldOf("image"), "https://example.com/a.png"],
  ["example.com/a.png", fieldOf("url"), "example.com/a.png"],
  ["file:///etc/passwd", fieldOf("image"), null],
  ["/etc/passwd", fieldOf("image"), null],
  ["data:image/png;base64,AAAA", fieldOf("image"), null],
  ["javascript:alert(1)", fieldOf("url"), null],
  ["https://user:secret@example.com/a.png", fieldOf("image"), null],
];

describe("formatValue", () => {
  test.each(VECTORS)("%j as %o is %j", (given, field, shown) => {
    expect(formatValue(given, field)).toBe(shown);
  });

  test("takes any text for any type and never throws", () => {
    const format = fc.record({
      case: fc.constantFrom("none" as const, "upper" as const, "sentence" as const, "name" as const),
      locale: fc.constantFrom("en-US", "de-DE", "tr-TR", "ar-EG", "hi-IN", "fa-IR", "xx-YY", "en-aa-aa"),
      date: fc.constantFrom("none" as const, "full" as const, "iso" as const),
      number: fc.record({
        style: fc.constantFrom("plain" as const, "decimal" as const, "currency" as const, "percent" as const),
        minimumDecimals: fc.integer({ min: 0, max: 6 }),
        maximumDecimals: fc.integer({ min: 0, max: 6 }),
      }),
    });
    const value = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string(),
      fc.double().map(String),
      fc.date().map(String),
    );
    fc.assert(
      fc.property(value, fc.constantFrom(...fieldType.options), format, (text, type, change) => {
        const shown = formatValue(text, fieldOf(type, change));
        if (shown !== null) expect(isPlainText(shown)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test("what it writes for a number is read as the same number again", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
        fc.constantFrom("en-US", "de-DE", "fr-FR", "de-CH"),
        (whole, locale) => {
          const field = fieldOf("number", { locale, number: { style: "decimal" } });
          const shown = formatValue(String(whole), field);
          expect(formatValue(shown ?? "", field)).toBe(shown);
        },
      ),
    );
  });

  test("long and piled-up values are cut", () => {
    expect(formatValue("x".repeat(10_000), fieldOf("text"))).toHaveLength(1000);
    expect(formatValue(`Z${"\u0301".repeat(50)}algo`, fieldOf("text"))).toBe(`Z${"\u0301".repeat(4)}algo`);
    expect(formatValue("a\u202eb\u2066c", fieldOf("text"))).toBe("abc");
    expect(formatValue("a\ud800b\u0000c", fieldOf("text"))).toBe("abc");
    expect(formatValue("क्षत्रिय", fieldOf("text"))).toBe("क्षत्रिय");
  });

  test.each([
    ["spaces", " ".repeat(4000)],
    ["digits", "1".repeat(4000)],
    ["groups", "1,".repeat(2000)],
    ["hyphens", "-a".repeat(2000)],
    ["dots", "a.".repeat(2000)],
  ])("4,000 %s do not hold it up", (_name, value) => {
    const start = performance.now();
    for (const type of fieldType.options) formatValue(value, fieldOf(type, { case: "name", date: "iso" }));
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
