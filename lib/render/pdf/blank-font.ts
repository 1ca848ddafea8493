import { writeSfnt } from "../decode/sfnt";

/** Font units to the font size of the blank font. */
const UNITS = 1000;
const ASCENT = 800;
const DESCENT = 200;

/** A glyph: a line from the lower left to the upper right corner of its box, 10 bytes of header and 12 of outline. */
const GLYPH_SIZE = 24;

/**
 * A TrueType font of glyphs that are as wide as told, in thousandths of the font size, and have no ink but take up
 * their room: texts that are drawn otherwise are set in it to be found. Readers pass over glyphs without a box.
 */
export function blankFont(widths: readonly number[]): Uint8Array {
  const all = [0, ...widths];
  const table = (size: number, fields: readonly (readonly [at: number, value: number])[]) => {
    const bytes = new Uint8Array(size);
    const view = new DataView(bytes.buffer);
    for (const [at, value] of fields) view.setUint16(at, value & 0xffff);
    return bytes;
  };
  const head = table(54, [
    [0, 1],
    [12, 0x5f0f],
    [14, 0x3cf5],
    [18, UNITS],
    [38, -DESCENT],
    [40, UNITS],
    [42, ASCENT],
    [46, 8],
    [48, 2],
    // Places of glyphs in four bytes.
    [50, 1],
  ]);
  const hhea = table(36, [
    [0, 1],
    [4, ASCENT],
    [6, -DESCENT],
    [10, UNITS],
    [34, all.length],
  ]);
  const maxp = table(32, [
    [0, 1],
    [4, all.length],
    [6, 2],
    [8, 1],
    [14, 1],
  ]);
  const hmtx = table(
    all.length * 4,
    all.map((width, index) => [index * 4, width] as const),
  );
  const glyf = table(
    Math.max(1, widths.length) * GLYPH_SIZE,
    widths.flatMap((width, index) => glyphFields(index * GLYPH_SIZE, width)),
  );
  const places = new DataView(new ArrayBuffer((all.length + 1) * 4));
  for (const index of widths.keys()) places.setUint32((index + 2) * 4, (index + 1) * GLYPH_SIZE);
  const tables = { head, hhea, maxp, hmtx, glyf, loca: new Uint8Array(places.buffer) };
  return writeSfnt({ format: "ttf", tables: new Map(Object.entries(tables)) });
}

/** One contour of two points (OpenType 1.9, glyf): header, last point, no instructions, flags, steps in x and y. */
function glyphFields(at: number, width: number): [at: number, value: number][] {
  return [
    [at, 1],
    [at + 4, -DESCENT],
    [at + 6, width],
    [at + 8, ASCENT],
    [at + 10, 1],
    [at + 14, 0x0101],
    [at + 18, width],
    [at + 20, -DESCENT],
    [at + 22, ASCENT + DESCENT],
  ];
}
