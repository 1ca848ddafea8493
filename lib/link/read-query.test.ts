import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { QUERY_LIMITS, readQuery, readValues } from "./read-query";
import { LITERAL_TAGS, ODD_VALUES } from "./testing/corpus";

const KEYS = ["first_name", "company", "points"] as const;
const read = (raw: string) => readValues(raw, KEYS);
const name = (raw: string) => read(`first_name=${raw}`).first_name;

/** A text as a socket without any decoding hands it over: one character a byte. */
const bytes = (text: string) => Buffer.from(text, "utf8").toString("latin1");

describe("readings of one value, the table of README.md", () => {
  test.each([
    // percent
    ["Maria", "Maria"],
    ["Nguy%E1%BB%85n", "Nguyễn"],
    ["nguy%e1%bb%85n", "nguyễn"],
    ["50% off", "50% off"],
    ["50%25 off", "50% off"],
    ["50%25%20off", "50% off"],
    ["50%20%25%20off", "50 % off"],
    ["100%", "100%"],
    ["100%25", "100%"],
    ["100%2525", "100%"],
    ["%", "%"],
    ["%41", "A"],
    ["%2541", "%41"],
    ["%4", "%4"],
    ["%zz", "%zz"],
    ["%u0041", "%u0041"],
    ["5%ABV", "5%ABV"],
    ["50%each", "50%each"],
    ["Andr%E9", "André"],
    ["M%FCller", "Müller"],
    ["%C9ric", "Éric"],
    ["%FF", "%FF"],
    ["%C0%AF", "%C0%AF"],
    ["a%ED%A0%80b", "aí%A0%80b"],
    ["Ngu%E1%BB", "Ngu"],
    // encoded twice
    ["Nguy%25E1%25BB%2585n", "Nguyễn"],
    ["O%2527Neil", "O'Neil"],
    ["Smith%2520%2526%2520Sons", "Smith & Sons"],
    ["Smith%2B%2526%2BSons", "Smith & Sons"],
    ["50%2525%2520off", "50% off"],
    ["https%3A%2F%2Fa.example%2Fb%2520c.png", "https://a.example/b%20c.png"],
    // plus and space
    ["Mary+Jane", "Mary Jane"],
    ["Mary%20Jane", "Mary Jane"],
    ["Mary Jane", "Mary Jane"],
    ["Anna+Maria%20Lee", "Anna Maria Lee"],
    ["Mary%2BJane", "Mary+Jane"],
    ["Smith + Sons", "Smith + Sons"],
    ["Smith%20+%20Sons", "Smith + Sons"],
    ["+49 30 1234", "+49 30 1234"],
    ["+50", "+50"],
    ["A+", "A "],
    ["C++", "C  "],
    // ampersands
    ["AT&T", "AT&T"],
    ["AT%26T", "AT&T"],
    ["AT&amp;T", "AT&T"],
    ["AT%26amp%3BT", "AT&T"],
    ["AT&amp;amp;T", "AT&T"],
    ["Smith & Sons", "Smith & Sons"],
    ["Smith+&+Sons", "Smith & Sons"],
    ["Smith &amp; Sons", "Smith & Sons"],
    ["A & B & C", "A & B & C"],
    ["R&D", "R&D"],
    ["A&&B", "A&&B"],
    ["A&", "A"],
    ["& Other Stories", "& Other Stories"],
    ["Ann&nocache", "Ann&nocache"],
    ["Tom&x=1", "Tom"],
    // entities
    ["O&#39;Neil", "O'Neil"],
    ["O&#039;Neil", "O'Neil"],
    ["O&#x27;Neil", "O'Neil"],
    ["O%26%2339%3BNeil", "O'Neil"],
    ["O&amp;#39;Neil", "O'Neil"],
    ["&quot;Ann&quot;", '"Ann"'],
    ["a &lt; b", "a < b"],
    ["Andr&eacute;", "André"],
    ["Ann&nbsp;Lee", "Ann\u00a0Lee"],
    ["&bogus;x", "&bogus;x"],
    ["&#0;x", "&#0;x"],
    ["&#xD800;x", "&#xD800;x"],
    ["&#9999999;x", "&#9999999;x"],
    ["A &lt", "A &lt"],
    // other separators
    ["a;b", "a;b"],
    ["a=b", "a=b"],
    ["What?", "What?"],
    ["C#", "C"],
    ["C%23", "C#"],
    ["Ann#top", "Ann"],
    // raw
    ["Łódź", "Łódź"],
    ["Щёголева", "Щёголева"],
    ['Dwayne "The Rock" Johnson', 'Dwayne "The Rock" Johnson'],
    ["🎉", "🎉"],
    ["0", "0"],
    ["[VIP] Ann", "[VIP] Ann"],
    ["{curly}", "{curly}"],
    ["%BD%", undefined],
    ["%C2%BD", "½"],
    ["%00", undefined],
    ["a%00b", "a\u0000b"],
    ["", undefined],
    ["+", undefined],
    ["%20%C2%A0%E2%80%8B", undefined],
  ])("%s", (raw, value) => expect(name(raw)).toBe(value));

  test.each(ODD_VALUES)("unencoded %j from a socket is some value, with its neighbours intact", (value) => {
    const raw = bytes(`points=1&first_name=${value}&company=Łódź`);
    const values = read(raw);
    expect(values.points).toBe("1");
    if (!value.includes("#")) expect(values.company).toBe("Łódź");
    if (!/[#+%=]|^&+$|&$/.test(value)) expect(values.first_name).toBe(value);
  });
});

describe("bytes of a socket", () => {
  test.each(["Nguyễn", "O'Neil", "Łódź", "Щёголева", "José & Łódź", "👩‍👩‍👧‍👦", "50% off"])("%s", (value) => {
    expect(read(bytes(`first_name=${value}&points=1`))).toEqual({ first_name: value, points: "1" });
  });

  test("text that was decoded already stays", () => {
    expect(name("André")).toBe("André");
    expect(name("Ã© Щ")).toBe("Ã© Щ");
  });

  test("bytes that look like UTF-8 are read as it", () => expect(name("Ã©")).toBe("é"));
});

describe("splitting", () => {
  test.each([
    ["?first_name=Ann&points=1", { first_name: "Ann", points: "1" }],
    ["&first_name=Ann&&points=1&", { first_name: "Ann", points: "1" }],
    ["first_name=Ann&amp;points=1", { first_name: "Ann", points: "1" }],
    ["first_name=Ann&amp;amp;points=1", { first_name: "Ann", points: "1" }],
    ["first_name=Ann&#38;points=1", { first_name: "Ann", points: "1" }],
    ["first_name=Ann&#038;points=1", { first_name: "Ann", points: "1" }],
    ["first_name=Ann&#x26;points=1", { first_name: "Ann", points: "1" }],
    ["amp;first_name=Ann", { first_name: "Ann" }],
    ["company=AT&T&points=1", { company: "AT&T", points: "1" }],
    ["company=AT&amp;T&amp;points=1", { company: "AT&T", points: "1" }],
    ["company=Smith & Sons&utm_source=x&points=1", { company: "Smith & Sons", points: "1" }],
    ["company=Smith & Sons=best&points=1", { company: "Smith & Sons=best", points: "1" }],
    ["company=Acme&first_name&points=1", { company: "Acme", points: "1" }],
    ["first_name&points=1", { points: "1" }],
    ["first_name[]=Ann", { first_name: "Ann" }],
    ["first_name=a=b", { first_name: "a=b" }],
    ["=x&first_name=Ann", { first_name: "Ann" }],
    ["first_name=Ann&First_Name=Bob", { first_name: "Ann" }],
    ["first_name%3DAnn%26points%3D1", { first_name: "Ann", points: "1" }],
    ["first_name%3DMary%2520Jane%26points%3D1", { first_name: "Mary Jane", points: "1" }],
    ["first_name=Ann#points=1", { first_name: "Ann" }],
    ["first_name={{#urlEncode}}{{firstName}}{{/urlEncode}}&points=1", { points: "1" }],
    ["first_name={{&points=1", { points: "1" }],
    ["points=1&first_name=%FIRSTNAME%&company=%ACCT_NAME%", { points: "1" }],
    ["", {}],
    ["?", {}],
    ["&&&", {}],
    ["first_name", {}],
    ["__proto__=x&constructor=y&first_name=Ann", { first_name: "Ann" }],
  ])("%s", (raw, values) => expect(read(raw)).toEqual(values));

  test("duplicates: the last wins, also a blank one", () => {
    expect(read("first_name=Ann&first_name=Щёголева")).toEqual({ first_name: "Щёголева" });
    expect(read("first_name=Ann&first_name=")).toEqual({});
  });

  test("control parameters stand apart", () => {
    const { params, control } = readQuery("first_name=Ann&_v=3&_size=square&company=AT&T&_=1");
    expect(Object.fromEntries(control)).toEqual({ _v: "3", _size: "square", _: "1" });
    expect(Object.fromEntries(params)).toEqual({ first_name: "Ann", company: "AT&T" });
  });

  test("prototype names are values of their own keys only", () => {
    const values = read("__proto__=x&constructor=y");
    expect(Object.getPrototypeOf(values)).toBe(Object.prototype);
    expect(values).toEqual({});
  });
});

describe("base64 twins", () => {
  const twin = (text: string) => Buffer.from(text, "utf8").toString("base64url");

  test("go before the plain value, from either side", () => {
    expect(read(`first_name=x&first_name64=${twin("Nguyễn")}`)).toEqual({ first_name: "Nguyễn" });
    expect(read(`first_name64=${twin("Nguyễn")}&first_name=x`)).toEqual({ first_name: "Nguyễn" });
  });

  test("standard alphabet, padding, and + turned space are read", () => {
    const text = "O'Neil?>~ÿ🎉?";
    const standard = Buffer.from(text, "utf8").toString("base64");
    expect(standard).toMatch(/[+/]/);
    for (const digits of [standard, encodeURIComponent(standard), standard.replaceAll("+", " ")]) {
      expect(read(`first_name64=${digits}`)).toEqual({ first_name: text });
    }
  });

  test.each([
    "",
    "!!!",
    "a",
    "_w",
    "{{ first_name | base64 }}",
    "*|FNAME|*",
    twin("{{first_name}}"),
    twin(" "),
  ])("a twin of %j leaves the plain value", (digits) => {
    expect(read(`first_name64=${digits}&first_name=Łódź`)).toEqual({ first_name: "Łódź" });
    expect(read(`first_name64=${digits}`)).toEqual({});
  });
});

describe("limits", () => {
  const fast = (deed: () => void) => {
    const started = performance.now();
    deed();
    expect(performance.now() - started).toBeLessThan(250);
  };

  test("10,000 unknown parameters are read past quickly, up to 8,192 characters", () => {
    const junk = Array.from({ length: 10_000 }, (_, index) => `x${index}=${index}`).join("&");
    fast(() => expect(read(`first_name=Ann&${junk}`)).toEqual({ first_name: "Ann" }));
    fast(() => expect(read(`${junk}&first_name=Ann`)).toEqual({}));
    expect(readQuery(junk).params.size).toBe(2 * QUERY_LIMITS.fields);
  });

  test("200 kB of one value gives 4,096 units", () => {
    fast(() => expect(name("a".repeat(200_000))).toBe("a".repeat(4096)));
    fast(() => expect(name("%C5%81".repeat(40_000))).toBe("Ł".repeat(1363)));
  });

  test.each([
    "&",
    "&amp;",
    "&a",
    "&amp;amp;a",
    "%",
    "%2",
    "%FF",
    "%E1",
    "%25",
    "#",
    "&#",
    "&#39;",
    "{{#",
    "+",
    " + ",
    "=",
    "&x=",
    "\u00e1",
    "[",
    "a.",
    "%41",
  ])("200 kB of %j take linear time", (piece) => {
    fast(() => read(piece.repeat(200_000 / piece.length)));
    fast(() => read(`first_name=${piece.repeat(200_000 / piece.length)}`));
    fast(() => readQuery(piece.repeat(200_000 / piece.length)));
  });

  test("no more than 50 fields", () => {
    const keys = Array.from({ length: 60 }, (_, index) => `f${index}`);
    const values = readValues(keys.map((key) => `${key}=1`).join("&"), keys);
    expect(Object.keys(values)).toHaveLength(50);
  });
});

describe("for any input", () => {
  const anything = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc
      .array(
        fc.constantFrom(
          "first_name",
          "=",
          "&",
          "&amp;",
          "points",
          "64",
          "%",
          "%C3",
          "%A9",
          "%25",
          "+",
          "#",
          "&#39;",
          "?",
          "_v",
          "Ł",
          "\u00c5\u0081",
          "\ud800",
          "{{",
          "}}",
          " ",
          "A",
        ),
        { maxLength: 60 },
      )
      .map((pieces) => pieces.join("")),
  );

  test("never throws, gives only the template's fields, no blanks and no literal tags", () => {
    fc.assert(
      fc.property(anything, (raw) => {
        for (const [key, value] of Object.entries(read(raw))) {
          expect(KEYS).toContain(key);
          expect(value.trim()).not.toBe("");
          expect(LITERAL_TAGS).not.toContain(value);
        }
        readQuery(raw);
      }),
      { numRuns: 3000 },
    );
  });

  test("what comes from standard encoders is read exactly", () => {
    const people = fc.constantFrom(
      "Nguyễn",
      "O'Neil",
      "Łódź",
      "Щёголева",
      "AT&T",
      "Smith & Sons",
      "50% off",
      "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk",
      "🎉",
      'Ann "Annie" Lee',
      "A+B=C; D?",
      "C#",
      "[VIP] Ann",
      "{curly}",
      "0",
      "Bob's 100%",
    );
    fc.assert(
      fc.property(people, people, (first, company) => {
        const meant = { first_name: first, company };
        expect(read(new URLSearchParams(meant).toString())).toEqual(meant);
        const component = `first_name=${encodeURIComponent(first)}&company=${encodeURIComponent(company)}`;
        expect(read(component)).toEqual(meant);
        expect(read(component.replaceAll("&", "&amp;"))).toEqual(meant);
        expect(read(component.replaceAll("%", "%25"))).toEqual(meant);
        expect(read(new URL(`https://a.example/?${component}`).search)).toEqual(meant);
      }),
    );
  });
});
