import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import { isBlank } from "@/lib/template/clean-value";
import { canonicalQuery, imageUrl, parseImagePath } from "./address";
import { decodeBase64url, encodeBase64url } from "./base64url";
import { isLiteralTag } from "./literal-tag";
import { QUERY_LIMITS, readQuery, readValues } from "./read-query";
import { LITERAL_TAGS, ODD_VALUES } from "./testing/corpus";

const link = { origin: "https://pictures.example", key: "demo-thank-you", format: "png" } as const;

/** Well-formed text of every kind: any scalar value, graphemes, and what confuses readers of queries. */
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 80 }),
  fc.string({ unit: "grapheme", maxLength: 80 }),
  fc.string({
    unit: fc.constantFrom(
      ..."%+&=#;?{}[]|*$<>\"'/\\ \t\n\0 4125CfEe",
      "amp;",
      "%25",
      "%C3%A9",
      "&#39;",
      "first_name=",
      "_v=",
      "\u0085",
      "\ufeff",
      "Щ",
      "🎉",
    ),
    maxLength: 40,
  }),
  fc.constantFrom(...ODD_VALUES),
);

const queryOf = (url: string) => url.slice(url.indexOf("?") + 1);
const shown = (value: string) => (isBlank(value) || isLiteralTag(value) ? {} : { first_name: value });

describe("parseImagePath", () => {
  test.each([
    ["/i/demo-thank-you.png", { key: "demo-thank-you", format: "png" }],
    ["/i/A_b-9.jpg", { key: "A_b-9", format: "jpg" }],
    ["/i/x.webp", { key: "x", format: "webp" }],
    [`/i/${"k".repeat(64)}.png`, { key: "k".repeat(64), format: "png" }],
  ])("%s", (path, address) => expect(parseImagePath(path)).toEqual(address));

  test.each([
    "",
    "/",
    "/i/",
    "/i/.png",
    "/i/x",
    "/i/x.",
    "/i/x.PNG",
    "/i/x.Png",
    "/i/x.bmp",
    "/i/x.svg",
    "/i/x.jpeg",
    "/i/x.png/",
    "/i/x.png/..",
    "/i/x.png;y",
    "/i/x;y.png",
    "/i/x.png.png",
    "/i/x.png%00",
    "/i/x.png\n",
    "\n/i/x.png",
    "/i//x.png",
    "//i/x.png",
    "/i/a/x.png",
    "/i/../i/x.png",
    "/i/..%2fx.png",
    "/i/a%2Fx.png",
    "/i/%78.png",
    "/i/x%2Epng",
    "/i\\x.png",
    "/I/x.png",
    "i/x.png",
    "/i/Łódź.png",
    "/i/x .png",
    "/i/x.png ",
    "/i/x.png?a=b",
    "/i/x.png#a",
    `/i/${"k".repeat(65)}.png`,
    `/i/${"../".repeat(50_000)}x.png`,
  ])("no picture: %j", (path) => expect(parseImagePath(path)).toBeNull());

  test("only what imageUrl writes is read", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), fc.constantFrom("png", "jpg", "webp"), (key, format) => {
        const address = parseImagePath(`/i/${key}.${format}`);
        if (address)
          expect(imageUrl({ ...link, ...address })).toBe(`https://pictures.example/i/${key}.${format}`);
        else expect(() => imageUrl({ ...link, key })).toThrow(AppError);
      }),
    );
  });
});

