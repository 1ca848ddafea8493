import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { Blob, Face } from "harfbuzzjs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import compress from "wawoff2/compress.js";
import type { AppError } from "@/lib/errors";
import { openFont } from "@/lib/paint/loaded-font";
import { bundleChildren } from "../testing/bundle-child";
import { familyName, hostileFonts, ordinaryFont, SHARP_NAME, withTables } from "../testing/hostile-fonts";
import { childEntry } from "./child-entry";
import { type CleanFont, cleanFont } from "./clean-font";
import { createFontPool, type FontPool } from "./font-pool";
import { readSfnt } from "./sfnt";

let child: Awaited<ReturnType<typeof bundleChildren>>;
let pool: FontPool;
let inter: Buffer;

beforeAll(async () => {
  child = await bundleChildren("font-child");
  pool = createFontPool(childEntry("font-child", child.folder));
  inter = await ordinaryFont();
});

afterAll(async () => {
  pool.close();
  await child.remove();
});

const clean = (bytes: Uint8Array): Promise<CleanFont> => cleanFont(bytes, pool);
const sentenceFor = (bytes: Uint8Array): Promise<string> =>
  clean(bytes).then(
    () => "font",
    (error: AppError) => `${error.code}: ${error.message}`,
  );

const HOSTILE = await hostileFonts();

describe("hostile fonts", () => {
  for (const { id, what, bytes, expected } of HOSTILE) {
    it(`${id} ${what}: ${expected}`, async () => {
      const before = process.memoryUsage().rss;
      const outcome = await clean(bytes).then(
        () => "font",
        (error: AppError) => error.code,
      );
      if (expected === "either") expect(["font", "invalid"]).toContain(outcome);
      else expect(outcome).toBe(expected);
      expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
    });
  }

  it("that are taken open in the painter and draw finite outlines", async () => {
    for (const { id, what, bytes } of HOSTILE) {
      const font = await clean(bytes).catch(() => null);
      if (!font) continue;
      const opened = openFont("/user-fonts/a/b", font.bytes);
      for (let glyph = 0; glyph < font.facts.glyphs; glyph += 1) {
        expect(opened.outline(glyph).values.every(Number.isFinite), `${id} ${what}`).toBe(true);
      }
    }
  });

  it("that hang are killed with their child, and the next one is read", async () => {
    const hasty = createFontPool(childEntry("font-child", child.folder), 1);
    await expect(cleanFont(inter, hasty)).rejects.toMatchObject({
      message: expect.stringContaining("too long"),
    });
    expect((await clean(inter)).facts.family).toBe("Inter");
  });

  it("say what they are in plain text of bounded length", async () => {
    const families = [];
    for (const { id, bytes } of HOSTILE) if (id === "F11") families.push((await clean(bytes)).facts.family);
    expect(families).toEqual(["W".repeat(80), SHARP_NAME.slice(0, 80)]);
    expect((await clean(withTables(inter, { name: familyName("A\u0000B\u202E\nC  D") }))).facts.family).toBe(
      "A B C D",
    );
  });
});

describe("a font", () => {
  it("is the same whether it came as TTF, WOFF or WOFF2", async () => {
    const plain = await clean(inter);
    const woff = await clean(asWoff(inter));
    const woff2 = await clean(await compress(inter));
    expect(woff.bytes.equals(plain.bytes)).toBe(true);
    expect(woff2.facts).toEqual(plain.facts);
    const outlineOf = (bytes: Uint8Array) => openFont("", bytes).outline(100);
    expect(outlineOf(woff2.bytes)).toEqual(outlineOf(inter));
  });

  it("is described", async () => {
    const bold = await readFile(join(import.meta.dirname, "../../../public/fonts/inter/700i.ttf"));
    expect((await clean(bold)).facts).toEqual({
      family: "Inter",
      weight: 700,
      italic: true,
      variable: false,
      glyphs: 2890,
      characters: 2813,
      scripts: ["Latin", "Central European", "Vietnamese", "Greek", "Cyrillic"],
      copyright: "Copyright 2016 The Inter Project Authors (https://github.com/rsms/inter)",
      licence: expect.stringContaining("SIL Open Font License"),
    });
  });

  it("is kept in its default form, in one colour, without what trails it", async () => {
    const many = HOSTILE.find(({ what }) => what === "64 axes")?.bytes ?? inter;
    const variable = await clean(Buffer.concat([many, Buffer.from("PK\x03\x04Zxq7Canary")]));
    expect(variable.facts.variable).toBe(true);
    expect(Object.keys(new Face(new Blob(variable.bytes)).getAxisInfos())).toEqual([]);
    expect(variable.bytes.includes("Zxq7Canary")).toBe(false);
    const coloured =
      HOSTILE.find(({ what }) => what === "colours and pictures over outlines")?.bytes ?? inter;
    const tags = [...readSfnt((await clean(coloured)).bytes).tables.keys()];
    expect(tags).toContain("glyf");
    expect(tags.filter((tag) => ["SVG ", "COLR", "CBDT", "DSIG"].includes(tag))).toEqual([]);
  });

  it("is written with sums that add up", async () => {
    const { bytes } = await clean(inter);
    let sum = 0;
    for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
    expect(sum).toBe(0xb1b0_afba);
  });

  it("is refused with a sentence that says what to do", async () => {
    expect(await sentenceFor(Buffer.from("{}"))).toBe(
      "unsupported_type: This file is not a font; upload a TTF, OTF, WOFF or WOFF2.",
    );
    expect(await sentenceFor(Buffer.alloc(10_000_001))).toBe(
      "too_large: This font is 10.1 MB; the limit is 10 MB.",
    );
    const said = Object.fromEntries(
      await Promise.all(HOSTILE.map(async ({ what, bytes }) => [what, await sentenceFor(bytes)] as const)),
    );
    expect(said["a collection of 100 faces"]).toMatch(/several fonts; upload each/);
    expect(said["pictures alone"]).toMatch(/no outlines/);
    expect(said["a WOFF2 that unpacks to 200 MB and says so"]).toMatch(/more than 30 MB when unpacked/);
    expect(said["a WOFF with a table of 100 MB"]).toMatch(/more than 30 MB when unpacked/);
    expect(said["outlines of nothing"]).toMatch(/no outlines/);
    expect(said["a font cut at 30 %"]).toMatch(/broken/);
    expect(said["a letter of 60,000 points"]).toBe(
      "invalid: A letter of this font is drawn with more than 5,000 points; choose another file, or simplify its outlines first.",
    );
    expect(said["a letter of 5,010 points in ten parts"]).toMatch(/more than 5,000 points/);
  });
});

/** WOFF 1.0 of a TrueType font. */
function asWoff(font: Uint8Array): Buffer {
  const tables = [...readSfnt(font).tables];
  const head = Buffer.alloc(44 + tables.length * 20);
  head.write("wOFF\0\x01\0\0", "latin1");
  head.writeUInt16BE(tables.length, 12);
  const bodies: Buffer[] = [];
  let offset = head.length;
  for (const [index, [tag, table]] of tables.entries()) {
    const deflated = deflateSync(table);
    const body = deflated.length < table.length ? deflated : Buffer.from(table);
    head.write(tag, 44 + index * 20, "latin1");
    for (const [at, value] of [offset, body.length, table.length].entries()) {
      head.writeUInt32BE(value, 48 + index * 20 + at * 4);
    }
    bodies.push(body);
    offset += body.length;
  }
  return Buffer.concat([head, ...bodies]);
}
