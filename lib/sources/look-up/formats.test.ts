import { describe, expect, it } from "vitest";
import { readDocument } from "./read-document";
import { extract, isEmpty, readValue, valuesOf } from "./read-values";

const read = (text: string | Buffer, format: "json" | "csv" | "feed", type?: string) =>
  readDocument(Buffer.from(text), type, format);
const json = (text: string | Buffer, format: "json" | "feed" = "json", type?: string) => {
  const document = read(text, format, type);
  return document.kind === "json" ? document.json : undefined;
};

describe("JSON", () => {
  it("with a byte order mark, in another charset, of any depth", () => {
    expect(json('\ufeff{"a":1}')).toEqual({ a: 1 });
    expect(
      json(Buffer.from('{"a":"caf\xe9"}', "latin1"), "json", "application/json; charset=ISO-8859-1"),
    ).toEqual({ a: "café" });
    const deep = json("[".repeat(50_000) + "]".repeat(50_000));
    expect(readValue(deep, "/0".repeat(200))).toEqual({ kind: "list" });
    expect(() => json("<html>")).toThrow(/not_json/);
  });
});

describe("a sheet", () => {
  const SHEET = 'Id,Name,Points\r\n7,"Núñez, Ana",12\r\n 8 ,Ada\r\n7,Twice,1\r\n\r\n';
  const values = { Name: "/Name", Points: "/Points" };

  it("gives the row whose column holds what was asked for, of two the first", () => {
    const found = extract(read(SHEET, "csv"), { values, row: { column: "Id", param: "id" } });
    expect(valuesOf(found, "7")).toEqual({ Name: "Núñez, Ana", Points: "12" });
    expect(valuesOf(found, " 8")).toEqual({ Name: "Ada", Points: "" });
    expect(valuesOf(found, "9")).toEqual({ Name: "", Points: "" });
    expect(valuesOf(found, "__proto__")).toEqual({ Name: "", Points: "" });
    expect(valuesOf(found, undefined)).toBeNull();
  });

  it("or its first", () => {
    expect(valuesOf(extract(read(SHEET, "csv"), { values, row: null }), undefined)).toEqual({
      Name: "Núñez, Ana",
      Points: "12",
    });
  });

  it("has each column once, however many values it gives, and no column that none asks for", () => {
    const long = "x".repeat(1_000);
    const sheet = `Id,Other,Name\n${Array.from({ length: 500 }, (_, at) => `${at},${long},${at}${long}`).join("\n")}`;
    const many = Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`Value ${at}`, "/Name"]));
    const reading = {
      values: { ...many, None: "/Town", Deep: "/Name/0" },
      row: { column: "Id", param: "id" },
    };
    const found = extract(read(sheet, "csv"), reading);
    expect(JSON.stringify(found).length).toBeLessThan(sheet.length);
    expect(JSON.stringify(found).match(/x{1000}/g)).toHaveLength(500);
    const shown = valuesOf(found, "7");
    expect([shown?.["Value 0"], shown?.["Value 99"]]).toEqual([`7${long}`, `7${long}`]);
    expect([shown?.None, shown?.Deep]).toEqual(["", ""]);
  });

  it("of many columns and little in them is no larger than it came", () => {
    const names = Array.from({ length: 200 }, (_, at) => `c${at}`);
    const sheet = `Id,${names.join(",")}\n${Array.from({ length: 20_000 }, (_, at) => `${at},`).join("\n")}`;
    const reading = {
      values: Object.fromEntries(names.slice(0, 100).map((name) => [name, `/${name}`])),
      row: { column: "Id", param: "id" },
    };
    expect(JSON.stringify(extract(read(sheet, "csv"), reading)).length).toBeLessThan(sheet.length * 3);
  });

  it("a column that is not there finds nothing, a page is no sheet", () => {
    expect(isEmpty(extract(read(SHEET, "csv"), { values, row: { column: "Mail", param: "id" } }))).toBe(true);
    for (const text of ["<!DOCTYPE html><html>", "", "\n\n"])
      expect(() => read(text, "csv"), text).toThrow(/not_csv/);
  });
});

describe("a feed", () => {
  const RSS = `<?xml version="1.0"?><rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>News &amp; more</title>
    <link>https://a.example/</link><description>All</description>
    <item><title>Old</title><link>https://a.example/1</link><pubDate>Mon, 05 Jan 2026 10:00:00 GMT</pubDate></item>
    <item><title>None</title></item>
    <item><title>New</title><link>https://a.example/2</link><pubDate>Tue, 06 Jan 2026 10:00:00 GMT</pubDate>
      <description>&lt;p&gt;Hello&lt;br&gt;&lt;b&gt;you&lt;/b&gt; &amp;amp; 1 &lt; 2&lt;/p&gt;</description>
      <media:content url="https://a.example/2.png" medium="image"/></item></channel></rss>`;

  it("has its newest item first, as plain text", () => {
    expect(json(RSS, "feed")).toEqual({
      title: "News & more",
      link: "https://a.example/",
      description: "All",
      items: [
        {
          title: "New",
          link: "https://a.example/2",
          published: "Tue, 06 Jan 2026 10:00:00 GMT",
          description: "Hello you & 1 < 2",
          image: "https://a.example/2.png",
        },
        { title: "Old", link: "https://a.example/1", published: "Mon, 05 Jan 2026 10:00:00 GMT" },
        { title: "None" },
      ],
    });
  });

  it("may be Atom or JSON", () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><entry><title type="html">E</title>
      <link href="https://a.example/e"/><updated>2026-01-02T00:00:00Z</updated><summary>s</summary><author><name>N</name></author></entry></feed>`;
    const item = {
      title: "E",
      link: "https://a.example/e",
      published: "2026-01-02T00:00:00Z",
      description: "s",
      author: "N",
    };
    expect(json(atom, "feed")).toEqual({ title: "A", items: [item] });
    const feed = {
      version: "https://jsonfeed.org/version/1.1",
      title: "J",
      items: [{ id: "1", url: "https://a.example/j", title: "T", content_text: "c" }],
    };
    expect(json(JSON.stringify(feed), "feed")).toMatchObject({
      title: "J",
      items: [{ title: "T", link: "https://a.example/j", description: "c" }],
    });
  });

  it("expands no entities of its own, and is no page", () => {
    const bomb = `<!DOCTYPE r [<!ENTITY a "${"x".repeat(1_000)}"><!ENTITY b "${"&a;".repeat(100)}"><!ENTITY c "${"&b;".repeat(100)}"><!ENTITY f SYSTEM "file:///etc/passwd">]>`;
    const before = process.memoryUsage().rss;
    const whole = RSS.replace('<?xml version="1.0"?>', "").replace("All", "&c;&f;");
    expect(() => read(bomb + whole, "feed")).toThrow(/not_feed/);
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
    const outside = `<!DOCTYPE r [<!ENTITY f SYSTEM "file:///etc/passwd">]>${whole}`;
    expect(() => read(outside, "feed")).toThrow(/not_feed/);
    for (const page of ["<html><body>Hi</body></html>", "", "{}"])
      expect(() => json(page, "feed"), page).toThrow(/not_feed/);
  });
});