describe("imageUrl", () => {
  test("encodes values and keeps their order", () => {
    expect(imageUrl({ ...link, values: { points: "250", first_name: "O'Neil & Łódź (50%)" } })).toBe(
      "https://pictures.example/i/demo-thank-you.png?points=250&first_name=O%27Neil%20%26%20%C5%81%C3%B3d%C5%BA%20%2850%25%29",
    );
  });

  test("writes the twin of a value that a lenient reader would change", () => {
    expect(imageUrl({ ...link, values: { first_name: "%20" } })).toBe(
      "https://pictures.example/i/demo-thank-you.png?first_name64=JTIw",
    );
    expect(imageUrl({ ...link, values: { first_name: "Nguyễn" }, twins: true })).toBe(
      "https://pictures.example/i/demo-thank-you.png?first_name64=Tmd1eeG7hW4",
    );
  });

  test("leaves out empty values and names that are no key; keeps a path, drops a last slash", () => {
    const values = { first_name: "", _v: "1", first_name64: "x", "a b": "c", constructor: "d" };
    expect(imageUrl({ ...link, origin: "https://a.example/p/", values })).toBe(
      "https://a.example/p/i/demo-thank-you.png",
    );
  });

  test("a link key that is none is refused with what was expected and what came", () => {
    expect(() => imageUrl({ ...link, key: "../x" })).toThrow(/1 to 64 letters.*"\.\.\/x"/);
  });

  test("every well-formed text reads back as itself", () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (value, twins) => {
        const query = queryOf(imageUrl({ ...link, values: { a: "1", first_name: value, z: "2" }, twins }));
        expect(readValues(query, ["first_name", "a", "z"])).toEqual({ a: "1", ...shown(value), z: "2" });
      }),
      { numRuns: 3000 },
    );
  });

  test("and also through the address parser of browsers", () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (value, twins) => {
        const url = new URL(imageUrl({ ...link, values: { first_name: value }, twins }));
        expect(readValues(url.search, ["first_name"])).toEqual(shown(value));
        expect(parseImagePath(url.pathname)).toEqual({ key: link.key, format: link.format });
      }),
      { numRuns: 1000 },
    );
  });

  test("literal tags stay missing through our own addresses", () => {
    for (const tag of LITERAL_TAGS) {
      for (const twins of [false, true]) {
        const query = queryOf(imageUrl({ ...link, values: { first_name: tag }, twins }));
        expect(readValues(query, ["first_name"]), tag).toEqual({});
      }
    }
  });

  test("a lone surrogate becomes U+FFFD, plain and as a twin", () => {
    for (const twins of [false, true]) {
      const query = queryOf(imageUrl({ ...link, values: { first_name: "a\ud800b" }, twins }));
      expect(readValues(query, ["first_name"])).toEqual({ first_name: "a\ufffdb" });
    }
  });

  test("what the limits cut: 4,096 units of a value, never half a character", () => {
    const long = `${"a".repeat(QUERY_LIMITS.value - 1)}🎉b`;
    const query = queryOf(imageUrl({ ...link, values: { first_name: long } }));
    expect(readValues(query, ["first_name"])).toEqual({ first_name: "a".repeat(QUERY_LIMITS.value - 1) });
    const twin = queryOf(imageUrl({ ...link, values: { first_name: long }, twins: true }));
    expect(readValues(twin, ["first_name"])).toEqual({ first_name: "a".repeat(QUERY_LIMITS.value - 1) });
  });

  test("what the limits cut: 8,192 characters of a query; a twin that is cut within a character is ignored", () => {
    const value = "Щ".repeat(2000);
    const query = queryOf(imageUrl({ ...link, values: { first_name: value } }));
    expect(query.length).toBeGreaterThan(QUERY_LIMITS.length);
    const kept = readValues(query, ["first_name"]).first_name ?? "";
    expect(kept).toBe("Щ".repeat(kept.length));
    expect(kept.length).toBe(Math.floor((QUERY_LIMITS.length - "first_name=".length) / 6));
  });
});

describe("base64url", () => {
  test("every well-formed text comes back", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const digits = encodeBase64url(text);
        expect(digits).toMatch(/^[\w-]*$/);
        expect(digits).toBe(Buffer.from(text, "utf8").toString("base64url"));
        expect(decodeBase64url(digits)).toBe(text);
        expect(decodeBase64url(Buffer.from(text, "utf8").toString("base64"))).toBe(text);
      }),
    );
  });

  test.each(["a", "abcde", "_w", "4pi", "Zm9v Zm9v!", "{{first_name}}", "Łódź", "YQ===", "=YQ"])(
    "%s is none",
    (digits) => expect(decodeBase64url(digits)).toBeNull(),
  );
});

describe("canonicalQuery", () => {
  test("order and Unicode form make no difference", () => {
    expect(canonicalQuery({ b: "Nguye\u0302\u0303n", a: "1" })).toBe(canonicalQuery({ a: "1", b: "Nguyễn" }));
  });

  test("different values give different forms", () => {
    const values = fc.dictionary(fc.stringMatching(/^[a-z][a-z_]{0,5}$/), anyText, { maxKeys: 3 });
    const plain = (record: Record<string, string>) =>
      JSON.stringify(
        Object.entries(record)
          .map(([name, value]) => [name, value.normalize("NFC")])
          .sort(([a = ""], [b = ""]) => (a < b ? -1 : 1)),
      );
    fc.assert(
      fc.property(values, values, (one, other) => {
        expect(canonicalQuery(one) === canonicalQuery(other)).toBe(plain(one) === plain(other));
        expect(readQuery(canonicalQuery(one)).params.size).toBe(Object.keys(one).length);
      }),
    );
  });
});
