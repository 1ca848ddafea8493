import { fontTable } from "@/lib/paint/font-table";

/** What a PDF says of a font beside its glyphs. Lengths in thousandths of the font size, as PDF counts them. */
export type FontFacts = {
  /** Whose outlines: TrueType's, or the curves of PostScript. */
  outlines: "glyf" | "CFF ";
  /** How it calls itself, letters, digits and dashes only. */
  name: string;
  box: readonly [left: number, bottom: number, right: number, top: number];
  ascent: number;
  descent: number;
  italicAngle: number;
  advance(glyph: number): number;
};

/** Licences of the font that let no part of it into a file (OpenType 1.9, OS/2, fsType). */
const RESTRICTED = 0x0002;
const NO_SUBSET = 0x0100;
const PICTURES_ONLY = 0x0200;

/**
 * Reads a font that can stand in a PDF; null for one that cannot: a damaged one, one in a form that PDF does not know
 * (CFF2, and CFF whose glyphs have numbers of their own), and one whose maker forbids it.
 */
export function readFontFacts(bytes: Uint8Array): FontFacts | null {
  try {
    return read(bytes);
  } catch {
    return null;
  }
}

function read(bytes: Uint8Array): FontFacts | null {
  const table = (tag: string) => {
    const found = fontTable(bytes, tag);
    return found && new DataView(found.buffer, found.byteOffset, found.byteLength);
  };
  const [head, hhea, hmtx, post, style] = ["head", "hhea", "hmtx", "post", "OS/2"].map(table);
  const cff = fontTable(bytes, "CFF ");
  const outlines = fontTable(bytes, "glyf") ? "glyf" : cff && !isKeyedByCid(cff) ? "CFF " : null;
  if (!head || !hhea || !hmtx || !outlines || !mayBeEmbedded(style)) return null;
  const unit = 1000 / head.getUint16(18);
  const length = (value: number) => Math.round(value * unit * 1000) / 1000 + 0;
  const metrics = hhea.getUint16(34);
  if (metrics === 0 || hmtx.byteLength < metrics * 4) return null;
  return {
    outlines,
    name: readName(table("name")) || "Font",
    box: [
      length(head.getInt16(36)),
      length(head.getInt16(38)),
      length(head.getInt16(40)),
      length(head.getInt16(42)),
    ],
    ascent: length(hhea.getInt16(4)),
    descent: length(hhea.getInt16(6)),
    italicAngle: post && post.byteLength >= 8 ? post.getInt32(4) / 65536 : 0,
    advance: (glyph) => length(hmtx.getUint16(Math.min(glyph, metrics - 1) * 4)),
  };
}

function mayBeEmbedded(style: DataView | undefined): boolean {
  const licence = style && style.byteLength >= 10 ? style.getUint16(8) : 0;
  return (licence & 0x000f) !== RESTRICTED && (licence & (NO_SUBSET | PICTURES_ONLY)) === 0;
}

/** Whether the first dictionary of a CFF begins with ROS, as those of fonts with character ids do (5176, 18). */
function isKeyedByCid(cff: Uint8Array): boolean {
  const view = new DataView(cff.buffer, cff.byteOffset, cff.byteLength);
  const names = skipIndex(view, view.getUint8(2));
  const size = view.getUint8(names + 2);
  const data = names + 3 + 2 * size;
  // Three operands before the operator 12 30; each is one, two, three or five bytes long.
  let at = data;
  for (let operand = 0; operand < 3; operand += 1) {
    const first = view.getUint8(at);
    if (first < 28 && first !== 28) return false;
    at += first === 28 ? 3 : first === 29 ? 5 : first >= 247 ? 2 : 1;
  }
  return view.getUint8(at) === 12 && view.getUint8(at + 1) === 30;
}

/** Where what follows an INDEX of a CFF begins. */
function skipIndex(view: DataView, at: number): number {
  const count = view.getUint16(at);
  if (count === 0) return at + 2;
  const size = view.getUint8(at + 2);
  let end = 0;
  for (let index = 0; index < size; index += 1) {
    end = end * 256 + view.getUint8(at + 3 + count * size + index);
  }
  return at + 3 + (count + 1) * size + end - 1;
}

const POSTSCRIPT_NAME = 6;
const WINDOWS = 3;
const LONGEST_NAME = 60;

function readName(view: DataView | undefined): string {
  if (!view) return "";
  const count = view.getUint16(2);
  const texts = view.getUint16(4);
  for (let record = 6; record < 6 + count * 12; record += 12) {
    if (view.getUint16(record) !== WINDOWS || view.getUint16(record + 6) !== POSTSCRIPT_NAME) continue;
    const from = texts + view.getUint16(record + 10);
    const length = Math.min(view.getUint16(record + 8), LONGEST_NAME * 2);
    let name = "";
    for (let at = from; at + 1 < from + length; at += 2) name += String.fromCharCode(view.getUint16(at));
    return name.replace(/[^A-Za-z0-9-]/g, "");
  }
  return "";
}
