import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { Blob, Face, Font, Buffer as Shaped, shape } from "harfbuzzjs";
import { describe, expect, it } from "vitest";
import { readColourGlyphs } from "./font-colour";

/** Tables of two glyphs in colour: 3 is red over the text's colour, 7 half-transparent blue. */
function tables() {
  const colr = new DataView(new ArrayBuffer(14 + 2 * 6 + 3 * 4));
  for (const [at, value] of [
    [2, 2],
    [12, 3],
    [14, 3],
    [16, 0],
    [18, 2],
    [20, 7],
    [22, 2],
    [24, 1],
    [26, 10],
    [28, 0],
    [30, 11],
    [32, 0xffff],
    [34, 12],
    [36, 1],
  ] as const)
    colr.setUint16(at, value);
  colr.setUint32(4, 14);
  colr.setUint32(8, 26);
  const cpal = new DataView(new ArrayBuffer(14 + 8));
  for (const [at, value] of [
    [2, 2],
    [4, 1],
    [6, 2],
    [12, 0],
  ] as const)
    cpal.setUint16(at, value);
  cpal.setUint32(8, 14);
  for (const [index, value] of [0, 0, 255, 255, 255, 0, 0, 128].entries()) cpal.setUint8(14 + index, value);
  return { colr: new Uint8Array(colr.buffer), cpal: new Uint8Array(cpal.buffer) };
}

describe("readColourGlyphs", () => {
  it("reads layers from back to front with their colours", () => {
    const { colr, cpal } = tables();
    const layers = readColourGlyphs(colr, cpal);
    expect(layers(3)).toEqual([
      { glyph: 10, color: "#ff0000" },
      { glyph: 11, color: null },
    ]);
    expect(layers(7)).toEqual([{ glyph: 12, color: "#0000ff80" }]);
    for (const plain of [0, 4, 8, 65535]) expect(layers(plain)).toBeNull();
  });

  it("leaves a glyph plain whose layers lie outside the table", () => {
    const { colr, cpal } = tables();
    new DataView(colr.buffer).setUint16(24, 2);
    const layers = readColourGlyphs(colr, cpal);
    expect(layers(7)).toBeNull();
    expect(layers(3)).toHaveLength(2);
  });

  it("has nothing for a font without the tables", () => {
    const { colr, cpal } = tables();
    for (const colours of [readColourGlyphs(undefined, cpal), readColourGlyphs(colr, undefined)])
      expect(colours(3)).toBeNull();
  });

  it("takes any damage without throwing", () => {
    const { colr, cpal } = tables();
    const damage = fc.array(fc.tuple(fc.nat(colr.length - 1), fc.nat(255)), { maxLength: 6 });
    fc.assert(
      fc.property(
        damage,
        damage,
        fc.nat(colr.length),
        fc.nat(cpal.length),
        (inColr, inCpal, keepColr, keepCpal) => {
          const [one, two] = [colr.slice(), cpal.slice()];
          for (const [at, value] of inColr) one[at] = value;
          for (const [at, value] of inCpal) two[at % two.length] = value;
          const layers = readColourGlyphs(one.slice(0, keepColr), two.slice(0, keepCpal));
          for (let glyph = 0; glyph < 20; glyph += 1) {
            for (const { color } of layers(glyph) ?? [])
              expect(color ?? "#000000").toMatch(/^#([0-9a-f]{6}){1}([0-9a-f]{2})?$/);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe("the emoji font", () => {
  const face = new Face(
    new Blob(readFileSync(join(import.meta.dirname, "../../public/fonts/twemoji/400.ttf"))),
  );
  const font = new Font(face);
  const layers = readColourGlyphs(face.referenceTable("COLR")?.slice(), face.referenceTable("CPAL"));

  it.each([
    "👍",
    "👍🏽",
    "👨‍👩‍👧‍👦",
    "👩🏿‍❤️‍💋‍👨🏻",
    "🧑🏽‍🚀",
    "🇵🇱",
    "🇺🇳",
    "1️⃣",
    "#️⃣",
    "❤️",
    "©️",
    "☎️",
    "🏴󠁧󠁢󠁳󠁣󠁴󠁿",
    "🏳️‍🌈",
    "🫨",
    "🪿",
  ])("has %s as one glyph in colour", (emoji) => {
    const buffer = new Shaped();
    buffer.addText(emoji);
    buffer.guessSegmentProperties();
    shape(font, buffer);
    const seen = buffer
      .getGlyphInfos()
      .filter((_, index) => (buffer.getGlyphPositions()[index]?.xAdvance ?? 0) > 0);
    expect(seen).toHaveLength(1);
    const parts = layers(seen[0]?.codepoint ?? 0) ?? [];
    expect(parts.length).toBeGreaterThan(0);
    for (const { color } of parts) expect(color).toMatch(/^#[0-9a-f]{6}/);
  });
});
