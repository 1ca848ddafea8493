/** One glyph of a picture in colour. `color` is `#rrggbb` or `#rrggbbaa`; null takes the colour of the text. */
export type ColourLayer = { glyph: number; color: string | null };

/** Layers of one glyph that are painted; no emoji has nearly as many, and a damaged file cannot ask for more. */
const MOST_LAYERS = 512;

const BASE_RECORD = 6;
const LAYER_RECORD = 4;
const TEXT_COLOUR = 0xffff;

type Colours = (glyph: number) => readonly ColourLayer[] | null;

const NONE: Colours = () => null;

/**
 * Reads glyphs in colour from the tables `COLR`, version 0, and `CPAL` of a font (OpenType 1.9, COLR and CPAL), with
 * its first palette. Newer forms and tables that are damaged are as if they were not there: the glyph stays plain.
 */
export function readColourGlyphs(colr: Uint8Array | undefined, cpal: Uint8Array | undefined): Colours {
  if (!colr || !cpal || colr.byteLength < 14) return NONE;
  const palette = readPalette(viewOf(cpal));
  const view = viewOf(colr);
  const baseCount = view.getUint16(2);
  const bases = view.getUint32(4);
  const layers = view.getUint32(8);
  const layerCount = view.getUint16(12);
  const fits =
    bases + baseCount * BASE_RECORD <= view.byteLength &&
    layers + layerCount * LAYER_RECORD <= view.byteLength;
  if (!palette || !fits) return NONE;

  const known = new Map<number, readonly ColourLayer[]>();
  return (glyph) => {
    const cached = known.get(glyph);
    if (cached) return cached;
    const record = findBase(view, bases, baseCount, glyph);
    if (record === null) return null;
    const first = view.getUint16(record + 2);
    const count = view.getUint16(record + 4);
    if (count > MOST_LAYERS || first + count > layerCount) return null;
    const found = Array.from({ length: count }, (_, index): ColourLayer => {
      const at = layers + (first + index) * LAYER_RECORD;
      const entry = view.getUint16(at + 2);
      return { glyph: view.getUint16(at), color: entry === TEXT_COLOUR ? null : (palette[entry] ?? null) };
    });
    known.set(glyph, found);
    return found;
  };
}

/** Where the record of a base glyph stands; they are sorted by glyph. null when it has none. */
function findBase(view: DataView, bases: number, count: number, glyph: number): number | null {
  let low = 0;
  let high = count - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = bases + middle * BASE_RECORD;
    const id = view.getUint16(at);
    if (id === glyph) return at;
    if (id < glyph) low = middle + 1;
    else high = middle - 1;
  }
  return null;
}

/** The first palette; null when the table is damaged. Colours are stored as blue, green, red, alpha. */
function readPalette(view: DataView): string[] | null {
  if (view.byteLength < 14) return null;
  const entries = view.getUint16(2);
  const records = view.getUint32(8) + view.getUint16(12) * 4;
  if (records + entries * 4 > view.byteLength) return null;
  return Array.from({ length: entries }, (_, index) => {
    const at = records + index * 4;
    const hex = (offset: number) =>
      view
        .getUint8(at + offset)
        .toString(16)
        .padStart(2, "0");
    const alpha = hex(3);
    return `#${hex(2)}${hex(1)}${hex(0)}${alpha === "ff" ? "" : alpha}`;
  });
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
